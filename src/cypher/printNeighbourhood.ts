import type { RootPlan } from '../plan/plan.ts'
import { written } from '../plan/slot.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { enter, isPast, printFound, printNodePattern, printStart, printStep, printType } from './knownAt.ts'
import { printGraph } from './printGraph.ts'
import { indent, type Printing, printFrom, printSubquery, printWhere } from './printing.ts'
import { printAnyStep, printFirstStep } from './printNeighbours.ts'
import type { Side } from './sides.ts'

/** How far a neighbourhood reaches at most. */
export const deepestNeighbourhood = 3
/** The most nodes that a neighbourhood gives. */
export const largestNeighbourhood = 500

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
  const nodes = printing.variable('nodes')
  const clauses = [
    `MATCH ${printStart(printing, centre, 'Entity', plan.id, asOf)}`,
    ...(isPast(asOf) ? printFound(printing, centre, [], asOf, [], []) : []),
  ]
  const widened = (known: string, found: string) => `(${known} + ${found})[..${limit}]`
  if (written(plan.depth, deepestNeighbourhood) === 1) {
    // A single step that the query says itself is planned for the type of the node, which is sooner done.
    const found = printNew(printing, `[${centre}]`, printFirstStep(printing, plan, centre), limit)
    clauses.push(`WITH ${widened(`[${centre}]`, found)} AS ${nodes}`)
  } else {
    const around = printing.variable('around')
    const [known, latest, found] = [`${around}[0]`, `${around}[1]`, printing.variable('found')]
    // From nodes that are known, the next step goes on from those found last; it is planned once for all steps.
    const next = printNew(printing, known, printAnyStep(printing, plan, latest), limit)
    clauses.push(
      `WITH reduce(${around} = [[${centre}], [${centre}]], step IN range(1, ${depth}) | head([`,
      indent(`${found} IN [CASE WHEN size(${known}) < ${limit} THEN ${next} ELSE [] END]`),
      indent(`| [${widened(known, found)}, ${found}]`),
      `])) AS ${around}`,
      `WITH ${known} AS ${nodes}`,
    )
  }
  const between = printBetween(printing, plan, nodes)
  const relationships = printing.variable('relationships')
  clauses.push(`WITH ${nodes}, ${between} AS ${relationships}`, `RETURN ${printGraph(printing, plan, nodes, relationships)}`)
  return `head(${printSubquery('COLLECT', clauses)})`
}

/** Those found that are not known yet, each once, by id. */
function printNew(printing: Printing, known: string, found: string, limit: string): string {
  const node = printing.variable('n')
  return printSubquery('COLLECT', [
    `UNWIND ${found} AS ${node}`,
    `WITH DISTINCT ${node} WHERE NOT ${node} IN ${known}`,
    `RETURN ${node} ORDER BY ${node}.id LIMIT ${limit}`,
  ])
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
