import type { RootPlan } from '../plan/plan.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { endProperties } from './constraints.ts'
import { enter, isPast, printFound, printNodePattern, printStart, printType, printTypes } from './knownAt.ts'
import { printGraph } from './printGraph.ts'
import { type Printing, printCall, printSubquery, printWhere } from './printing.ts'

/** How far a neighbourhood reaches at most. */
export const deepestNeighbourhood = 3
/** The most nodes that a neighbourhood gives. */
export const largestNeighbourhood = 500
/** The most neighbours of one node that a step goes on to: the first by id, so that they are the same each time. */
export const widestStep = 100
/** Up to so many relationships of a node are read whole. */
const fewRelationships = 200

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
  // A depth that the query says itself spares the steps beyond it.
  const deepest = typeof plan.depth === 'number' ? Math.min(plan.depth, deepestNeighbourhood) : deepestNeighbourhood
  for (let step = 1; step <= deepest; step++) {
    const [node, found, wider] = [printing.variable('n'), printing.variable('found'), printing.variable('nodes')]
    const neighbours = printSubquery('COLLECT', [
      `UNWIND CASE WHEN ${depth} >= ${step} THEN ${nodes} ELSE [] END AS ${node}`,
      `UNWIND ${printNeighbours(printing, plan, node)} AS ${found}`,
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

/** The first neighbours of a node by id: read whole where they are few, else type by type, as far as they are wanted. */
function printNeighbours(printing: Printing, { types, asOf }: Neighbourhood, node: string): string {
  const [statement, other] = [printing.variable('r'), printing.variable('n')]
  const first = [`WITH DISTINCT ${other} ORDER BY ${other}.id LIMIT ${widestStep}`, `RETURN ${other}`]
  const expand = (wanted: readonly RelationshipType[], left: string, right: string) => [
    `MATCH (${node})${left}[${statement}:${printTypes(namesOf(wanted), asOf)}]${right}${printNodePattern(other, ['Entity'], asOf)}`,
    printWhere([printing.holds(statement, asOf)]),
  ]
  const few = printSubquery('COLLECT', [...expand(types, '-', '-'), ...first])
  if (isPast(asOf) || !types.some(({ crowded }) => crowded.length > 0)) return few
  const branches = (['from', 'to'] as const).flatMap(near => {
    const crowded = types.filter(type => type.crowded.includes(near))
    const others = types.filter(type => !crowded.includes(type))
    const ends = endProperties[near]
    const [left, right] = near === 'from' ? ['-', '->'] : ['<-', '-']
    const read = crowded.map(({ name }) => [
      `MATCH ()${left}[${statement}:${name}]${right}(${other})`,
      printWhere([`${statement}.${ends.near} = ${node}.id`, `${statement}.${ends.far} >= ''`, printing.holds(statement, asOf)]),
      `WITH DISTINCT ${statement}.${ends.near} AS near, ${statement}.${ends.far} AS far, ${other}`,
      `RETURN ${other} ORDER BY near, far LIMIT ${widestStep}`,
    ])
    return others.length > 0 ? [...read, [...expand(others, left!, right!), `RETURN ${other}`]] : read
  })
  const text = branches.map(clauses => clauses.filter(Boolean).join('\n')).join('\nUNION ALL\n')
  const many = printSubquery('COLLECT', [printCall([node], [text]), ...first])
  return `CASE WHEN COUNT { (${node})--() } > ${fewRelationships} THEN ${many} ELSE ${few} END`
}

/**
 * What lies between these nodes. Of those that have few relationships all are looked at; what lies between two others is sought
 * from the end where few of its type meet, so that hubs are not read for it.
 */
function printBetween(printing: Printing, { types, asOf }: Neighbourhood, nodes: string): string {
  const [node, statement, other] = [printing.variable('n'), printing.variable('r'), printing.variable('n')]
  const end = printNodePattern(other, ['Entity'], asOf)
  const last = `RETURN ${statement} ORDER BY ${printType(statement, asOf)}, ${statement}.id LIMIT ${largestNeighbourhood * 4}`
  const find = (from: string, wanted: readonly RelationshipType[], into: boolean, among: string) => {
    if (wanted.length === 0) return []
    const step = `[${statement}:${printTypes(namesOf(wanted), asOf)}]`
    return [
      `UNWIND ${from} AS ${node}`,
      into ? `MATCH (${node})<-${step}-${end}` : `MATCH (${node})-${step}->${end}`,
      printWhere([`${other} IN ${among}`, printing.holds(statement, asOf)]),
    ]
  }
  if (isPast(asOf)) return printSubquery('COLLECT', [...find(nodes, types, false, nodes), last])
  const [busy, quiet] = [printing.variable('busy'), printing.variable('quiet')]
  const each = printing.variable('n')
  const backwards = types.filter(({ crowded }) => crowded.includes('from') && !crowded.includes('to'))
  const branches = [
    find(quiet, types, false, nodes),
    find(quiet, types, true, busy),
    find(
      busy,
      types.filter(type => !backwards.includes(type)),
      false,
      busy,
    ),
    find(busy, backwards, true, busy),
  ].filter(clauses => clauses.length > 0)
  const text = branches.map(clauses => [...clauses, `RETURN ${statement}`].join('\n')).join('\nUNION ALL\n')
  return printSubquery('COLLECT', [
    `WITH ${nodes}, [${each} IN ${nodes} WHERE COUNT { (${each})--() } > ${fewRelationships}] AS ${busy}`,
    `WITH ${nodes}, ${busy}, [${each} IN ${nodes} WHERE NOT ${each} IN ${busy}] AS ${quiet}`,
    printCall([nodes, busy, quiet], [text]),
    last,
  ])
}

function namesOf(types: readonly RelationshipType[]): string[] {
  return types.map(({ name }) => name)
}
