import type { AsOf, Condition, Operator } from '../plan/plan.ts'
import { type Leaf, Slot } from '../plan/slot.ts'
import { isEnum, type Property, type Traversal } from '../schema/ontology.ts'
import { enter, isPast, printFound, printTypes } from './knownAt.ts'
import type { Coding } from './parameters.ts'
import { type Printing, printSubquery } from './printing.ts'
import { printHeldUnder, printStored, storedNames } from './printProperty.ts'
import { far } from './sides.ts'

/** A condition on the node or statement that this variable holds; empty when it always holds. */
export function printCondition(printing: Printing, variable: string, condition: Condition, asOf: AsOf): string {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.map(part => printCondition(printing, variable, part, asOf)).filter(Boolean)
      return parts.length > 1 ? parts.map(part => `(${part})`).join(' AND ') : (parts[0] ?? '')
    }
    case 'any': {
      const parts = condition.of.map(part => printCondition(printing, variable, part, asOf) || 'true')
      return parts.length === 0 ? 'false' : `(${parts.map(part => `(${part})`).join(' OR ')})`
    }
    case 'not':
      // A comparison with a missing value is unknown, and so is its negation: without the coalesce such a node would be lost.
      return `NOT coalesce(${printCondition(printing, variable, condition.of, asOf) || 'true'}, false)`
    case 'compare':
      return printComparison(printing, variable, condition.property, condition.operator, condition.value, asOf)
    case 'related':
      return printRelated(printing, variable, condition, asOf)
  }
}

/** The pattern of a traversal from one variable to another. */
export function printPattern(
  from: string,
  statement: string,
  to: string,
  traversal: Traversal,
  asOf: AsOf,
  label = printTargets(traversal),
): string {
  const { relationship, direction } = traversal
  // Removed nodes have lost their labels, so what is read of the past names none.
  const end = `(${to}${isPast(asOf) ? '' : label})`
  const step = `[${statement}:${printTypes([relationship.name], asOf)}]`
  return direction === 'OUT' ? `(${from})-${step}->${end}` : `(${from})<-${step}-${end}`
}

/** The label of the other end, where the relationship type alone does not say it. */
export function printTargets(traversal: Traversal): string {
  const { relationship, targets } = traversal
  const possible = new Set(relationship.ends.map(ends => ends[far(traversal)]))
  return targets.length === possible.size ? '' : printLabel(targets)
}

/** A label of one of these node types. */
export function printLabel(types: readonly string[]): string {
  return `:${types.join('|')}`
}

function printRelated(
  printing: Printing,
  variable: string,
  { traversal, node, statement, ranks }: Extract<Condition, { kind: 'related' }>,
  asOf: AsOf,
): string {
  const edge = printing.variable('r')
  const other = printing.variable('n')
  enter(printing, other, asOf)
  const onStatement = [printing.holds(edge, asOf, ranks), printCondition(printing, edge, statement, asOf)]
  const onNode = [printCondition(printing, other, node, asOf)]
  const match = `MATCH ${printPattern(variable, edge, other, traversal, asOf)}`
  if (!isPast(asOf)) return `EXISTS { ${match} WHERE ${[...onStatement, ...onNode].filter(Boolean).join(' AND ')} }`
  return printSubquery('EXISTS', [
    match,
    ...printFound(printing, other, traversal.targets, asOf, onStatement, onNode),
    `RETURN ${other}`,
  ])
}

const symbols: Partial<Record<Operator, string>> = {
  in: 'IN',
  equals: '=',
  less: '<',
  atMost: '<=',
  greater: '>',
  atLeast: '>=',
  startsWith: 'STARTS WITH',
}

function printComparison(
  printing: Printing,
  variable: string,
  property: Property,
  operator: Operator,
  value: Leaf,
  asOf: AsOf,
): string {
  const stored =
    property.computed || property.precisionOf
      ? [printStored(printing, variable, property, asOf)]
      : storedNames(property).map(name => printHeldUnder(printing, variable, name, asOf))
  if (operator === 'exists') return printExists(printing, stored, value)
  if (operator === 'reached') return printReached(printing, stored[0]!, value, asOf)
  const parameter = printing.parameters.add(value, codingOf(property))
  // Of a missing value nothing is known, and after an unknown condition Neo4j asks the next ones too, however long they take.
  if (operator === 'includes') return `any(item IN ${parameter} WHERE item IN coalesce(${stored[0]}, []))`
  const parts = stored.map(held =>
    operator === 'contains'
      ? `coalesce(toLower(${held}) CONTAINS toLower(${parameter}), false)`
      : `${held} ${symbols[operator]} ${parameter}`,
  )
  return parts.length > 1 ? `(${parts.join(' OR ')})` : parts[0]!
}

function printExists(printing: Printing, stored: readonly string[], value: Leaf): string {
  const given = `(${stored.map(held => `${held} IS NOT NULL`).join(' OR ')})`
  if (value instanceof Slot) return `${given} = ${printing.parameters.add(value, { kind: 'value', type: 'Boolean' })}`
  return value ? given : `NOT ${given}`
}

/** Written as a plain comparison where the query says so, so that it can start from an index. */
function printReached(printing: Printing, held: string, value: Leaf, asOf: AsOf): string {
  const reached = `${held} <= ${printing.day(asOf)}`
  if (value instanceof Slot)
    return `coalesce(${reached}, false) = ${printing.parameters.add(value, { kind: 'value', type: 'Boolean' })}`
  return value ? reached : `NOT coalesce(${reached}, false)`
}

function codingOf({ type }: Property): Coding {
  return { kind: 'value', type: isEnum(type) ? 'enum' : type }
}
