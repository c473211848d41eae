import type { RevisionRecord } from '../database/listRevisions.ts'
import type { FileWriter, Part } from './formats/format.ts'
import type { GraphRecord } from './readGraph.ts'

/** Some records of a file, as they are written. */
export interface Piece {
  readonly bytes: Uint8Array
  readonly records: number
  /** The cursor of its last record. */
  readonly cursor?: string
}

/** Enough to be worth sending, and to compress well. */
const bytesAtOnce = 1 << 18

/** Gathers what a writer makes of records into pieces; each ends where a record ends, at the same places for the same records. */
export class Pieces {
  #parts: Uint8Array[] = []
  #size = 0
  #records = 0
  #cursor: string | undefined

  constructor(
    readonly writer: FileWriter,
    /** Whether what stands before the first record was written before. */
    goesOn = false,
  ) {
    if (!goesOn) this.#keep(writer.start())
  }

  add(record: GraphRecord): Piece | undefined {
    this.#keep(this.writer.write(record))
    this.#records++
    this.#cursor = record.cursor
    return this.#takeEnough()
  }

  /** Adds what the format says of a revision. */
  describe(revision: RevisionRecord): Piece | undefined {
    this.#keep(this.writer.describe?.(revision) ?? '')
    return this.#takeEnough()
  }

  end(): Piece {
    this.#keep(this.writer.end())
    return this.#take()
  }

  #keep(part: Part): void {
    if (part.length === 0) return
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    this.#parts.push(bytes)
    this.#size += bytes.length
  }

  #takeEnough(): Piece | undefined {
    return this.#size < bytesAtOnce ? undefined : this.#take()
  }

  #take(): Piece {
    const piece = {
      bytes: this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts),
      records: this.#records,
      ...(this.#cursor !== undefined && { cursor: this.#cursor }),
    }
    this.#parts = []
    this.#size = 0
    this.#records = 0
    return piece
  }
}
