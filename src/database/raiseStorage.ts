import { fillEnds } from '../cypher/write.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { Database } from './connect.ts'

/** The way in which statements are stored: 2 since they hold the ids of their ends for the indexes at crowded ends. */
export const storageFormat = 2

const readFormat = `OPTIONAL MATCH (ledger:Ledger { id: 'ledger' })
RETURN ledger.revision AS revision, coalesce(ledger.format, 1) AS format`
const writeFormat = `MERGE (ledger:Ledger { id: 'ledger' })
ON CREATE SET ledger.revision = 0
SET ledger.format = $format`

/** Brings a graph that an earlier version wrote to the present way of storage; a graph that is there already is left alone. */
export async function raiseStorage(database: Database, ontology: Ontology): Promise<void> {
  const run = (text: string) => database.administer({ text, parameters: { format: storageFormat } })
  const [ledger] = await run(readFormat)
  if (ledger?.['format'] === storageFormat) return
  // An empty graph has nothing to raise.
  if (ledger?.['revision'])
    for (const type of ontology.relationshipTypes.values()) if (type.crowded.length > 0) await run(fillEnds(type))
  await run(writeFormat)
}
