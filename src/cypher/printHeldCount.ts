import type { AsOf, Ranks } from '../plan/plan.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { boundedProperty, endProperties } from './constraints.ts'
import { joinBranches, type Printing, printCall, printFrom, printSubquery } from './printing.ts'

/**
 * How many statements of a type are shown at a crowded end, without reading them: Neo4j knows how many a node has, and an index
 * finds those few that may not hold on the day asked for.
 */
export function printHeldCount(
  printing: Printing,
  type: string,
  near: keyof typeof endProperties,
  node: string,
  asOf: AsOf,
  ranks: Ranks,
): string {
  const statement = printing.variable('r')
  const left = printSubquery('COUNT', [
    `MATCH ()-[${statement}:${type}]->()`,
    `WHERE ${statement}.${endProperties[near].bounded} = ${node}.id AND NOT ${printing.holds(statement, asOf, ranks)}`,
  ])
  return `(COUNT { ${printFrom(`(${node})`, near, `[:${type}]`)} } - ${left})`
}

/** How many statements of these types are shown in all, without reading them: in the same way. */
export function printHeldCountOfAll(printing: Printing, types: readonly RelationshipType[], asOf: AsOf, ranks: Ranks): string {
  const statement = printing.variable('r')
  const branches = types.map(type => [
    `MATCH ()-[${statement}:${type.name}]->()`,
    `WHERE ${statement}.${boundedProperty(type)} IS NOT NULL RETURN ${statement}`,
  ])
  const left = printSubquery('COUNT', [
    printCall([], [joinBranches(branches)]),
    // Said once, of all of them: in each branch it would have to be planned anew.
    `WITH ${statement} WHERE NOT ${printing.holds(statement, asOf, ranks)}`,
    `RETURN ${statement}`,
  ])
  return `(COUNT { ()-[:${types.map(({ name }) => name).join('|')}]->() } - ${left})`
}
