import type { ConnectionPlan, OrderKey } from '../plan/plan.ts'
import { isEnum } from '../schema/ontology.ts'
import { isPast } from './knownAt.ts'
import { printPattern } from './printCondition.ts'
import { isAlways } from './printCrowdedRows.ts'
import { type Printing, printFrom, printSubquery } from './printing.ts'
import { isSortLabel, printBound, printOrder } from './printOrderedScan.ts'
import { type Rows, scalarOf } from './printRows.ts'
import { sortProperty } from './record.ts'
import { near, type Traversed } from './sides.ts'

/** How many nodes of the type are asked at most whether they are tied to the one, and how many must be: fewer are read and sorted as soon. */
const most = { asked: 500, sorted: 5000 }

/** Whether the first rows of one node are wanted, where very many may meet, in an order for which the other ends have an index. */
export function isFirstInOrder(plan: ConnectionPlan): plan is ConnectionPlan & { readonly source: Traversed } {
  const { source, order, page } = plan
  if (source.kind !== 'traversal' || isPast(source.asOf) || page.after !== undefined || order.length !== 1) return false
  const { traversal, condition, statement } = source
  const crowded = traversal.relationship.crowded.includes(near(source.traversal)) && traversal.targets.length === 1
  return crowded && isAlways(condition) && isAlways(statement) && isIndexed(order[0]!)
}

/** Values of enums are few: the very many nodes that share one would have to be put in the order of their ids. */
function isIndexed(key: OrderKey): boolean {
  const { property, of } = key
  if (of !== 'node' || property.name === 'id' || isEnum(property.type)) return false
  return isSortLabel(key) || Boolean(property.indexed && !property.translated)
}

/**
 * The first rows of one node to which a good share of all nodes of a type is tied: these are read from the index of what they are ordered by,
 * and asked whether they are tied to it, until the page is full. Where that takes too many, all rows are read and sorted: `rows`.
 */
export function printFromOrder(
  printing: Printing,
  source: Traversed,
  key: OrderKey,
  rows: Rows,
  parent: string,
  limit: string,
): Rows {
  const { traversal, ranks, asOf } = source
  const { node, statement, keys } = rows as Required<Pick<Rows, 'node' | 'statement' | 'keys'>>
  const [first, row] = [printing.variable('first'), printing.variable('row')]
  const tied = (link: string) =>
    `MATCH ${printPattern(parent, link, node, traversal, asOf, '')} WHERE ${printing.holds(link, asOf, ranks)}`
  const expression = `${node}.${isSortLabel(key) ? sortProperty : key.property.name}`
  const way = key.descending ? ' DESC' : ''
  const bound = printBound({ expression, type: scalarOf(key.property) }, {})
  const inOrder = `ORDER BY ${expression}${way}, ${node}.id LIMIT`
  const asked = printSubquery('COLLECT', [
    `MATCH (${node}:${traversal.targets[0]}) WHERE ${bound}`,
    `WITH ${node} ${inOrder} ${most.asked}`,
    `WITH ${node} WHERE EXISTS { ${tied(printing.variable('r'))} }`,
    `RETURN ${node} ${inOrder} ${limit}`,
  ])
  const found = printSubquery('COLLECT', [`UNWIND ${first} AS ${node}`, tied(statement), `RETURN [${statement}, ${node}]`])
  const order = printOrder(keys).join(', ')
  const sorted = printSubquery('COLLECT', [...rows.clauses, `RETURN [${statement}, ${node}] ORDER BY ${order} LIMIT ${limit}`])
  const degree = `COUNT { ${printFrom(`(${parent})`, near(source.traversal), `[:${traversal.relationship.name}]`)} }`
  const all = `COUNT { (:${traversal.targets[0]}) }`
  // Half of those that are asked would fill the page, if they were spread evenly.
  const many = `${degree} > ${most.sorted} AND ${degree} * ${most.asked / 2} > ${limit} * ${all}`
  const clauses = [
    `WITH CASE WHEN ${many} THEN ${asked} ELSE [] END AS ${first}`,
    `UNWIND CASE WHEN size(${first}) = ${limit} THEN ${found} ELSE ${sorted} END AS ${row}`,
    `WITH ${row}[0] AS ${statement}, ${row}[1] AS ${node}`,
  ]
  return { ...rows, clauses }
}
