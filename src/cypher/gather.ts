import type { ConnectionPlan } from '../plan/plan.ts'
import { isPast } from './knownAt.ts'
import { type Printing, printSubquery } from './printing.ts'
import type { Rows } from './printRows.ts'

/** Rows that were walked once, for their number and for the page that is then taken from them. */
export interface Gathered {
  /** An expression whose value holds what `answer` says of the rows. */
  around(answer: string): string
  readonly count: string
  /** The same rows, read from the list. */
  readonly rows: Rows
}

/**
 * Gathers the rows where both their number and a page of them are asked for, and no index gives either without walking them all:
 * those that a filter finds from the other end of a relationship. Undefined for all others, and after a cursor, which the number
 * ignores. No aggregate does it, since Cypher takes none beside other values.
 */
export function gather(printing: Printing, plan: ConnectionPlan, rows: Rows): Gathered | undefined {
  const [node] = rows.variables
  if (!rows.walked || !isCountedToo(plan)) return undefined
  const [found, row] = [printing.variable('found'), printing.variable('row')]
  // What they are ordered by is kept beside them: read again of each later, it would take twice as long as sorting them.
  const kept = [node, ...rows.keys.map(({ expression }) => expression)].join(', ')
  const keys = rows.keys.map((key, index) => ({ ...key, expression: `${row}[${index + 1}]` }))
  return {
    around: answer => `head([${found} IN [${printSubquery('COLLECT', [...rows.clauses, `RETURN [${kept}]`])}] | ${answer}])`,
    count: `size(${found})`,
    rows: { ...rows, keys, variables: [node!, row], clauses: [`UNWIND ${found} AS ${row}`, `WITH ${row}, ${row}[0] AS ${node}`] },
  }
}

/** Whether both the number of the rows and a first page of them are asked for, of the present. */
export function isCountedToo({ source, page, fields }: ConnectionPlan): boolean {
  const asked = fields.some(({ kind }) => kind === 'totalCount') && fields.some(({ kind }) => kind !== 'totalCount')
  return asked && page.after === undefined && !isPast(source.asOf)
}
