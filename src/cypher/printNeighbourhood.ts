import type { RootPlan } from '../plan/plan.ts'
import { written } from '../plan/slot.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { endProperties } from './constraints.ts'
import { enter, isPast, printFound, printNodePattern, printStart, printStep, printType } from './knownAt.ts'
import { printGraph } from './printGraph.ts'
import { joinBranches, type Printing, printCall, printFrom, printSubquery, printWhere } from './printing.ts'
import { isCrowdedAt, type Side, sidesOf } from './sides.ts'

/** How far a neighbourhood reaches at most. */
export const deepestNeighbourhood = 3
/** The most nodes that a neighbourhood gives. */
export const largestNeighbourhood = 500
/** The most neighbours of one node that a step goes on to: the first by id, so that they are the same each time. */
export const widestStep = 100

type Neighbourhood = Extract<RootPlan, { kind: 'neighbourhood' }>

/** The nodes around one, step by step, each step by id; and what lies between them. */
export function printNeighbourhood(printing: Printing, plan: Neighbourhood): string {
  const { parameters } = printing
  const { asOf } = plan
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
  // A depth that the query says itself spares the steps beyond it, which Neo4j would have to plan.
  for (let step = 1; step <= written(plan.depth, deepestNeighbourhood); step++) {
    const [node, found, wider] = [printing.variable('n'), printing.variable('found'), printing.variable('nodes')]
    const sides = step === 1 && plan.centre ? sidesOf({ ...plan, ofNode: true, nodeType: plan.centre }) : []
    const nearest = isCrowdedAt(sides) ? printNearestOfCrowd(printing, plan, node, sides) : printNearest(printing, plan, node)
    const neighbours = printSubquery('COLLECT', [
      `UNWIND CASE WHEN ${depth} >= ${step} THEN ${nodes} ELSE [] END AS ${node}`,
      `UNWIND ${printSubquery('COLLECT', nearest)} AS ${found}`,
      `WITH DISTINCT ${found} WHERE NOT ${found} IN ${nodes}`,
      `RETURN ${found} ORDER BY ${found}.id LIMIT ${limit}`,
    ])
    clauses.push(`WITH ${nodes}, ${neighbours} AS ${found}s`, `WITH (${nodes} + ${found}s)[..${limit}] AS ${wider}`)
    nodes = wider
  }
  const between = printBetween(printing, plan, nodes)
  const relationships = printing.variable('relationships')
  clauses.push(`WITH ${nodes}, ${between} AS ${relationships}`, `RETURN ${printGraph(printing, plan, nodes, relationships)}`)
  return `head(${printSubquery('COLLECT', clauses)})`
}

/** The neighbours of a node to go on to. */
function printNearest(printing: Printing, { types, asOf }: Neighbourhood, node: string): string[] {
  const [statement, other] = [printing.variable('r'), printing.variable('n')]
  return [
    `MATCH (${node})-${printStep(statement, types, asOf)}-${printNodePattern(other, ['Entity'], asOf)}`,
    printWhere([printing.holds(statement, asOf)]),
    `WITH DISTINCT ${other} ORDER BY ${other}.id LIMIT ${widestStep}`,
    `RETURN ${other}`,
  ]
}

/** The same where very many may meet at the node: of those, only as many are read as are gone on to. */
function printNearestOfCrowd(printing: Printing, { asOf }: Neighbourhood, node: string, sides: readonly Side[]): string[] {
  const [statement, other, id] = [printing.variable('r'), printing.variable('n'), printing.variable('id')]
  const holds = printing.holds(statement, asOf)
  const branches = sides.flatMap(({ near, crowded, others }) => {
    const ends = endProperties[near]
    const read = crowded.map(({ name }) => [
      `MATCH ()-[${statement}:${name}]->()`,
      printWhere([`${statement}.${ends.near} = ${node}.id`, `${statement}.${ends.far} >= ''`, holds]),
      `WITH DISTINCT ${statement}.${ends.near} AS near, ${statement}.${ends.far} AS ${id}`,
      `RETURN ${id} ORDER BY near, ${id} LIMIT ${widestStep}`,
    ])
    if (others.length === 0) return read
    const match = printFrom(`(${node})`, near, printStep(statement, others, asOf), `(${other})`)
    return [...read, [`MATCH ${match}`, printWhere([holds]), `RETURN ${other}.id AS ${id}`]]
  })
  return [
    printCall([node], [joinBranches(branches)]),
    `WITH DISTINCT ${id} ORDER BY ${id} LIMIT ${widestStep}`,
    `MATCH (${other}:Entity) WHERE ${other}.id = ${id}`,
    `RETURN ${other}`,
  ]
}

/**
 * What lies between these nodes. Each type is read from the end where few of it meet, so that a hub among them costs no more
 * than any other; where very many may meet at both, from where it leads to.
 */
function printBetween(printing: Printing, { types, asOf }: Neighbourhood, nodes: string): string {
  const [node, statement, other] = [printing.variable('n'), printing.variable('r'), printing.variable('n')]
  const inward = types.filter(({ crowded }) => crowded.includes('from'))
  const read = (wanted: readonly RelationshipType[], near: Side['near']): string[] => {
    if (wanted.length === 0) return []
    const step = printStep(statement, wanted, asOf)
    const clauses = [
      `UNWIND ${nodes} AS ${node}`,
      `MATCH ${printFrom(`(${node})`, near, step, printNodePattern(other, ['Entity'], asOf))}`,
      printWhere([`${other} IN ${nodes}`, printing.holds(statement, asOf)]),
      `RETURN ${statement}`,
    ]
    return [printSubquery('COLLECT', clauses)]
  }
  const outward = types.filter(type => !inward.includes(type))
  const found = [...read(outward, 'from'), ...read(inward, 'to')]
  return printSubquery('COLLECT', [
    `UNWIND ${found.join(' + ') || '[]'} AS ${statement}`,
    `RETURN ${statement} ORDER BY ${printType(statement, asOf)}, ${statement}.id LIMIT ${largestNeighbourhood * 4}`,
  ])
}
