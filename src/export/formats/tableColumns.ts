import type { Ontology } from '../../schema/ontology.ts'
import { type Column, entityColumns, statementColumns } from '../columns.ts'

/** The two tables of an export. */
export const tables = ['nodes', 'statements'] as const
export type Table = (typeof tables)[number]

/** The columns of one of the two tables. */
export function tableColumns(ontology: Ontology, table: string): Column[] {
  return table === 'nodes' ? entityColumns(ontology) : statementColumns(ontology)
}
