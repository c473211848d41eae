import type { RootPlan } from '../plan/plan.ts'
import { enter, isPast, printFound, printNodePattern, printStart, printType, printTypes } from './knownAt.ts'
import { printGraph } from './printGraph.ts'
import { type Printing, printSubquery, printWhere } from './printing.ts'

/** How far a neighbourhood reaches at most. */
export const deepestNeighbourhood = 3
/** The most nodes that a neighbourhood gives. */
export const largestNeighbourhood = 500
/** The most neighbours of one node that a step goes on to: the first by id, so that they are the same each time. */
export const widestStep = 100

/** The nodes around one, step by step, each step by id; and what lies between them. */
export function printNeighbourhood(printing: Printing, plan: Extract<RootPlan, { kind: 'neighbourhood' }>): string {
  const { parameters } = printing
  const { asOf } = plan
  const types = printTypes(
    plan.types.map(type => type.name),
    asOf,
  )
  const depth = parameters.add(plan.depth, {
    kind: 'bounded',
    argument: 'neighbourhood.depth',
    least: 1,
    largest: deepestNeighbourhood,
  })
  const limit = parameters.add(plan.limit, {
    kind: 'bounded',
    argument: 'neighbourhood.limit',
    least: 1,
    largest: largestNeighbourhood,
  })
  const centre = printing.variable('n')
  enter(printing, centre, asOf)
  let nodes = printing.variable('nodes')
  const clauses = [
    `MATCH ${printStart(printing, centre, 'Entity', plan.id, asOf)}`,
    ...(isPast(asOf) ? printFound(printing, centre, [], asOf, [], []) : []),
    `WITH [${centre}] AS ${nodes}`,
  ]
  for (let step = 1; step <= deepestNeighbourhood; step++) {
    const [node, statement, other, found, wider] = [
      printing.variable('n'),
      printing.variable('r'),
      printing.variable('n'),
      printing.variable('found'),
      printing.variable('nodes'),
    ]
    const neighbours = printSubquery('COLLECT', [
      `UNWIND CASE WHEN ${depth} >= ${step} THEN ${nodes} ELSE [] END AS ${node}`,
      `UNWIND ${printSubquery('COLLECT', [
        `MATCH (${node})-[${statement}:${types}]-${printNodePattern(other, ['Entity'], asOf)}`,
        printWhere([printing.holds(statement, plan.asOf)]),
        `WITH DISTINCT ${other} ORDER BY ${other}.id LIMIT ${widestStep}`,
        `RETURN ${other}`,
      ])} AS ${found}`,
      `WITH DISTINCT ${found} WHERE NOT ${found} IN ${nodes}`,
      `RETURN ${found} ORDER BY ${found}.id LIMIT ${limit}`,
    ])
    clauses.push(`WITH ${nodes}, ${neighbours} AS ${found}s`, `WITH (${nodes} + ${found}s)[..${limit}] AS ${wider}`)
    nodes = wider
  }
  const [node, statement, other] = [printing.variable('n'), printing.variable('r'), printing.variable('n')]
  const between = printSubquery('COLLECT', [
    `UNWIND ${nodes} AS ${node}`,
    `MATCH (${node})-[${statement}:${types}]->${printNodePattern(other, ['Entity'], asOf)}`,
    printWhere([`${other} IN ${nodes}`, printing.holds(statement, plan.asOf)]),
    `RETURN ${statement} ORDER BY ${printType(statement, asOf)}, ${statement}.id LIMIT ${largestNeighbourhood * 4}`,
  ])
  const relationships = printing.variable('relationships')
  clauses.push(`WITH ${nodes}, ${between} AS ${relationships}`, `RETURN ${printGraph(printing, plan, nodes, relationships)}`)
  return `head(${printSubquery('COLLECT', clauses)})`
}
