import { type EntityRecord, type StatementRecord, statementKey } from '../../src/cypher/record.ts'
import { lockLedger } from '../../src/cypher/write.ts'
import type { Database } from '../../src/database/connect.ts'
import { type Difference, recordDifference, type StoredStatement } from '../../src/database/recordDifference.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

const nothing: Difference = {
  nodesAdded: [],
  nodesChanged: [],
  nodesRemoved: [],
  statementsAdded: [],
  statementsChanged: [],
  statementsRemoved: [],
}

/** Writes a difference as one revision of the dataset `test`, and says its number and its instant. */
export async function revise(
  database: Database,
  difference: Partial<Difference>,
): Promise<{ readonly revision: number; readonly at: string }> {
  return database.write(async run => {
    await run({ text: lockLedger, parameters: {} })
    const revision = await recordDifference(run, readOntology(), { ...nothing, ...difference }, { dataset: 'test' })
    const [row] = await run({
      text: 'MATCH (r:Revision { number: $revision }) RETURN toString(r.at) AS at',
      parameters: { revision },
    })
    return { revision, at: row?.['at'] as string }
  })
}

/** An entity whose English label is also the word that it is searched by. */
export function entity(type: string, id: string, label: string, properties: Record<string, unknown> = {}): EntityRecord {
  const words = label.toLowerCase()
  return { type, id, properties: { labelEn: label, searchEn: words, searchFr: words, searchNl: words, ...properties } }
}

/** A statement of the rank NORMAL; what is given beside its ends stands over that. */
export function statement(type: string, from: string, to: string, properties: Record<string, unknown> = {}): StatementRecord {
  const own = [...readOntology().relationshipTypes.get(type)!.properties.keys()].map(name => properties[name])
  const key = statementKey({ type, from, to }, own, properties['validFrom'])
  return { type, from, to, key, properties: { basis: 'CURATED', source: 'test', rank: 'NORMAL', ...properties } }
}

/** A statement as it is stored since the revision that wrote it. */
export function storedAs({ type, from, to, key }: StatementRecord, revision: number): StoredStatement {
  return { type, from, to, key, id: `statement/${key}@${revision}` }
}
