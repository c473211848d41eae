import type { Condition, ConnectionPlan, Page } from '../plan/plan.ts'
import { endProperties } from './constraints.ts'
import { isPast } from './knownAt.ts'
import { carriedByTargets, findBounds, partsOf } from './printCarried.ts'
import { printCondition, printPattern, printTargets } from './printCondition.ts'
import { printFromEither } from './printFromAnchor.ts'
import { printHeldCount } from './printHeldCount.ts'
import { type Printing, printAfterAll, printWhere } from './printing.ts'
import { printBound, printFirstRows } from './printOrderedScan.ts'
import { idKey, type Rows, type SortKey } from './printRows.ts'
import { near, type Traversed } from './sides.ts'

/** Whether these are the rows, in their usual order, at an end of a relationship where very many may meet. */
export function isCrowded(plan: ConnectionPlan): plan is ConnectionPlan & { readonly source: Traversed } {
  const { source, order } = plan
  return (
    source.kind === 'traversal' &&
    order.length === 0 &&
    !isPast(source.asOf) &&
    !isBounded(source) &&
    source.traversal.relationship.crowded.includes(near(source.traversal))
  )
}

/** Whether what statements carry finds its rows sooner than their order does. */
export function isBounded({ traversal, condition }: Traversed): boolean {
  return findBounds(carriedByTargets(traversal), partsOf(condition)).length > 0
}

/** The rows of one node, read from the index of its statements in the order of the other end, as far as the page needs. */
export function printCrowdedRows(printing: Printing, source: Traversed, page: Page, limit: string, parent: string): Rows {
  const { traversal, condition, statement: stated, ranks, asOf } = source
  const statement = printing.variable('r')
  const node = printing.variable('n')
  const ends = endProperties[near(source.traversal)]
  const far: SortKey = { expression: `${statement}.${ends.far}`, type: 'ID', descending: false, nullable: false }
  const keys = [far, idKey(statement)]
  const within = `${statement}.${ends.near}`
  const onStatement = [printAfterAll([printCondition(printing, statement, stated, asOf)], printing.holds(statement, asOf, ranks))]
  const inOrder = [
    `MATCH ${printPattern('', statement, node, traversal, asOf)}`,
    printWhere([
      `${within} = ${parent}.id`,
      printBound(far, page),
      ...onStatement,
      printCondition(printing, node, condition, asOf),
    ]),
  ]
  const rows = { keys, within, variables: [statement, node], node, statement }
  const kept = printFirstRows(printing, page, rows, limit)
  const clauses = printFromEither(printing, source, { parent, statement, node, onStatement, clauses: inOrder, kept })
  return { ...rows, clauses }
}

/** How many rows there are in all, without reading them. Undefined when something else decides, and rows must be read. */
export function printCrowdedCount(printing: Printing, source: Traversed, parent: string): string | undefined {
  const { traversal, condition, statement: stated, ranks, asOf } = source
  if (printTargets(source.traversal) || !isAlways(condition) || !isAlways(stated)) return undefined
  return printHeldCount(printing, traversal.relationship.name, near(source.traversal), parent, asOf, ranks)
}

/** Whether nothing is asked for. */
export function isAlways(condition: Condition): boolean {
  return condition.kind === 'all' && condition.of.every(isAlways)
}
