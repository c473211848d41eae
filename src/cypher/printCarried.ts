import type { AsOf, Condition, Operator } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import type { Carried, Traversal } from '../schema/ontology.ts'
import { endProperties } from './constraints.ts'
import { isPast } from './knownAt.ts'
import { printCondition } from './printCondition.ts'
import type { Printing } from './printing.ts'
import { far, near } from './sides.ts'

/** What an index of values can be read by; none holds without a value. */
export const orderedOperators: readonly Operator[] = ['equals', 'less', 'atMost', 'greater', 'atLeast']

/** The conditions that are on the statement alone, and those that remain for the node. */
export interface CarriedConditions {
  readonly onStatement: readonly string[]
  readonly rest: readonly Condition[]
}

/** What statements carry of the node that is filtered, and at which end of them the others are that it is sought from. */
export interface CarriedEnd {
  readonly carried: readonly Carried[]
  readonly sought: 'from' | 'to'
}

/** The nodes that a traversal leads to are filtered, sought from where it starts. */
export function carriedByTargets(traversal: Traversal): CarriedEnd {
  return carriedAt(traversal.relationship.carried, far(traversal))
}

/** The nodes that have a traversal are filtered, sought from where it leads. */
export function carriedByOwners(traversal: Traversal): CarriedEnd {
  return carriedAt(traversal.relationship.carried, near(traversal))
}

function carriedAt(carried: readonly Carried[], node: 'from' | 'to'): CarriedEnd {
  return { carried: carried.filter(({ end }) => end === node), sought: node === 'from' ? 'to' : 'from' }
}

/**
 * Where a filter bounds a value that statements carry to a crowded end: the conditions on the statement by which an index finds those
 * that fit, without reading all that meet there. `ids` says whose they are, as `= x` or `IN x`. Undefined for all others.
 */
export function printCarried(
  printing: Printing,
  statement: string,
  { carried, sought }: CarriedEnd,
  ids: string,
  conditions: readonly Condition[],
  asOf: AsOf,
): CarriedConditions | undefined {
  const bounds = findBounds({ carried }, conditions)
  if (bounds.length === 0 || isPast(asOf)) return undefined
  const onStatement = bounds.map(part => printCondition(printing, statement, moved(carried, part)!, asOf))
  return {
    onStatement: [`${statement}.${endProperties[sought].near} ${ids}`, ...onStatement],
    rest: conditions.filter(part => !bounds.includes(part)),
  }
}

/** The conditions that bound what statements carry. */
export function findBounds({ carried }: Pick<CarriedEnd, 'carried'>, conditions: readonly Condition[]): readonly Condition[] {
  return conditions.filter(part => moved(carried, part) !== undefined)
}

/** The same condition on the statement, when that carries the property. */
function moved(carried: readonly Carried[], condition: Condition): Condition | undefined {
  if (condition.kind !== 'compare' || !orderedOperators.includes(condition.operator)) return undefined
  const { property } = condition
  const found = carried.find(({ property: name }) => name === property.name)
  return found && { ...condition, property: { ...property, name: found.stored } }
}

/** The parts of a condition that must all hold. */
export function partsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.of : [condition]
}

/** The ids of which a node must have one, when nothing else is asked of it. */
export function onlyIdsOf(condition: Condition): Leaf {
  const [part, ...others] = partsOf(condition)
  return part?.kind === 'compare' && part.property.name === 'id' && others.length === 0 ? part.value : undefined
}
