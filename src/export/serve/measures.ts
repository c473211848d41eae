import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { TableFile } from '../formats/tables.ts'
import { type Piece, Pieces } from '../pieces.ts'
import type { GraphState } from '../readGraph.ts'
import { type ExportSource, readTable, writeTable } from '../readTable.ts'

/** What is known of a file that was written once, to its last byte. */
export interface Measure {
  readonly records: number
  readonly bytes: number
  readonly sha256: string
  /** Where to go on without writing all that stands before: a cursor, and how many bytes stand up to it. */
  readonly marks: readonly { readonly bytes: number; readonly cursor: string }[]
}

/** A file to measure, under the tag that tells it from every other. */
export interface Measured {
  readonly file: TableFile
  readonly tag: string
}

const mostKept = 200
const mostBegun = 50
const bytesBetweenMarks = 1 << 20

/** Measures files by writing them to nowhere, each once: a revision never changes, so what was measured is kept. */
export class Measures {
  readonly #kept = new LRUCache<string, Promise<Measure>>({ max: mostKept })
  readonly #begun = new LRUCache<string, Measuring>({ max: mostBegun })
  #turn: Promise<unknown> = Promise.resolve()

  /** What is known already of a file. */
  known(tag: string): Promise<Measure> | undefined {
    return this.#kept.get(tag)
  }

  /** Keeps what was found while a file was sent. */
  keep(tag: string, measure: Measure): void {
    if (!this.#kept.has(tag)) this.#kept.set(tag, Promise.resolve(measure))
    this.#begun.delete(tag)
  }

  /** Keeps what was found of a file whose sending was cut: who comes for the rest need not wait for what is known. */
  keepBegun(tag: string, measuring: Measuring): void {
    const further = measuring.cursor !== undefined && measuring.bytes > (this.#begun.get(tag)?.bytes ?? 0)
    if (further && !this.#kept.has(tag)) this.#begun.set(tag, measuring)
  }

  /** Measures these files of one table, reading it once for those that are not known. */
  async of(files: readonly Measured[], source: ExportSource, state: GraphState): Promise<Measure[]> {
    const missing = files.filter(({ tag }) => !this.#kept.has(tag))
    if (missing.length > 0) {
      // One after the other: whoever asks for many of them does not make the service slow for others.
      const measuring = this.#turn.then(() => this.#measure(missing, source, state))
      this.#turn = measuring.catch(() => {})
      missing.forEach(({ tag }, index) => {
        const one = measuring.then(measures => measures[index]!)
        one.catch(() => this.#kept.delete(tag))
        this.#kept.set(tag, one)
      })
    }
    return Promise.all(files.map(({ tag }) => this.#kept.get(tag)!))
  }

  async #measure(files: readonly Measured[], source: ExportSource, state: GraphState): Promise<Measure[]> {
    const [one, ...others] = files
    const begun = others.length === 0 ? this.#begun.get(one!.tag) : undefined
    this.#begun.delete(one!.tag)
    return begun ? [await measureRest(begun, one!.file, source, state)] : measure(files, source, state)
  }
}

/** Sums up a file from its pieces. */
export class Measuring {
  readonly #hash = createHash('sha256')
  readonly #marks: { bytes: number; cursor: string }[] = []
  #records = 0
  #bytes = 0
  #cursor: string | undefined

  /** How much it has taken in. */
  get bytes(): number {
    return this.#bytes
  }

  /** The record after which it goes on. */
  get cursor(): string | undefined {
    return this.#cursor
  }

  add({ bytes, records, cursor }: Piece): void {
    this.#cursor = cursor ?? this.#cursor
    this.#hash.update(bytes)
    this.#records += records
    this.#bytes += bytes.length
    const last = this.#marks.at(-1)?.bytes ?? 0
    if (cursor !== undefined && this.#bytes - last >= bytesBetweenMarks) this.#marks.push({ bytes: this.#bytes, cursor })
  }

  end(): Measure {
    return { records: this.#records, bytes: this.#bytes, sha256: this.#hash.digest('hex'), marks: this.#marks }
  }
}

/** Goes on where a measure was left: pieces end at the same places as if the file were written from its start. */
async function measureRest(begun: Measuring, file: TableFile, source: ExportSource, state: GraphState): Promise<Measure> {
  const { cursor } = begun
  for await (const piece of writeTable(source, file, { ...state, ...(cursor !== undefined && { after: cursor }) }))
    begun.add(piece)
  return begun.end()
}

async function measure(files: readonly Measured[], source: ExportSource, state: GraphState): Promise<Measure[]> {
  const { table } = files[0]!.file
  const writing = files.map(({ file }) => ({ pieces: new Pieces(file.format.open(source, table)), measuring: new Measuring() }))
  for await (const record of readTable(source.database, source.ontology, table, state))
    for (const { pieces, measuring } of writing) {
      const piece = pieces.add(record)
      if (piece) measuring.add(piece)
    }
  return writing.map(({ pieces, measuring }) => {
    measuring.add(pieces.end())
    return measuring.end()
  })
}
