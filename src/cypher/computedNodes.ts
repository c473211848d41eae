import type { ComputedField } from '../plan/plan.ts'
import { computedProperties } from './computedProperties.ts'
import { enter, printFound, printNodePattern, printTypes, withState } from './knownAt.ts'
import { type Printing, printSubquery } from './printing.ts'
import { printNode } from './printNode.ts'

type Print = (printing: Printing, variable: string, field: ComputedField) => string

/** How each computed node is worked out, by the name of its field: from the graph, as of the times asked for. */
export const computedNodes: Readonly<Record<string, Print>> = { currentVersion: printCurrentVersion }

/** How many repeals are followed from one act. */
const longestChain = 10

function printCurrentVersion(printing: Printing, act: string, { asOf, node }: ComputedField): string {
  const [path, steps, step] = [printing.variable('path'), printing.variable('steps'), printing.variable('step')]
  const later = printing.variable('n')
  enter(printing, later, asOf)
  const types = ['LegalInstrument']
  // A repeal of some provisions leaves the act in its place.
  const whole = `size(coalesce(${step}.provisions, [])) = 0 AND ${printing.holds(step, asOf)}`
  const inForce = computedProperties['inForce']!(printing, later, asOf, printing.day(asOf))
  const chain = `(${act})<-[${steps}:${printTypes(['REPEALS'], asOf)}*0..${longestChain}]-${printNodePattern(later, types, asOf)}`
  return `head(${printSubquery('COLLECT', [
    `MATCH ${path} = ${chain}`,
    ...printFound(printing, later, types, asOf, [`all(${step} IN ${steps} WHERE ${whole})`], [inForce]),
    `WITH ${withState(printing, later)} ORDER BY length(${path}) DESC, ${later}.id LIMIT 1`,
    `RETURN ${printNode(printing, later, node)}`,
  ])})`
}
