import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
} from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import type { NodeType, Ontology } from '../schema/ontology.ts'
import type { TypenameField } from './plan.ts'
import type { Leaf } from './slot.ts'

/** The type of what an id identifies. */
export type TypeOf = (id: Leaf) => NodeType | undefined

/** What the planner reads: the schema and ontology of the service, the fragments and shaped variables of one operation. */
export interface Selection {
  readonly schema: GraphQLSchema
  readonly ontology: Ontology
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly variables: Readonly<Record<string, unknown>>
  /** The type of what an id identifies, where the plan may be made for this type alone. */
  readonly typeOf?: TypeOf
}

/** One field that an operation selects, with the arguments given to it. */
export interface SelectedField {
  readonly kind: 'field'
  readonly key: string
  readonly name: string
  readonly field: GraphQLField<unknown, unknown>
  readonly nodes: readonly FieldNode[]
  readonly args: Readonly<Record<string, unknown>>
}

/** The fields selected below these nodes when they give this type: fragments, aliases and directives are resolved by graphql-js itself. */
export function selectFields(
  selection: Selection,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): (SelectedField | TypenameField)[] {
  const { schema, fragments, variables } = selection
  const collected = collectSubfields(schema, fragments, variables, type, nodes)
  return [...collected].map(([key, group]) => selectField(selection, type, key, group))
}

/** One selected field of this type, or the name of the type. */
export function selectField(
  { variables }: Selection,
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): SelectedField | TypenameField {
  const node = nodes[0]!
  const name = node.name.value
  if (name === '__typename') return { kind: 'typename', key, name: type.name }
  const field = type.getFields()[name]!
  return { kind: 'field', key, name, field, nodes, args: getArgumentValues(field, node, variables) }
}
