import { createHash } from 'node:crypto'
import { listRevisions } from '../../cypher/revisions.ts'
import type { Ontology } from '../../schema/ontology.ts'
import type { TableFile } from '../formats/tables.ts'
import type { GraphState } from '../readGraph.ts'
import type { ExportSource } from '../readTable.ts'

/** Raised when the same records are written in another way. */
const layout = 1

/** Names the exact bytes of a file: what is in it, of which graph, and how it is written. */
export async function tagExport(
  { database, ontology, cursors = false }: ExportSource,
  { name }: TableFile,
  { revision, since, after }: GraphState,
): Promise<string> {
  // The instant tells this revision from that of another graph with the same number.
  const [row] = await database.read({ text: listRevisions, parameters: { after: revision - 1, first: 1 } })
  const said = [layout, name, cursors, revision, row?.['at'] ?? null, since ?? 0, after ?? null, layoutOf(ontology)]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)
}

/** All names in their order, since they make the columns. */
function layoutOf({ nodeTypes, relationshipTypes, statement }: Ontology): unknown {
  const types = [...nodeTypes.values(), ...relationshipTypes.values()]
  return [types.map(({ name, properties }) => [name, ...properties.keys()]), [...statement.keys()]]
}
