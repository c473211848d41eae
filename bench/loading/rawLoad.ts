import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import neo4j, { type Session } from 'neo4j-driver'
import { makeIndexes, readConstraints } from '../load.ts'
import type { StoredRow } from './storedRows.ts'

// Writes stored rows as plain batches through the driver, with nothing checked or compared: what loading costs at least.
// Arguments: the file, how many rows a batch has, how many batches are under way, and whether indexes are made first or last.
const [file = '', rowsInBatch = '', mostUnderWay = '', whenIndexed = ''] = process.argv.slice(2)
const { NEO4J_URI = '', NEO4J_USERNAME = '', NEO4J_PASSWORD = '' } = process.env
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), { disableLosslessIntegers: true })
const idle: Session[] = Array.from({ length: Number(mostUnderWay) }, () => driver.session())
const underWay = new Set<Promise<void>>()
const schema = await readConstraints()
const constraints = schema.filter(statement => statement.startsWith('CREATE CONSTRAINT'))
const indexes = schema.filter(statement => !constraints.includes(statement))
const address = { uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD }

await makeIndexes(address, whenIndexed === 'first' ? schema : constraints)

let batch: StoredRow[] = []
for await (const line of createInterface({ input: createReadStream(file) })) {
  const row = JSON.parse(line) as StoredRow
  const [first] = batch
  if (first && (batch.length >= Number(rowsInBatch) || first.kind !== row.kind)) {
    await send(batch)
    // Relationships need both of their ends.
    if (first.from === undefined && row.from !== undefined) await Promise.all(underWay)
    batch = []
  }
  batch.push(row)
}
if (batch.length > 0) await send(batch)
await Promise.all(underWay)
if (whenIndexed === 'last') await makeIndexes(address, indexes)
await driver.close()

/** Sends a batch as soon as a session is free. */
async function send(rows: readonly StoredRow[]): Promise<void> {
  while (idle.length === 0) await Promise.race(underWay)
  const session = idle.pop()!
  const text = printWrite(rows[0]!)
  const parameters = { rows: rows.map(row => ({ ...row, properties: withDates(row) })) }
  const sent = session
    .executeWrite(transaction => transaction.run(text, parameters))
    .then(() => {
      idle.push(session)
      underWay.delete(sent)
    })
  underWay.add(sent)
}

function printWrite({ kind, from }: StoredRow): string {
  if (from === undefined) return `UNWIND $rows AS row CREATE (n:${kind}) SET n = row.properties`
  return `UNWIND $rows AS row
MATCH (from:Entity { id: row.from })
MATCH (to:Entity { id: row.to })
CREATE (from)-[r:${kind}]->(to)
SET r = row.properties`
}

function withDates({ properties, dates }: StoredRow): Record<string, unknown> {
  const read = Object.entries(dates).map(([name, day]) => [name, neo4j.types.Date.fromStandardDate(new Date(`${day}T12:00Z`))])
  return { ...properties, ...Object.fromEntries(read) }
}
