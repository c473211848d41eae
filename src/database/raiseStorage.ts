import { namesOf } from '../cypher/record.ts'
import { fillCarried, fillEnds, fillNames, fillSortLabels, listUnnamed } from '../cypher/write.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { Database, Row } from './connect.ts'

/**
 * The way in which the graph is stored: 2 since statements hold the ids of their ends for the indexes at crowded ends, 3 since
 * nodes hold their names as they are searched, 4 since statements hold some properties of their ends, 5 since nodes hold the label
 * by which they are put in order, 6 since statements that do not always hold have an end by which they are found, whatever their type.
 */
export const storageFormat = 6
/** What Neo4j's importer is given, row by row: a statement without its ends at hand. The first start raises it. */
export const importedFormat = 3

const readFormat = `OPTIONAL MATCH (ledger:Ledger { id: 'ledger' })
RETURN ledger.revision AS revision, coalesce(ledger.format, 1) AS format`
const writeFormat = `MERGE (ledger:Ledger { id: 'ledger' })
ON CREATE SET ledger.revision = 0
SET ledger.format = $format`

type Run = (text: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Row[]>

/** Brings a graph that an earlier version wrote to the present way of storage; a graph that is there already is left alone. */
export async function raiseStorage(database: Database, ontology: Ontology): Promise<void> {
  const run: Run = (text, parameters = {}) => database.administer({ text, parameters })
  const [ledger] = await run(readFormat)
  const format = (ledger?.['format'] as number | undefined) ?? 1
  if (format === storageFormat) return
  // An empty graph has nothing to raise.
  if (ledger?.['revision']) {
    const types = [...ontology.relationshipTypes.values()]
    if (format < 2) for (const type of types) if (type.crowded.length > 0) await run(fillEnds(type))
    if (format < 3) {
      await nameNodes(run, 'Entity', 'id')
      await nameNodes(run, 'RemovedEntity', 'id')
      await nameNodes(run, 'EntityVersion', 'entityId')
    }
    if (format < 4) for (const type of types) if (type.carried.length > 0) await run(fillCarried(type))
    if (format < 5) await run(fillSortLabels)
    if (format < 6) for (const type of types) if (type.crowded.length === 0) await run(fillEnds(type))
  }
  await run(writeFormat, { format: storageFormat })
}

const keysAtOnce = 5000

async function nameNodes(run: Run, label: string, key: string): Promise<void> {
  for (let after = ''; ; ) {
    const found = await run(listUnnamed(label, key), { after, limit: keysAtOnce })
    if (found.length === 0) return
    const rows = found.map(({ node, properties }) => ({ node, names: namesOf({ properties: properties as Row }) ?? null }))
    await run(fillNames, { rows })
    after = found.at(-1)!['key'] as string
  }
}
