import type { AsOf, Condition, RowSource } from '../plan/plan.ts'
import type { Traversal } from '../schema/ontology.ts'
import { pastSuffix } from './constraints.ts'
import { idsOf, type Related } from './findAnchor.ts'
import { enter, printAllStates, printFound, printHeld, printStanding } from './knownAt.ts'
import { printCondition, printPattern } from './printCondition.ts'
import { type Printing, printCall, printWhere } from './printing.ts'

/** Entities of a type as they were at an instant; where the filter names the other end of a relationship, it starts there too. */
export function printPastRows(
  printing: Printing,
  node: string,
  { asOf, type }: Extract<RowSource, { kind: 'nodes' }>,
  anchor: Related | undefined,
  rest: readonly Condition[],
): string[] {
  const conditions = () => rest.map(part => printCondition(printing, node, part, asOf))
  if (!anchor) {
    const all = printAllStates(printing, node, type.name, asOf, () => [])
    const where = printWhere(conditions())
    return where ? [all, 'WITH *', where] : [all]
  }
  const other = printing.variable('n')
  const statement = printing.variable('r')
  const ids = printing.parameters.add(idsOf(anchor.node), { kind: 'value', type: 'ID' })
  enter(printing, other, asOf)
  const onStatement = [printing.holds(statement, asOf, anchor.ranks), printCondition(printing, statement, anchor.statement, asOf)]
  const onOther = [printCondition(printing, other, anchor.node, asOf)]
  return [
    `MATCH (${other}:Entity|RemovedEntity)`,
    `WHERE ${other}.id IN ${ids}`,
    `MATCH ${printPattern(other, statement, node, opposite(anchor.traversal, type.name), asOf)}`,
    ...printFound(printing, other, anchor.traversal.targets, asOf, onStatement, onOther),
    `WITH DISTINCT ${node}`,
    ...printFound(printing, node, [type.name], asOf, [], conditions()),
  ]
}

function opposite(traversal: Traversal, type: string): Traversal {
  return { ...traversal, direction: traversal.direction === 'OUT' ? 'IN' : 'OUT', targets: [type] }
}

/** Entities by the words that they had at an instant, in the index of the present and in that of earlier versions. */
export function printPastHits(
  printing: Printing,
  node: string,
  asOf: AsOf,
  hits: (found: string, suffix: string) => readonly string[],
): string[] {
  const version = printing.variable('v')
  const state = printing.state(node)
  const branches = [
    ...hits(node, ''),
    `WITH ${node} WHERE ${printStanding(printing, node, asOf)}`,
    `RETURN ${node}, ${node} AS ${state}`,
    'UNION ALL',
    ...hits(version, pastSuffix),
    `WITH ${version} WHERE ${printHeld(printing, version, asOf)}`,
    `MATCH (${node}:Entity|RemovedEntity)`,
    `WHERE ${node}.id = ${version}.entityId`,
    `RETURN ${node}, ${version} AS ${state}`,
  ]
  return [printCall([], branches)]
}
