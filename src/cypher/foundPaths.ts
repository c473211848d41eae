import type { AsOf } from '../plan/plan.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { printCurrent, printTypes } from './knownAt.ts'
import { literal, type Printing } from './printing.ts'

/** A path that was found is held as its nodes and its steps, whichever search found it. No path comes to a node twice. */

/** The most paths of equal length among which the first are found; of more, which are looked at is open. Only the first are held. */
export const mostEqualPaths = 1_000_000

/** The variables of the two ends of all paths of one field, and of how many are asked for. */
export interface Ends {
  readonly from: string
  readonly to: string
  readonly first: string
  /** The end with fewer relationships, and the other one. */
  readonly quiet: string
  readonly crowded: string
  /** That paths start from the quiet end. */
  readonly forth: string
  /** How many relationships the ends have. */
  readonly degrees: { readonly quiet: string; readonly crowded: string }
}

/** Which steps a path may take: their types in a pattern, the same as a condition on the variable of one, and that one holds. */
export interface Steps {
  readonly step: string
  readonly pattern: string
  readonly wanted: string
  readonly holds: string
}

/** The steps of these types. */
export function printSteps(printing: Printing, types: readonly RelationshipType[], asOf: AsOf): Steps {
  const step = printing.variable('r')
  const holds = printing.holds(step, asOf)
  if (types.length === printing.ontology.relationshipTypes.size)
    return { step, pattern: '', wanted: printCurrent(step, asOf), holds }
  const names = types.map(type => type.name)
  const meant = printTypes(names, asOf)
  return { step, pattern: `:${meant}`, wanted: `type(${step}) IN [${meant.split('|').map(literal).join(', ')}]`, holds }
}

/** What is left to ask of a step that the pattern met. */
export function wantedOf({ pattern, wanted, holds }: Steps): string[] {
  return pattern ? [holds] : [wanted, holds]
}

/** That these conditions hold for all steps of a list. */
export function printAll(step: string, list: string, conditions: readonly string[]): string {
  return `all(${step} IN ${list} WHERE ${conditions.filter(Boolean).join(' AND ')})`
}

/** How many steps a path has that was found. */
export function printLength(path: string): string {
  return `size(${path}.steps)`
}

/** A path of Cypher as one that was found. */
export function printFound(path: string): string {
  return `{ nodes: nodes(${path}), steps: relationships(${path}) }`
}

/** A path that was found from the quiet end, as it leads from the one asked for to the other. */
export function printDirected({ forth }: Ends, nodes: string, steps: string): string {
  return `CASE WHEN ${forth} THEN { nodes: ${nodes}, steps: ${steps} } ELSE { nodes: reverse(${nodes}), steps: reverse(${steps}) } END`
}

/** Keeps the first of paths of Cypher of one length in their order: by the ids of their nodes, then of their relationships. */
export function printFirstMatched(path: string, first: string): string {
  return `WITH ${path} ORDER BY ${printOrder(`nodes(${path})`, `relationships(${path})`)} LIMIT ${first}`
}

/** Keeps the first paths that were found: by length, and those of one length in their order. */
export function printFirst(path: string, first: string): string {
  return `WITH ${path} ORDER BY ${printLength(path)}, ${printOrder(`${path}.nodes`, `${path}.steps`)} LIMIT ${first}`
}

function printOrder(nodes: string, steps: string): string {
  return `[node IN ${nodes} | node.id], [step IN ${steps} | step.id]`
}
