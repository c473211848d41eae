import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  isLeafType,
} from 'graphql'
import { selectFields } from '../plan/selection.ts'
import type { Ontology } from '../schema/ontology.ts'

/** A value of plain data in the shape of the response: what the operation selects of it, under its response keys. */
export function shapeAnswer(ontology: Ontology, info: GraphQLResolveInfo, value: unknown): unknown {
  const { schema, fragments, variableValues: variables } = info
  const selection = { schema, fragments, variables, ontology }
  return shape(info.returnType, info.fieldNodes, value)

  function shape(output: GraphQLOutputType, nodes: readonly FieldNode[], held: unknown): unknown {
    if (Array.isArray(held)) return held.map(item => shape(output, nodes, item))
    const type = getNamedType(output)
    if (held === null || held === undefined || isLeafType(type)) return held ?? null
    const fields = selectFields(selection, type as GraphQLObjectType, nodes)
    return Object.fromEntries(
      fields.map(field => {
        if (field.kind === 'typename') return [field.key, field.name]
        return [field.key, shape(field.field.type, field.nodes, (held as Record<string, unknown>)[field.name])]
      }),
    )
  }
}
