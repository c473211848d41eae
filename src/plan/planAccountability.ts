import { type GraphQLObjectType, getNamedType } from 'graphql'
import { gapFilters, overdueFilter } from '../schema/gaps.ts'
import type { NodeType, Traversal } from '../schema/ontology.ts'
import type { AsOf, CoverageCountField, CoverageFieldPlan, OrderKey, RootPlan, RowSource } from './plan.ts'
import { planFilter } from './planFilter.ts'
import { planNode } from './planNode.ts'
import { planGapKinds } from './planStatus.ts'
import { type SelectedField, type Selection, selectFields } from './selection.ts'

/** The commitments of which something is not known. */
export function planGaps(selection: Selection, { args }: SelectedField, asOf: AsOf): RowSource {
  return planCommitments(selection, gapFilters[args['kind'] as keyof typeof gapFilters], asOf)
}

/** The commitments that are overdue. */
export function planOverdue(selection: Selection, asOf: AsOf): RowSource {
  return planCommitments(selection, overdueFilter, asOf)
}

/** Those that have been overdue for longest come first; so a page is read from the index of deadlines as far as it reaches. */
export function overdueOrder({ ontology }: Selection): readonly OrderKey[] {
  return [{ property: ontology.nodeTypes.get('Commitment')!.properties.get('deadline')!, of: 'node', descending: false }]
}

function planCommitments({ ontology }: Selection, filter: unknown, asOf: AsOf): RowSource {
  const type = ontology.nodeTypes.get('Commitment')!
  return { kind: 'nodes', type, condition: planFilter(ontology, [type], filter), asOf }
}

/** The ways from a commitment to what coverage is grouped by, each step by its field. */
const groups: Readonly<Record<string, readonly string[]>> = {
  documents: ['statedIn', 'document'],
  themes: ['themes'],
  institutions: ['handledBy'],
}

/** How much is known of the commitments, in all and by what they belong to. */
export function planCoverage(selection: Selection, selected: SelectedField, asOf: AsOf): RootPlan {
  const type = getNamedType(selected.field.type) as GraphQLObjectType
  const fields = selectFields(selection, type, selected.nodes).map((field): CoverageFieldPlan => {
    if (field.kind === 'typename') return field
    const steps = groups[field.name]
    return steps ? planGroup(selection, field, steps, asOf) : planCount(selection, field)
  })
  return { kind: 'coverage', asOf, gaps: planGapKinds(selection), fields }
}

function planGroup(selection: Selection, selected: SelectedField, names: readonly string[], asOf: AsOf): CoverageFieldPlan {
  const { nodeTypes } = selection.ontology
  let by: NodeType = nodeTypes.get('Commitment')!
  const steps = names.map((name): Traversal => {
    const step = by.traversals.get(name)!
    by = nodeTypes.get(step.targets[0]!)!
    return step
  })
  const type = getNamedType(selected.field.type) as GraphQLObjectType
  const fields = selectFields(selection, type, selected.nodes).map(field => {
    if (field.kind === 'typename' || field.name === 'commitments' || field.name === 'gaps') return planCount(selection, field)
    return { kind: 'node' as const, key: field.key, node: planNode(selection, field.field.type, field.nodes, asOf) }
  })
  return { kind: 'group', key: selected.key, by, steps, fields }
}

function planCount(selection: Selection, field: ReturnType<typeof selectFields>[number]): CoverageCountField {
  if (field.kind === 'typename') return field
  const { key } = field
  if (field.name === 'commitments') return { kind: 'commitments', key }
  const type = getNamedType(field.field.type) as GraphQLObjectType
  const fields = selectFields(selection, type, field.nodes).map(part =>
    part.kind === 'typename' ? part : { kind: part.name as 'kind', key: part.key },
  )
  return { kind: 'gaps', key, fields }
}
