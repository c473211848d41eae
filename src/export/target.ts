import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { RevisionRecord } from '../database/listRevisions.ts'
import type { Piece, Pieces } from './pieces.ts'
import type { GraphRecord } from './readGraph.ts'
import { nameOfPart } from './removeLeftovers.ts'

/** A file that was written. */
export interface Written {
  readonly name: string
  readonly records: number
  readonly bytes: number
  readonly sha256: string
}

/** A file that is being written, under another name until it is whole. */
export class Target {
  readonly #hash = createHash('sha256')
  #records = 0
  #bytes = 0
  #isOpen = true

  private constructor(
    private readonly file: string,
    private readonly made: string,
    private readonly handle: FileHandle,
    private readonly pieces: Pieces,
  ) {}

  static async open(file: string, pieces: Pieces): Promise<Target> {
    const made = nameOfPart(file)
    return new Target(file, made, await open(made, 'w'), pieces)
  }

  /** Whether its format says something of revisions. */
  get describes(): boolean {
    return this.pieces.writer.describe !== undefined
  }

  async add(record: GraphRecord): Promise<void> {
    const piece = this.pieces.add(record)
    if (piece) await this.#write(piece)
  }

  async describe(revision: RevisionRecord): Promise<void> {
    const piece = this.pieces.describe(revision)
    if (piece) await this.#write(piece)
  }

  /** Writes what is left, and makes sure that it is on the disk. */
  async end(): Promise<Written> {
    await this.#write(this.pieces.end())
    await this.handle.sync()
    await this.#close()
    return { name: path.basename(this.file), records: this.#records, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  /** Gives it its name. */
  publish(): Promise<void> {
    return rename(this.made, this.file)
  }

  /** Removes what was not published. */
  async discard(): Promise<void> {
    await this.#close()
    await rm(this.made, { force: true })
  }

  async #write({ bytes, records }: Piece): Promise<void> {
    this.#hash.update(bytes)
    this.#bytes += bytes.length
    this.#records += records
    await this.handle.writeFile(bytes)
  }

  async #close(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    await this.handle.close()
  }
}
