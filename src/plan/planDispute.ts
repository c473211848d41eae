import { type FieldNode, type GraphQLObjectType, type GraphQLOutputType, getNamedType } from 'graphql'
import type { AsOf, DisputedClaimFieldPlan, DisputeFieldPlan } from './plan.ts'
import { planNode, planProperty } from './planNode.ts'
import { type Selection, selectFields } from './selection.ts'

/** The fields of a property of which sources say different things. */
export function planDisputeFields(
  selection: Selection,
  output: GraphQLOutputType,
  nodes: readonly FieldNode[],
  asOf: AsOf,
): DisputeFieldPlan[] {
  const type = getNamedType(output) as GraphQLObjectType
  return selectFields(selection, type, nodes).map((field): DisputeFieldPlan => {
    if (field.kind === 'typename') return field
    const { key, name } = field
    if (name === 'entity') return { kind: 'entity', key, node: planNode(selection, field.field.type, field.nodes, asOf) }
    if (name === 'claims') return { kind: 'claims', key, fields: planClaims(selection, field.field.type, field.nodes, asOf) }
    return { kind: name as 'id', key }
  })
}

function planClaims(
  selection: Selection,
  output: GraphQLOutputType,
  nodes: readonly FieldNode[],
  asOf: AsOf,
): DisputedClaimFieldPlan[] {
  const type = getNamedType(output) as GraphQLObjectType
  return selectFields(selection, type, nodes).map((field): DisputedClaimFieldPlan => {
    if (field.kind === 'typename') return field
    const { key, name } = field
    if (name === 'claim') return { kind: 'claim', key, node: planNode(selection, field.field.type, field.nodes, asOf) }
    if (name === 'value' || name === 'claimedBy') return { kind: name, key }
    return planProperty(field, selection.ontology.statement.get(name)!, asOf)
  })
}
