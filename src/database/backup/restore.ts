import neo4j, { type Session } from 'neo4j-driver'
import * as cypher from '../../cypher/backup.ts'
import type { Address } from '../connect.ts'
import { type Manifest, type NodeRecord, type RelationshipRecord, readArchive } from './archive.ts'
import { ArchiveError } from './archiveError.ts'
import { withRawSession } from './rawSession.ts'
import { fromTyped } from './typedValue.ts'

const rowsAtOnce = 2000

/**
 * Writes what an archive holds into an empty database, all of it or nothing: the archive is read and checked to its end
 * before the first write, what is written is taken back when a later write fails, and a mark stays in a database whose
 * restoration was cut off, by which the service knows not to answer from it.
 */
export async function restore(address: Address, file: string): Promise<Manifest> {
  await readArchive(file, { node: () => {}, relationship: () => {} })
  return withRawSession(address, neo4j.session.WRITE, rowsAtOnce, async session => {
    await claim(session)
    try {
      const manifest = await writeAll(session, file)
      await session.executeWrite(transaction => transaction.run(cypher.unmarkRestoration))
      return manifest
    } catch (error) {
      await clear(session)
      await session.executeWrite(transaction => transaction.run(cypher.unmarkRestoration))
      throw error
    }
  })
}

async function claim(session: Session): Promise<void> {
  const { records } = await session.run(cypher.lookAround)
  const { cutOff, empty } = records[0]!.toObject() as { cutOff: boolean; empty: boolean }
  if (!empty && !cutOff) throw new ArchiveError('The database is not empty; an archive is restored into an empty one only.')
  await session.executeWrite(transaction => transaction.run(cypher.markRestoration))
  if (!empty) await clear(session)
}

async function clear(session: Session): Promise<void> {
  for (let cleared = 1; cleared > 0; ) {
    const { records } = await session.executeWrite(transaction => transaction.run(cypher.clearSome))
    cleared = neo4j.integer.toNumber(records[0]!.get('cleared'))
  }
}

async function writeAll(session: Session, file: string): Promise<Manifest> {
  const ids: string[] = []
  const nodes = new Batches<NodeRecord & { readonly place: number }>(
    ({ labels }) => labels.join(' '),
    async rows => {
      const parameters = { rows: rows.map(({ properties }) => fromTyped(properties)) }
      const text = cypher.createNodes(rows[0]!.labels)
      const { records } = await session.executeWrite(transaction => transaction.run(text, parameters))
      records.forEach((record, index) => (ids[rows[index]!.place] = record.get('id')))
    },
  )
  const relationships = new Batches<RelationshipRecord>(
    ({ type }) => type,
    async rows => {
      const parameters = {
        rows: rows.map(row => ({ from: ids[row.from], to: ids[row.to], properties: fromTyped(row.properties) })),
      }
      const text = cypher.createRelationships(rows[0]!.type)
      const { records } = await session.executeWrite(transaction => transaction.run(text, parameters))
      if (neo4j.integer.toNumber(records[0]!.get('written')) !== rows.length)
        throw new ArchiveError('Not all relationships could be written; nothing was restored.')
    },
  )
  let place = 0
  let flushed = false
  const manifest = await readArchive(file, {
    node: record => nodes.add({ ...record, place: place++ }),
    relationship: async record => {
      if (!flushed) await nodes.flush()
      flushed = true
      await relationships.add(record)
    },
  })
  await nodes.flush()
  await relationships.flush()
  return manifest
}

/** Gathers rows of a kind until there are enough for a statement, since a label cannot be a parameter. */
class Batches<Row> {
  readonly #waiting = new Map<string, Row[]>()

  constructor(
    readonly kindOf: (row: Row) => string,
    readonly write: (rows: readonly Row[]) => Promise<void>,
  ) {}

  async add(row: Row): Promise<void> {
    const kind = this.kindOf(row)
    let rows = this.#waiting.get(kind)
    if (!rows) this.#waiting.set(kind, (rows = []))
    if (rows.push(row) < rowsAtOnce) return
    this.#waiting.delete(kind)
    await this.write(rows)
  }

  async flush(): Promise<void> {
    for (const rows of this.#waiting.values()) await this.write(rows)
    this.#waiting.clear()
  }
}
