import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import neo4j from 'neo4j-driver'
import type { Address } from '../../src/database/connect.ts'

/** A node or a relationship as it is stored, as one line of a file. */
export interface StoredRow {
  /** Labels, or a type. */
  readonly kind: string
  /** The ids of its ends, when it is a relationship. */
  readonly from?: string
  readonly to?: string
  readonly properties: Record<string, unknown>
  /** The properties that are days. */
  readonly dates: Record<string, string>
}

const statements = [
  `MATCH (n:Entity) RETURN 'Entity:' + [label IN labels(n) WHERE label <> 'Entity'][0] AS kind, properties(n) AS properties ORDER BY kind`,
  `MATCH (a:Entity)-[r]->(b:Entity) RETURN type(r) AS kind, a.id AS from, b.id AS to, properties(r) AS properties ORDER BY kind`,
]

/** Writes all that a database holds to a file, nodes first, and gives the number of rows. */
export async function writeStoredRows({ uri, username, password }: Address, file: string): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true })
  const output = createWriteStream(file)
  let rows = 0
  for (const statement of statements) {
    const session = driver.session()
    for await (const record of session.run(statement, {}, { timeout: 3_600_000 })) {
      const { properties, ...row } = record.toObject() as StoredRow
      if (!output.write(`${JSON.stringify({ ...row, ...splitDates(properties) })}\n`)) await once(output, 'drain')
      rows++
    }
    await session.close()
  }
  output.end()
  await once(output, 'finish')
  await driver.close()
  return rows
}

/** Days apart from what JSON can say; the instant of recording is left out. */
function splitDates(properties: StoredRow['properties']): Pick<StoredRow, 'properties' | 'dates'> {
  const { recordedAt: _, ...others } = properties
  const days = Object.entries(others).filter(([, value]) => neo4j.isDate(value as object))
  const plain = Object.entries(others).filter(([, value]) => !neo4j.isDate(value as object))
  return {
    properties: Object.fromEntries(plain),
    dates: Object.fromEntries(days.map(([name, value]) => [name, String(value)])),
  }
}
