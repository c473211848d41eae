import { type FieldNode, type GraphQLObjectType, getNamedType } from 'graphql'
import type { NodeType, Property, RelationshipType } from '../schema/ontology.ts'
import { namedTypes } from './namedTypes.ts'
import type { AsOf, ConnectionPlan, Ends, Ranks, RelationshipFieldPlan } from './plan.ts'
import { largestNestedPage, largestRootPage, planConnection } from './planConnection.ts'
import { planStatementFilter, ranksOf } from './planFilter.ts'
import { planNode, planProperty } from './planNode.ts'
import { type SelectedField, type Selection, selectFields } from './selection.ts'
import type { Leaf } from './slot.ts'

/** The relationships of a node, given flat; of a node of this type, where it is known. */
export function planRelationshipsOf(
  selection: Selection,
  selected: SelectedField,
  asOf: AsOf,
  nodeType: NodeType | undefined,
): ConnectionPlan {
  return planRelationships(selection, selected, asOf, { ofNode: true, ...(nodeType && { nodeType }) }, largestNestedPage)
}

/** Relationships given flat, of the whole graph. */
export function planAllRelationships(selection: Selection, selected: SelectedField, asOf: AsOf): ConnectionPlan {
  return planRelationships(selection, selected, asOf, { ofNode: false }, largestRootPage)
}

function planRelationships(
  selection: Selection,
  selected: SelectedField,
  asOf: AsOf,
  of: { readonly ofNode: boolean; readonly nodeType?: NodeType },
  largest: number,
): ConnectionPlan {
  const { types: filtered, from, to, ...rest } = (selected.args['filter'] ?? {}) as Record<string, Leaf>
  const { types: asked } = selected.args
  const named = asked
    ? planTypes(selection, `${selected.name}.types`, asked)
    : planTypes(selection, `${selected.name}.filter.types`, filtered)
  const own = new Map(named.flatMap(type => [...type.properties]))
  return planConnection(
    selection,
    selected,
    {
      kind: 'relationships',
      ...possibleTypes(named, { node: of.nodeType, from: selection.typeOf?.(from), to: selection.typeOf?.(to) }),
      ...of,
      condition: planStatementFilter(new Map([...own, ...selection.ontology.statement]), rest),
      ranks: ranksOf(rest) === 'ALL' ? 'ALL' : (selected.args['rank'] as Ranks),
      asOf,
      ...(from !== undefined && from !== null && { from }),
      ...(to !== undefined && to !== null && { to }),
    },
    [],
    largest,
  )
}

/** The types of which there can be any, with what they lead from and to, where the type of a node is known: at either end, or at one. */
function possibleTypes(
  types: readonly RelationshipType[],
  { node, from, to }: { readonly [End in 'node' | 'from' | 'to']: NodeType | undefined },
): { types: readonly RelationshipType[]; ends: Ends } {
  const isPossible = (pair: Ends[number]): boolean =>
    (!from || pair.from === from.name) &&
    (!to || pair.to === to.name) &&
    (!node || pair.from === node.name || pair.to === node.name)
  const possible = types.filter(({ ends }) => ends.some(isPossible))
  if (possible.length > 0) return { types: possible, ends: endsOf(possible).filter(isPossible) }
  // Where there can be none, asking for those of one type finds none.
  const one = types.slice(0, 1)
  return { types: one, ends: endsOf(one) }
}

/** The labels that statements of these types lead from and to. */
export function endsOf(types: readonly RelationshipType[]): Ends {
  return types.flatMap(({ ends }) => ends)
}

/** The relationship types that this argument names, or all. */
export function planTypes({ ontology }: Selection, argument: string, types: Leaf): RelationshipType[] {
  return namedTypes(ontology.relationshipTypes.values(), types, argument)
}

/** The fields of a relationship given flat, which leads from and to these labels. */
export function planRelationshipFields(
  selection: Selection,
  output: Parameters<typeof getNamedType>[0],
  nodes: readonly FieldNode[],
  asOf: AsOf,
  ends: Ends,
): RelationshipFieldPlan[] {
  const type = getNamedType(output) as unknown as GraphQLObjectType
  return selectFields(selection, type, nodes).map((field): RelationshipFieldPlan => {
    if (field.kind === 'typename') return field
    const { key, name } = field
    if (name === 'type') return { kind: 'type', key }
    if (name === 'from' || name === 'to') {
      const labels = ends.map(pair => pair[name])
      return { kind: name, key, node: planNode(selection, field.field.type, field.nodes, asOf, labels) }
    }
    return planProperty(field, findAnyStatementProperty(selection, name), asOf)
  })
}

function findAnyStatementProperty({ ontology }: Selection, name: string): Property {
  const own = [...ontology.relationshipTypes.values()].map(type => type.properties.get(name)).find(Boolean)
  return ontology.statement.get(name) ?? own!
}
