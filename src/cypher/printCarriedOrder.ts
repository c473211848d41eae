import type { ConnectionPlan, OrderKey, Page } from '../plan/plan.ts'
import { endProperties } from './constraints.ts'
import { isPast } from './knownAt.ts'
import { carriedByTargets } from './printCarried.ts'
import { printCondition, printPattern } from './printCondition.ts'
import { isBounded } from './printCrowdedRows.ts'
import { type Printing, printAfterAll, printWhere } from './printing.ts'
import { printAfter, printBound, printFirstThen, printMissingStart } from './printOrderedScan.ts'
import { idKey, type Rows, type SortKey, scalarOf } from './printRows.ts'
import { near, type Traversed } from './sides.ts'

/** Under which name statements carry the value by which the rows of a node are ordered; undefined when rows must be read to be sorted. */
export function carriedOrder({ source, order }: ConnectionPlan): string | undefined {
  const [key, ...others] = order
  if (source.kind !== 'traversal' || key?.of !== 'node' || others.length > 0 || isPast(source.asOf)) return undefined
  // Rows that a filter finds by what statements carry are few, and sorted soon.
  if (isBounded(source)) return undefined
  return carriedByTargets(source.traversal).carried.find(({ property }) => property === key.property.name)?.stored
}

/**
 * The rows of one node in the order of a value that its statements carry, read from their index as far as the page needs. Those
 * without the value come last, by the id of the other end, again as far as the page needs.
 */
export function printCarriedOrder(
  printing: Printing,
  source: Traversed,
  stored: string,
  { property, descending }: OrderKey,
  page: Page,
  limit: string,
  parent: string,
): Rows {
  const { traversal, condition, statement: stated, ranks, asOf } = source
  const statement = printing.variable('r')
  const node = printing.variable('n')
  const ends = endProperties[near(source.traversal)]
  const [own, far] = [`${statement}.${ends.near}`, `${statement}.${ends.far}`]
  const value: SortKey = { expression: `${statement}.${stored}`, type: scalarOf(property), descending, nullable: true }
  const other: SortKey = { expression: far, type: 'ID', descending: false, nullable: false }
  const keys = [value, other, idKey(statement)]
  const found = (where: readonly string[], order: string) => [
    `MATCH ${printPattern('', statement, node, traversal, asOf)}`,
    printWhere([
      `${own} = ${parent}.id`,
      ...where,
      printAfterAll([printCondition(printing, statement, stated, asOf)], printing.holds(statement, asOf, ranks)),
      printCondition(printing, node, condition, asOf),
    ]),
    `RETURN ${statement} ORDER BY ${order} LIMIT ${limit}`,
  ]
  const present = [{ ...value, nullable: false }, other, idKey(statement)]
  const way = descending ? ' DESC' : ''
  const given = [printBound(present[0]!, page), printAfter(printing, page, present)]
  const missing = [
    `${far} >= ${page.after === undefined ? `''` : printMissingStart(printing, page, keys, 1)}`,
    `${value.expression} IS NULL`,
    printAfter(printing, page, keys),
  ]
  const first = found(given, `${own}${way}, ${value.expression}${way}, ${far}, ${statement}.id`)
  const then = found(missing, `${own}, ${far}, ${statement}.id`)
  const end = near(source.traversal) === 'from' ? 'endNode' : 'startNode'
  const clauses = [
    ...printFirstThen(printing, statement, [parent], first, then, limit),
    `WITH ${statement}, ${end}(${statement}) AS ${node}`,
  ]
  return { clauses, keys, variables: [statement, node], node, statement }
}
