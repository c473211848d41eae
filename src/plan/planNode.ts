import { type FieldNode, type GraphQLObjectType, type GraphQLOutputType, getNamedType, isAbstractType } from 'graphql'
import type { BloomPerspective } from '../schema/bloomPerspective.ts'
import type { Language } from '../schema/language.ts'
import type { NodeType, Property } from '../schema/ontology.ts'
import type { AsOf, ComputedField, FieldPlan, NodePlan, PropertyField } from './plan.ts'
import { planTraversal } from './planConnection.ts'
import { planRelationshipsOf } from './planRelationships.ts'
import { planStatusField } from './planStatus.ts'
import { type SelectedField, type Selection, selectFields } from './selection.ts'
import type { Leaf } from './slot.ts'

/** What is read of the node that these fields select, for each node type that can stand there. */
export function planNode(
  selection: Selection,
  output: GraphQLOutputType,
  nodes: readonly FieldNode[],
  asOf: AsOf,
  among?: readonly string[],
): NodePlan {
  const named = getNamedType(output)
  const abstract = isAbstractType(named)
  const possible = abstract ? selection.schema.getPossibleTypes(named) : [named as GraphQLObjectType]
  const types = possible.filter(({ name }) => selection.ontology.nodeTypes.has(name) && (!among || among.includes(name)))
  // Relationships of one type of node are planned for it; those of several types in the same way, so that they are read together.
  const only = types.length === 1
  return {
    abstract,
    variants: types.map(type => {
      const nodeType = selection.ontology.nodeTypes.get(type.name)!
      return { type: nodeType, fields: planFields(selection, type, nodeType, only, nodes, asOf) }
    }),
  }
}

function planFields(
  selection: Selection,
  type: GraphQLObjectType,
  nodeType: NodeType,
  only: boolean,
  nodes: readonly FieldNode[],
  asOf: AsOf,
): FieldPlan[] {
  return selectFields(selection, type, nodes).map((selected): FieldPlan => {
    if (selected.kind === 'typename') return selected
    const property = nodeType.properties.get(selected.name)
    if (property) return planProperty(selected, property, asOf)
    const status = nodeType.name === 'Commitment' && planStatusField(selection, selected, nodeType, asOf)
    if (status) return status
    const { key } = selected
    if (selected.name === 'bloomUrl') return planBloomUrl(selection, selected)
    if (nodeType.computed.has(selected.name)) return planComputed(selection, selected, asOf)
    const traversal = nodeType.traversals.get(selected.name)
    if (!traversal) {
      const connection = planRelationshipsOf(selection, selected, asOf, only ? nodeType : undefined)
      return { kind: 'connection', key, connection }
    }
    if (!traversal.single) return { kind: 'connection', key, connection: planTraversal(selection, selected, traversal, asOf) }
    return {
      kind: 'single',
      key,
      traversal,
      asOf,
      node: planNode(selection, selected.field.type, selected.nodes, asOf, traversal.targets),
    }
  })
}

function planComputed(selection: Selection, { key, name, args, field, nodes }: SelectedField, inherited: AsOf): ComputedField {
  const asOf = readAsOf(args['asOf'], inherited)
  return { kind: 'computed', key, name, asOf, node: planNode(selection, field.type, nodes, asOf) }
}

function planBloomUrl({ schema }: Selection, { key, args }: SelectedField): FieldPlan {
  const base = schema.extensions['bloomUrl'] as string | undefined
  return { kind: 'bloomUrl', key, base, perspective: args['perspective'] as BloomPerspective, phrase: args['phrase'] }
}

/** A property of a node or statement as selected: in which language, and as of which date. */
export function planProperty({ key, args }: SelectedField, property: Property, asOf: AsOf): PropertyField {
  const language = args['lang'] as Language | undefined
  return { kind: 'property', key, property, asOf: readAsOf(args['asOf'], asOf), ...(language && { language }) }
}

/** The times given to a field, each over the one that it inherits. */
export function readAsOf(given: unknown, inherited: AsOf): AsOf {
  const { validAt, knownAt } = (given ?? {}) as AsOf
  return { ...inherited, ...(isGiven(validAt) && { validAt }), ...(isGiven(knownAt) && { knownAt }) }
}

/** The times given to a root field: where only the instant is given, the day is that of the instant. */
export function readRootAsOf(given: unknown): AsOf {
  const asOf = readAsOf(given, {})
  return asOf.knownAt === undefined ? asOf : { ...asOf, dayOf: asOf.knownAt }
}

function isGiven(leaf: Leaf): boolean {
  return leaf !== undefined && leaf !== null
}
