import type { Condition } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import { isEnum } from '../schema/ontology.ts'
import { partsOf } from './printCarried.ts'

export type Related = Extract<Condition, { kind: 'related' }>

/** An enum has at least so many times the values that are named for these to be the values of few. */
const fewerThanAll = 4

/**
 * The parts of a filter at whose other ends the search for nodes may start. One that names that end has its few neighbours read, not the
 * whole label; of several, any may have the fewest. So has one that few meet there, where all rows are wanted: a page alone mostly has its
 * rows sooner by reading them in their order.
 */
export function findAnchors(parts: readonly Condition[], all: boolean): readonly Related[] {
  const related = parts.filter(part => part.kind === 'related')
  const named = related.filter(({ node }) => idsOf(node) !== undefined)
  if (named.length > 0 || !all) return named
  return related.filter(({ node }) => isOfFew(node)).slice(0, 1)
}

/** The ids of which a node must have one. */
export function idsOf(condition: Condition): Leaf {
  if (condition.kind === 'all') return condition.of.map(idsOf).find(ids => ids !== undefined)
  return condition.kind === 'compare' && condition.property.name === 'id' ? condition.value : undefined
}

/** Whether likely few meet it: those with one text, day or number, or with one of the few values that are named of an enum. */
function isOfFew(condition: Condition): boolean {
  return partsOf(condition).some(part => {
    if (part.kind !== 'compare' || part.property.computed) return false
    const { operator, value, property } = part
    if (operator === 'equals') return property.type !== 'Boolean'
    if (operator !== 'in' || !isEnum(property.type)) return false
    // The values of enums are written into the plan, so they are at hand even where a variable gives them.
    return (value as readonly unknown[]).length * fewerThanAll <= property.type.values.size
  })
}
