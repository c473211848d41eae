import type { RootPlan } from '../plan/plan.ts'
import { endProperties } from './constraints.ts'
import { isPast, printNodePattern, printStep } from './knownAt.ts'
import { joinBranches, type Printing, printCall, printFrom, printSubquery, printWhere } from './printing.ts'
import { isCrowdedAt, type Side, sidesOf, sidesOfAny } from './sides.ts'

type Neighbourhood = Extract<RootPlan, { kind: 'neighbourhood' }>

/** The most neighbours of one node that a step goes on to: the first by id, so that they are the same each time. */
export const widestStep = 100
/** How many relationships of a node are read at once sooner than its indexes are, one for each type that may crowd there. */
const readAtOnce = 200

/** A list of the neighbours to go on to from the one in the middle, whose type may be known. */
export function printFirstStep(printing: Printing, plan: Neighbourhood, centre: string): string {
  const sides = plan.centre ? sidesOf({ ...plan, ofNode: true, nodeType: plan.centre }) : []
  return printSubquery(
    'COLLECT',
    isCrowdedAt(sides) ? printNearestOfCrowd(printing, plan, centre, sides) : printNearest(printing, plan, centre),
  )
}

/** A list of the neighbours to go on to from each of these nodes, of whatever types; some may be in it more than once. */
export function printAnyStep(printing: Printing, plan: Neighbourhood, nodes: string): string {
  const sides = isPast(plan.asOf) ? [] : sidesOfAny(plan.types)
  const nearest = (which: string, print: (node: string) => string[]) => {
    const [node, found] = [printing.variable('n'), printing.variable('found')]
    const wanted = which ? `[${node} IN ${nodes} WHERE COUNT { (${node})--() } ${which} ${readAtOnce}]` : nodes
    const clauses = [`UNWIND ${wanted} AS ${node}`, `UNWIND ${printSubquery('COLLECT', print(node))} AS ${found}`]
    return printSubquery('COLLECT', [...clauses, `RETURN ${found}`])
  }
  const plainly = (node: string) => printNearest(printing, plan, node)
  if (!isCrowdedAt(sides)) return nearest('', plainly)
  return `${nearest('<=', plainly)} + ${nearest('>', node => printNearestOfCrowd(printing, plan, node, sides))}`
}

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
