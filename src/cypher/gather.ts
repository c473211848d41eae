import type { ConnectionPlan } from '../plan/plan.ts'
import { isPast } from './knownAt.ts'
import type { Printing } from './printing.ts'
import type { Rows } from './printRows.ts'

/** Rows that were walked once, for their number and for the page that is then taken from them. */
export interface Gathered {
  /** The clauses that hold all rows in one list. */
  readonly clauses: readonly string[]
  readonly count: string
  /** The same rows, read from the list. */
  readonly rows: Rows
}

/**
 * Gathers the rows where both their number and a page of them are asked for, and no index gives either without walking them all:
 * those that a filter finds from the other end of a relationship. Undefined for all others, and after a cursor, which the number
 * ignores. Rows that hang on a node are not gathered, since Cypher takes no aggregate below another node's values.
 */
export function gather(printing: Printing, plan: ConnectionPlan, rows: Rows): Gathered | undefined {
  const { source, page, fields } = plan
  const [node] = rows.variables
  const asked = fields.some(({ kind }) => kind === 'totalCount') && fields.some(({ kind }) => kind !== 'totalCount')
  if (!asked || !rows.walked || page.after !== undefined || isPast(source.asOf)) return undefined
  const found = printing.variable('found')
  return {
    clauses: [...rows.clauses, `WITH collect(${node}) AS ${found}`],
    count: `size(${found})`,
    rows: { ...rows, clauses: [`UNWIND ${found} AS ${node}`] },
  }
}
