import { type GraphQLObjectType, getNamedType } from 'graphql'
import { gapFilters } from '../schema/gaps.ts'
import type { NodeType } from '../schema/ontology.ts'
import type { AsOf, FieldPlan, Gap, HistoryFieldPlan } from './plan.ts'
import { planFilter } from './planFilter.ts'
import { planNode, planProperty, readAsOf } from './planNode.ts'
import { type SelectedField, type Selection, selectFields } from './selection.ts'

/** The fields of a commitment that are worked out beyond single values; undefined when this is none of them. */
export function planStatusField(
  selection: Selection,
  selected: SelectedField,
  type: NodeType,
  inherited: AsOf,
): FieldPlan | undefined {
  const { key, name, args } = selected
  const asOf = readAsOf(args['asOf'], inherited)
  switch (name) {
    case 'statusIn':
      return { kind: 'status', key, scheme: args['scheme'] as 'OGP', asOf, fields: planStatus(selection, selected) }
    case 'statusHistory':
      return { kind: 'history', key, asOf, fields: planHistory(selection, selected, type, asOf) }
    case 'gaps':
      return { kind: 'gaps', key, asOf, gaps: planGapKinds(selection) }
    default:
      return undefined
  }
}

function planStatus(selection: Selection, selected: SelectedField): Extract<FieldPlan, { kind: 'status' }>['fields'] {
  const type = getNamedType(selected.field.type) as GraphQLObjectType
  return selectFields(selection, type, selected.nodes).map(field =>
    field.kind === 'typename' ? field : { kind: field.name as 'value', key: field.key },
  )
}

function planHistory(selection: Selection, selected: SelectedField, commitment: NodeType, asOf: AsOf): HistoryFieldPlan[] {
  const type = getNamedType(selected.field.type) as GraphQLObjectType
  return selectFields(selection, type, selected.nodes).map((field): HistoryFieldPlan => {
    if (field.kind === 'typename') return field
    const { key, name } = field
    if (name === 'date') return { kind: 'date', key }
    if (name === 'report') return { kind: 'report', key, node: planNode(selection, field.field.type, field.nodes, asOf) }
    return planProperty(field, commitment.properties.get(name)!, asOf)
  })
}

/** Every kind of gap with its condition. */
export function planGapKinds({ ontology }: Selection): Gap[] {
  const commitment = ontology.nodeTypes.get('Commitment')!
  return Object.entries(gapFilters).map(([kind, filter]) => ({
    kind: kind as Gap['kind'],
    condition: planFilter(ontology, [commitment], filter),
  }))
}
