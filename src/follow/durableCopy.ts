import { once } from 'node:events'
import { closeSync, createReadStream, createWriteStream, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'

/** What a copy needs to know of a change. */
export interface CopiedChange {
  readonly id: string
  readonly subject: string
  /** The record after it; null when it was removed. */
  readonly after: object | null
}

/** How many changes are kept beside the copy before it is written anew. */
const mostInJournal = 100_000

/**
 * A copy of the graph in a file: a line with the cursor, then a line for each record. Changes are appended to a journal beside
 * it before the cursor moves, so a copy that is killed at any moment goes on from the last change that it has whole.
 */
export class DurableCopy {
  /** The records as JSON, by what all their versions share. */
  readonly records = new Map<string, string>()
  cursor = '0'
  #journal: number | undefined
  #written = 0

  private constructor(readonly file: string) {}

  /** Opens the copy in this file, or begins one after this cursor. */
  static async open(file: string, after = '0'): Promise<DurableCopy> {
    const copy = new DurableCopy(file)
    copy.cursor = after
    await copy.#read()
    await copy.#compact()
    return copy
  }

  /** Takes a change in. */
  async apply(change: CopiedChange): Promise<void> {
    this.#append(change)
    this.#take(change)
    if (this.#written >= mostInJournal) await this.#compact()
  }

  /** Moves the cursor past what needs no change. */
  moveTo(cursor: string): void {
    if (cursor === this.cursor) return
    this.#append({ id: cursor })
    this.cursor = cursor
  }

  /** Writes the copy whole and lets go of its files. */
  async close(): Promise<void> {
    await this.#compact()
    if (this.#journal !== undefined) closeSync(this.#journal)
  }

  get #journalFile(): string {
    return `${this.file}.journal`
  }

  #append(line: object): void {
    writeSync(this.#journal!, `${JSON.stringify(line)}\n`)
    this.#written++
  }

  #take({ id, subject, after }: CopiedChange): void {
    if (after) this.records.set(subject, JSON.stringify(after))
    else this.records.delete(subject)
    this.cursor = id
  }

  async #read(): Promise<void> {
    for await (const line of linesOf(this.file)) {
      const { cursor, ...record } = line as { cursor?: string; id?: string }
      if (cursor !== undefined) this.cursor = cursor
      else this.records.set(subjectOf(record.id!), JSON.stringify(record))
    }
    for await (const line of linesOf(this.#journalFile)) {
      const change = line as CopiedChange
      if (change.subject === undefined) this.cursor = change.id
      else this.#take(change)
    }
  }

  async #compact(): Promise<void> {
    const draft = `${this.file}.new`
    const output = createWriteStream(draft, { flush: true })
    output.write(`${JSON.stringify({ cursor: this.cursor })}\n`)
    for (const record of this.records.values()) if (!output.write(`${record}\n`)) await once(output, 'drain')
    output.end()
    await finished(output)
    renameSync(draft, this.file)
    // The journal only repeats what the copy has by now, so it does no harm when this is where it ends.
    if (this.#journal !== undefined) closeSync(this.#journal)
    this.#journal = openSync(this.#journalFile, 'w')
    fsyncSync(this.#journal)
    this.#written = 0
  }
}

/** A statement is the same in all its versions: the part of the id after the sign is the revision. */
function subjectOf(id: string): string {
  return id.split('@', 1)[0]!
}

async function* linesOf(file: string): AsyncGenerator<unknown> {
  if (!existsSync(file)) return
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const parsed = parse(line)
    // Only the last line can be cut short, by what ended the process.
    if (parsed === undefined) return
    yield parsed
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
