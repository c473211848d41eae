import { type FieldNode, type GraphQLObjectType, type GraphQLOutputType, getNamedType } from 'graphql'
import type { AsOf, HandlingFieldPlan } from './plan.ts'
import { planNode, planProperty } from './planNode.ts'
import { planRelationshipFields } from './planRelationships.ts'
import { type Selection, selectFields } from './selection.ts'

const nodeFields = ['institution', 'commitment', 'legalBasis', 'passage', 'passages'] as const

/** The fields of one answer to "who handles what". */
export function planHandlingFields(
  selection: Selection,
  output: GraphQLOutputType,
  nodes: readonly FieldNode[],
  asOf: AsOf,
): HandlingFieldPlan[] {
  const type = getNamedType(output) as GraphQLObjectType
  const handles = selection.ontology.relationshipTypes.get('HANDLES')!
  return selectFields(selection, type, nodes).map((field): HandlingFieldPlan => {
    if (field.kind === 'typename') return field
    const { key, name } = field
    const kind = nodeFields.find(candidate => candidate === name)
    if (kind) return { kind, key, node: planNode(selection, field.field.type, field.nodes, asOf) }
    if (name === 'rivals') {
      const fields = planRelationshipFields(selection, field.field.type, field.nodes, asOf, handles.ends)
      return { kind: 'rivals', key, fields }
    }
    return planProperty(field, handles.properties.get(name) ?? selection.ontology.statement.get(name)!, asOf)
  })
}
