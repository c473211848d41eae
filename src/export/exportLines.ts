import type { Database } from '../database/connect.ts'
import type { Ontology } from '../schema/ontology.ts'
import { type GraphRecord, type GraphState, readEntities, readStatements } from './readGraph.ts'

/** What can be exported. */
export const exported = ['nodes', 'statements'] as const
export type Exported = (typeof exported)[number]

/** How many lines go on together. */
const linesAtOnce = 200

/**
 * The lines of an export in the form that `pacta load` reads, some together, each ended. With cursors, each line also says
 * where to go on after it, and what a load would work out anew: of which revision it is, and the id of a statement.
 */
export async function* exportLines(
  database: Database,
  ontology: Ontology,
  what: Exported,
  state: GraphState,
  cursors = false,
): AsyncGenerator<{ readonly text: string; readonly lines: number }> {
  let lines: string[] = []
  const records = what === 'nodes' ? readEntities(database, ontology, state) : readStatements(database, ontology, state)
  for await (const record of records) {
    lines.push(`${JSON.stringify(cursors ? withCursor(record) : toLine(what, record))}\n`)
    if (lines.length < linesAtOnce) continue
    yield { text: lines.join(''), lines: lines.length }
    lines = []
  }
  if (lines.length > 0) yield { text: lines.join(''), lines: lines.length }
}

function withCursor({ cursor, revision, form }: GraphRecord): object {
  return { cursor, revision, ...form }
}

function toLine(what: Exported, { form }: GraphRecord): object {
  if (what === 'nodes') return form
  const { id: _id, recordedAt: _recordedAt, ...said } = form
  return said
}
