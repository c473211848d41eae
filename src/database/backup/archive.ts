import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { ArchiveError } from './archiveError.ts'
import { ContentHash } from './contentHash.ts'
import type { TypedProperties } from './typedValue.ts'

/** A node in an archive; relationships name it by its place among the nodes. */
export interface NodeRecord {
  readonly labels: readonly string[]
  readonly properties: TypedProperties
}
/** A relationship in an archive, between the nodes at these places. */
export interface RelationshipRecord {
  readonly type: string
  readonly from: number
  readonly to: number
  readonly properties: TypedProperties
}

/** What stands at the end of an archive, by which it is known to be whole. */
export interface Manifest {
  readonly nodes: number
  readonly relationships: number
  /** SHA-256 of all lines before it. */
  readonly sha256: string
  /** {@link ContentHash} of what it holds. */
  readonly contentHash: string
}

/** The first line of an archive. */
export const heading = { archive: 'pacta', version: 1 } as const

/** Makes the lines of an archive and its manifest. */
export class ArchiveLines {
  readonly #hash: Hash = createHash('sha256')
  readonly #content = new ContentHash()
  #nodes = 0
  #relationships = 0

  heading(): string {
    return this.#line(heading)
  }

  node(record: NodeRecord): string {
    this.#nodes++
    this.#content.addNode(record)
    return this.#line({ n: [record.labels, record.properties] })
  }

  relationship(record: RelationshipRecord): string {
    this.#relationships++
    this.#content.addRelationship(record)
    return this.#line({ r: [record.type, record.from, record.to, record.properties] })
  }

  /** What makes the archive whole. */
  manifest(): Manifest {
    const counts = { nodes: this.#nodes, relationships: this.#relationships }
    return { ...counts, sha256: this.#hash.copy().digest('hex'), contentHash: this.#content.toString() }
  }

  #line(value: unknown): string {
    const line = `${JSON.stringify(value)}\n`
    this.#hash.update(line)
    return line
  }
}

type Line = { n: [string[], TypedProperties] } | { r: [string, number, number, TypedProperties] } | { manifest: Manifest }
type Hear = { node(record: NodeRecord): Promise<void> | void; relationship(record: RelationshipRecord): Promise<void> | void }

/** Reads a whole archive and hands on its records; throws an {@link ArchiveError} when it is not whole or not as it was written. */
export async function readArchive(file: string, hear: Hear): Promise<Manifest> {
  const own = new ArchiveLines()
  let manifest: Manifest | undefined
  let number = 0
  try {
    for await (const text of linesOf(file)) {
      number++
      if (manifest) throw new ArchiveError('Something follows its manifest.')
      if (number === 1) {
        if (`${text}\n` !== own.heading()) throw new ArchiveError('It does not begin as an archive of Pacta of version 1 does.')
        continue
      }
      const line = JSON.parse(text) as Line
      if ('manifest' in line) manifest = line.manifest
      else if ('n' in line) {
        const record = { labels: line.n[0], properties: line.n[1] }
        own.node(record)
        await hear.node(record)
      } else {
        const [type, from, to, properties] = line.r
        const record = { type, from, to, properties }
        own.relationship(record)
        await hear.relationship(record)
      }
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') throw new ArchiveError(`There is no file ${file}.`)
    if (error instanceof ArchiveError) throw new ArchiveError(`${file}:${number}: ${error.message}`)
    throw new ArchiveError(
      `${file}:${number}: It cannot be read further (${(error as Error).message}); the archive is damaged or cut off.`,
    )
  }
  if (!manifest) throw new ArchiveError(`${file} has no manifest at its end: it was cut off.`)
  const found = own.manifest()
  for (const [name, value] of Object.entries(found))
    if (manifest[name as keyof Manifest] !== value)
      throw new ArchiveError(
        `${file} is not as it was written: its manifest says ${name} ${manifest[name as keyof Manifest]}, not ${value}.`,
      )
  return manifest
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file)
  const text = createGunzip()
  bytes.once('error', error => text.destroy(error))
  bytes.pipe(text)
  let rest = ''
  for await (const piece of text.setEncoding('utf8')) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest !== '') yield rest
}
