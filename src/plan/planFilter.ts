import { isEnum, type NodeType, type Ontology, type Property, type Traversal } from '../schema/ontology.ts'
import { ArgumentError } from './argumentError.ts'
import { always, type Condition, type Operator, type Ranks } from './plan.ts'
import { type Leaf, Slot } from './slot.ts'

type Given = Readonly<Record<string, unknown>>

/** The comparisons that filters offer, by the name of their field. */
export const comparisons: Readonly<Record<string, Operator>> = {
  in: 'in',
  equals: 'equals',
  on: 'equals',
  before: 'less',
  onOrBefore: 'atMost',
  after: 'greater',
  onOrAfter: 'atLeast',
  lessThan: 'less',
  atMost: 'atMost',
  greaterThan: 'greater',
  atLeast: 'atLeast',
  contains: 'contains',
  startsWith: 'startsWith',
  exists: 'exists',
  reached: 'reached',
}

/** The condition that a filter of this node type puts on a node; null and absent fields put none. */
export function planFilter(ontology: Ontology, types: readonly NodeType[], filter: unknown): Condition {
  if (!filter) return always
  const condition = all(conditions(ontology, types, filter as Given))
  const count = countConditions(condition)
  if (count > mostConditions) throw new ArgumentError('filter', count, `at most ${mostConditions} conditions`)
  return condition
}

/** Neo4j plans each form of a statement anew, and takes long over a long one. */
const mostConditions = 50

function countConditions(condition: Condition): number {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.reduce((total, part) => total + countConditions(part), 0)
    case 'not':
      return countConditions(condition.of)
    case 'compare':
      return 1
    case 'related':
      return 1 + countConditions(condition.node) + countConditions(condition.statement)
  }
}

/** The condition that fields named after properties of a statement put on it. */
export function planStatementFilter(properties: ReadonlyMap<string, Property>, given: Given): Condition {
  return all(
    Object.entries(given).flatMap(([name, value]) => {
      const property = properties.get(name)
      return property && value !== null && value !== undefined ? compare(property, value) : []
    }),
  )
}

function conditions(ontology: Ontology, types: readonly NodeType[], filter: Given): Condition[] {
  return Object.entries(filter).flatMap(([name, value]): Condition[] => {
    if (value === null || value === undefined) return []
    if (name === 'and') return (value as Given[]).map(part => planFilter(ontology, types, part))
    if (name === 'or') return [{ kind: 'any', of: (value as Given[]).map(part => planFilter(ontology, types, part)) }]
    if (name === 'not') return [{ kind: 'not', of: planFilter(ontology, types, value) }]
    const property = findProperty(types, name)
    if (property) return compare(property, value)
    const traversal = findTraversal(types, name)
    if (!traversal) return []
    if (name === traversal.shortcut) return [relatedById(ontology, traversal, value)]
    return [related(ontology, traversal, value as Given)]
  })
}

function related(ontology: Ontology, traversal: Traversal, filter: Given): Condition {
  const { statement, ...rest } = filter
  const said = (statement ?? {}) as Given
  const own = traversal.relationship.properties
  const ofNode = Object.fromEntries(Object.entries(rest).filter(([name]) => !own.has(name)))
  const ofStatement = Object.fromEntries(Object.entries(rest).filter(([name]) => own.has(name)))
  const targets = traversal.targets.map(label => ontology.nodeTypes.get(label)!)
  const conditions = [planStatementFilter(own, ofStatement), planStatementFilter(ontology.statement, said)]
  const ranks = ranksOf(said)
  return { kind: 'related', traversal, node: planFilter(ontology, targets, ofNode), statement: all(conditions), ranks }
}

/** Whoever names a rank wants what has it, set aside or not. */
export function ranksOf(given: Given): Ranks {
  return given['rank'] === undefined || given['rank'] === null ? 'BEST' : 'ALL'
}

function relatedById(ontology: Ontology, traversal: Traversal, ids: Leaf): Condition {
  const node = compare(ontology.entity.get('id')!, ids)
  return { kind: 'related', traversal, node: all(node), statement: always, ranks: 'BEST' }
}

function compare(property: Property, value: unknown): Condition[] {
  if (property.list) return [{ kind: 'compare', property, operator: 'includes', value }]
  if (isEnum(property.type) || property.type === 'ID') return [{ kind: 'compare', property, operator: 'in', value }]
  if (property.type === 'Boolean' || value instanceof Slot) return [{ kind: 'compare', property, operator: 'equals', value }]
  return Object.entries(value as Given).flatMap(([name, compared]): Condition[] => {
    const operator = comparisons[name]
    return operator && compared !== null && compared !== undefined
      ? [{ kind: 'compare', property, operator, value: compared }]
      : []
  })
}

function findProperty(types: readonly NodeType[], name: string): Property | undefined {
  return types.map(type => type.properties.get(name)).find(Boolean)
}

function findTraversal(types: readonly NodeType[], name: string): Traversal | undefined {
  const traversals = types.flatMap(type => [...type.traversals.values()])
  return traversals.find(traversal => traversal.name === name || traversal.shortcut === name)
}

function all(conditions: readonly Condition[]): Condition {
  const holding = conditions.filter(condition => condition !== always && !(condition.kind === 'all' && condition.of.length === 0))
  return holding.length === 1 ? holding[0]! : { kind: 'all', of: holding }
}
