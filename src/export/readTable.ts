import type { Database } from '../database/connect.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { WritingContext } from './formats/format.ts'
import type { Table } from './formats/tableColumns.ts'
import type { TableFile } from './formats/tables.ts'
import { type Piece, Pieces } from './pieces.ts'
import { type GraphRecord, type GraphState, readEntities, readStatements } from './readGraph.ts'

/** Where an export reads, and how it writes. */
export interface ExportSource extends WritingContext {
  readonly database: Database
}

/** The records of one of the two tables. */
export function readTable(database: Database, ontology: Ontology, table: Table, state: GraphState): AsyncGenerator<GraphRecord> {
  return table === 'nodes' ? readEntities(database, ontology, state) : readStatements(database, ontology, state)
}

/** One of the two tables as it is written, piece by piece; from the middle when the state says after which record. */
export async function* writeTable(source: ExportSource, { table, format }: TableFile, state: GraphState): AsyncGenerator<Piece> {
  const pieces = new Pieces(format.open(source, table), state.after !== undefined)
  for await (const record of readTable(source.database, source.ontology, table, state)) {
    const piece = pieces.add(record)
    if (piece) yield piece
  }
  yield pieces.end()
}
