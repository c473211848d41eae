import { type GraphQLObjectType, getNamedType } from 'graphql'
import type { Property, Traversal } from '../schema/ontology.ts'
import type {
  AsOf,
  Condition,
  ConnectionFieldPlan,
  ConnectionPlan,
  EdgeFieldPlan,
  OrderKey,
  Page,
  PageInfoField,
  Ranks,
  RowSource,
} from './plan.ts'
import { planDisputeFields } from './planDispute.ts'
import { planFilter, planStatementFilter } from './planFilter.ts'
import { planHandlingFields } from './planHandling.ts'
import { planNode, planProperty } from './planNode.ts'
import { planRelationshipFields } from './planRelationships.ts'
import { type SelectedField, type Selection, selectFields } from './selection.ts'

/** The most rows that one page of a field below a node holds. */
export const largestNestedPage = 100
/** The most rows that one page of a root field holds. */
export const largestRootPage = 1000

/** The rows at the other end of a relationship. */
export function planTraversal(selection: Selection, selected: SelectedField, traversal: Traversal, asOf: AsOf): ConnectionPlan {
  const { args } = selected
  const types = traversal.targets.map(label => selection.ontology.nodeTypes.get(label)!)
  const condition = planFilter(selection.ontology, types, args['filter'])
  const { properties } = traversal.relationship
  const statement: Condition = {
    kind: 'all',
    of: [planStatementFilter(properties, args), planStatementFilter(selection.ontology.statement, basisOf(args))],
  }
  const order = planOrder(args['orderBy'], [...types[0]!.properties.values()])
  const ownOrder = traversal.order ? properties.get(traversal.order) : undefined
  const keys: OrderKey[] = ownOrder && order.length === 0 ? [{ property: ownOrder, of: 'statement', descending: false }] : order
  return planConnection(
    selection,
    selected,
    { kind: 'traversal', traversal, condition, statement, ranks: args['rank'] as Ranks, asOf },
    keys,
    largestNestedPage,
  )
}

/** A page of rows from this source, with the fields selected of it. */
export function planConnection(
  selection: Selection,
  selected: SelectedField,
  source: RowSource,
  order: readonly OrderKey[],
  largest: number,
): ConnectionPlan {
  const type = getNamedType(selected.field.type) as GraphQLObjectType
  const fields = selectFields(selection, type, selected.nodes).map((field): ConnectionFieldPlan => {
    if (field.kind === 'typename') return field
    const { key } = field
    if (field.name === 'totalCount') return { kind: 'totalCount', key }
    if (field.name === 'pageInfo') return { kind: 'pageInfo', key, fields: planPageInfo(selection, field) }
    return { kind: 'edges', key, fields: planEdge(selection, field, source) }
  })
  return { source, page: planPage(selected, largest), order, fields }
}

function planPage({ name, args }: SelectedField, largest: number): Page {
  const after = args['after']
  return { field: name, first: args['first'], largest, ...(after !== undefined && after !== null && { after }) }
}

function planPageInfo(selection: Selection, selected: SelectedField): PageInfoField[] {
  const type = getNamedType(selected.field.type) as GraphQLObjectType
  return selectFields(selection, type, selected.nodes).map(field =>
    field.kind === 'typename' ? field : { kind: field.name as 'hasNextPage', key: field.key },
  )
}

function planEdge(selection: Selection, selected: SelectedField, source: RowSource): EdgeFieldPlan[] {
  const type = getNamedType(selected.field.type) as GraphQLObjectType
  return selectFields(selection, type, selected.nodes).map((field): EdgeFieldPlan => {
    if (field.kind === 'typename') return field
    const { key, name } = field
    if (name === 'cursor' || name === 'score') return { kind: name, key }
    if (name === 'node') return planEdgeNode(selection, field, source)
    return planProperty(field, findStatementProperty(selection, source, name), source.asOf)
  })
}

function planEdgeNode(selection: Selection, selected: SelectedField, source: RowSource): EdgeFieldPlan {
  const { key, nodes, field } = selected
  switch (source.kind) {
    case 'relationships':
      return { kind: 'relationship', key, fields: planRelationshipFields(selection, field.type, nodes, source.asOf, source.ends) }
    case 'handlings':
      return { kind: 'handling', key, fields: planHandlingFields(selection, field.type, nodes, source.asOf) }
    case 'traversal':
      return { kind: 'node', key, node: planNode(selection, field.type, nodes, source.asOf, source.traversal.targets) }
    case 'search':
      return {
        kind: 'node',
        key,
        node: planNode(
          selection,
          field.type,
          nodes,
          source.asOf,
          source.types.map(type => type.name),
        ),
      }
    case 'disputes':
      return { kind: 'dispute', key, fields: planDisputeFields(selection, field.type, nodes, source.asOf) }
    case 'nodes':
      return { kind: 'node', key, node: planNode(selection, field.type, nodes, source.asOf) }
  }
}

function findStatementProperty({ ontology }: Selection, source: RowSource, name: string): Property {
  const own = source.kind === 'traversal' ? source.traversal.relationship.properties.get(name) : undefined
  return own ?? ontology.statement.get(name)!
}

const orderPattern = /^(.*)_(ASC|DESC)$/

/** The keys of an order such as `DEADLINE_DESC`. */
export function planOrder(orderBy: unknown, properties: readonly Property[]): OrderKey[] {
  const match = orderPattern.exec(String(orderBy ?? ''))
  const property = match && properties.find(({ name }) => orderName(name) === match[1])
  return property ? [{ property, of: 'node', descending: match[2] === 'DESC' }] : []
}

/** A property's name in the values of an order: `dateDocument` is `DATE_DOCUMENT`. */
export function orderName(property: string): string {
  return property.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase()
}

function basisOf(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return 'basis' in args ? { basis: args['basis'] } : {}
}
