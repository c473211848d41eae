import type { AsOf } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { indent, literal, type Printing, printCall, printWhere } from './printing.ts'

/**
 * How the past is read. An answer as of an instant is printed from the same plan as one of the present, and differs in this:
 * relationships are met with their superseded versions, nodes without their labels, which removed ones have lost, and what
 * is said of a node is read from its state at the instant, which may be a version kept beside it.
 */

const superseded = 'SUPERSEDED_'

/** Whether an answer is asked for as of an instant, and not of the present. */
export function isPast({ knownAt }: AsOf): boolean {
  return knownAt !== undefined
}

/** These relationship types as a pattern names them; in the past, with their superseded versions. */
export function printTypes(names: readonly string[], asOf: AsOf): string {
  return (isPast(asOf) ? names.flatMap(name => [name, superseded + name]) : names).join('|')
}

/** A statement of one of these types as a pattern names it. */
export function printStep(statement: string, types: readonly RelationshipType[], asOf: AsOf): string {
  const names = types.map(({ name }) => name)
  return `[${statement}:${printTypes(names, asOf)}]`
}

/** That a statement of whatever type has not been superseded; empty in the past, where superseded ones are met too. */
export function printCurrent(statement: string, asOf: AsOf): string {
  return isPast(asOf) ? '' : `NOT type(${statement}) STARTS WITH ${literal(superseded)}`
}

/** The type of a statement as the ontology names it. */
export function printType(statement: string, asOf: AsOf): string {
  return isPast(asOf) ? `replace(type(${statement}), ${literal(superseded)}, '')` : `type(${statement})`
}

/** A node in a pattern, with its labels where all nodes of these types still have them. */
export function printNodePattern(node: string, types: readonly string[], asOf: AsOf): string {
  return isPast(asOf) ? `(${node})` : `(${node}:${types.join('|')})`
}

/** A node of this type with one of the ids in a pattern that a `MATCH` starts from; removed ones are among them in the past. */
export function printStart(printing: Printing, node: string, type: string, id: Leaf, asOf: AsOf): string {
  const parameter = printing.parameters.add(id, { kind: 'value', type: 'ID' })
  return `(${node}:${isPast(asOf) ? 'Entity|RemovedEntity' : type} { id: ${parameter} })`
}

/** A variable as a `WITH` keeps it: a node with its state. */
export function withState(printing: Printing, variable: string): string {
  const state = printing.state(variable)
  return state === variable ? variable : `${variable}, ${state}`
}

/** That what this variable holds is of one of these types. */
export function printIs(printing: Printing, node: string, types: readonly string[]): string {
  const state = printing.state(node)
  const labelled = `${state}:${types.join('|')}`
  return state === node ? labelled : `(${labelled} OR ${state}.entityType IN [${types.map(literal).join(', ')}])`
}

/** Says that a node is read in its state at the instant asked for; {@link printFound} then gives the clauses. */
export function enter(printing: Printing, node: string, { knownAt }: AsOf): void {
  if (knownAt !== undefined) printing.states.set(node, { variable: `${node}then`, knownAt })
}

/** The clauses after the `MATCH` that found an entered node: conditions on how it was found, its state, conditions on that. */
export function printFound(
  printing: Printing,
  node: string,
  types: readonly string[],
  asOf: AsOf,
  onStatements: readonly string[],
  onNode: readonly string[],
): string[] {
  if (!isPast(asOf)) return [printWhere([...onStatements, ...onNode])]
  const version = printing.variable('v')
  const typed = types.length > 0 ? [printIs(printing, node, types)] : []
  return [
    printWhere(onStatements),
    printVersion(printing, node, version, asOf),
    `WITH *, coalesce(${version}, ${node}) AS ${printing.state(node)}`,
    printWhere([`(${version} IS NOT NULL OR (${printStanding(printing, node, asOf)}))`, ...typed, ...onNode]),
  ]
}

/** A value of each node of a list, read in its state. */
export function printEach(printing: Printing, node: string, nodes: string, asOf: AsOf, print: () => string): string {
  if (!isPast(asOf)) return `[${node} IN ${nodes} | ${print()}]`
  const each = printing.variable('n')
  return `[${each} IN ${nodes} | ${printOf(printing, node, each, asOf, print)}]`
}

/** A value of a node that a statement or a path gives, read in its state; `node` is bound to `bound`. */
export function printOf(printing: Printing, node: string, bound: string, asOf: AsOf, print: () => string): string {
  if (!isPast(asOf)) return `head([${node} IN [${bound}] | ${print()}])`
  enter(printing, node, asOf)
  const clauses = [`UNWIND [${bound}] AS ${node}`, ...printFound(printing, node, [], asOf, [], []), `RETURN ${print()}`]
  return `head(COLLECT {\n${indent(clauses.filter(Boolean).join('\n'))}\n})`
}

/** A value of a node as of these times: where its field is given an instant of its own, from its state at that instant. */
export function printAsOf(printing: Printing, node: string, asOf: AsOf, print: (node: string) => string): string {
  return printing.states.get(node)?.knownAt === asOf.knownAt ? print(node) : printStateAt(printing, node, asOf, print)
}

/** With nothing in the state where the node was not known then. */
function printStateAt(printing: Printing, node: string, asOf: AsOf, print: (node: string) => string): string {
  const other = printing.variable('n')
  const version = printing.variable('v')
  enter(printing, other, asOf)
  const standing = `CASE WHEN ${printStanding(printing, other, asOf)} THEN ${other} END`
  const clauses = [
    `UNWIND [${node}] AS ${other}`,
    printVersion(printing, other, version, asOf),
    `WITH *, coalesce(${version}, ${standing}) AS ${printing.state(other)}`,
    `RETURN ${print(other)}`,
  ]
  return `head(COLLECT {\n${indent(clauses.join('\n'))}\n})`
}

/** All entities of a type in their states at the instant, those that meet a condition which an index may serve. */
export function printAllStates(
  printing: Printing,
  node: string,
  type: string,
  asOf: AsOf,
  condition: (state: string) => readonly string[],
): string {
  const version = printing.variable('v')
  const state = printing.state(node)
  const present = [
    `MATCH (${node}:${type})`,
    printWhere([...condition(node), printStanding(printing, node, asOf)]),
    `RETURN ${node}, ${node} AS ${state}`,
  ]
  const typed = type === 'Entity' ? [] : [`${version}.entityType = ${literal(type)}`]
  const past = [
    `MATCH (${version}:EntityVersion)`,
    printWhere([...typed, ...condition(version), printHeld(printing, version, asOf)]),
    `MATCH (${node}:Entity|RemovedEntity)`,
    `WHERE ${node}.id = ${version}.entityId`,
    `RETURN ${node}, ${version} AS ${state}`,
  ]
  return printCall([], [...present, 'UNION ALL', ...past])
}

/** That an entity stands in the graph and has since been as it was at the instant. */
export function printStanding(printing: Printing, node: string, asOf: AsOf): string {
  return `${node}:Entity AND ${node}.recordedAt <= ${printing.instant(asOf)}`
}

/** That a version is what its entity was at the instant. */
export function printHeld(printing: Printing, version: string, asOf: AsOf): string {
  const instant = printing.instant(asOf)
  return `${version}.recordedAt <= ${instant} AND ${version}.supersededAt > ${instant}`
}

function printVersion(printing: Printing, node: string, version: string, asOf: AsOf): string {
  return `OPTIONAL MATCH (${version}:EntityVersion { entityId: ${node}.id })\nWHERE ${printHeld(printing, version, asOf)}`
}
