import { type FieldNode, type GraphQLObjectType, getNamedType } from 'graphql'
import type { NodeType, RelationshipType } from '../schema/ontology.ts'
import { ArgumentError } from './argumentError.ts'
import { namedTypes } from './namedTypes.ts'
import type { AsOf, GraphFieldPlan, OrderKey, Ranks, RootPlan, RowSource } from './plan.ts'
import { overdueOrder, planCoverage, planGaps, planOverdue } from './planAccountability.ts'
import { largestRootPage, planConnection, planOrder } from './planConnection.ts'
import { planFilter } from './planFilter.ts'
import { planNode, readRootAsOf } from './planNode.ts'
import { endsOf, planAllRelationships, planRelationshipFields, planTypes } from './planRelationships.ts'
import { type SelectedField, type Selection, selectField, selectFields } from './selection.ts'
import type { Leaf } from './slot.ts'

/** Says which part of the graph one root field of an operation asks for. */
export function planRoot(selection: Selection, key: string, nodes: readonly FieldNode[]): RootPlan {
  const query = selection.schema.getQueryType() as GraphQLObjectType
  const selected = selectField(selection, query, key, nodes)
  if (selected.kind === 'typename') throw new TypeError('The name of the root type is answered without a plan.')
  const asOf = readRootAsOf(selected.args['asOf'])
  const types = [...selection.ontology.nodeTypes.values()]
  const looked = types.find(({ lookup }) => lookup === selected.name)
  if (looked) return planLookup(selection, selected, looked, asOf)
  const listed = types.find(({ list }) => list === selected.name)
  if (listed) return planList(selection, selected, listed, asOf)
  return planSpecial(selection, selected, asOf)
}

function planSpecial(selection: Selection, selected: SelectedField, asOf: AsOf): RootPlan {
  const { args, name } = selected
  switch (name) {
    case 'node':
    case 'entity':
      return planLookup(selection, selected, selection.typeOf?.(args['id']), asOf)
    case 'relationships':
      return { kind: 'connection', connection: planAllRelationships(selection, selected, asOf) }
    case 'whoHandles':
      return connection(selection, selected, {
        kind: 'handlings',
        ...given(args, ['commitment', 'institution', 'instrument', 'theme']),
        ranks: args['rank'] as Ranks,
        asOf,
      })
    case 'gaps':
      return connection(selection, selected, planGaps(selection, selected, asOf))
    case 'overdue':
      return connection(selection, selected, planOverdue(selection, asOf), overdueOrder(selection))
    case 'disputes': {
      const { kind, entity } = args
      const dispute = kind ? { dispute: kind as 'DATE_MISMATCH' } : {}
      const of = entity !== undefined && entity !== null ? { entity } : {}
      return connection(selection, selected, { kind: 'disputes', ...dispute, ...of, asOf })
    }
    case 'coverage':
      return planCoverage(selection, selected, asOf)
    case 'search':
      return planSearch(selection, selected, asOf)
    case 'paths': {
      const { from, to, maxLength, first } = args
      const types = planTypes(selection, 'paths.types', args['types'])
      return { kind: 'paths', from, to, maxLength, first, types, asOf, fields: planGraphFields(selection, selected, asOf, types) }
    }
    case 'neighbourhood': {
      const { id, depth, limit } = args
      const types = planTypes(selection, 'neighbourhood.types', args['types'])
      const centre = selection.typeOf?.(id)
      const fields = planGraphFields(selection, selected, asOf, types)
      return { kind: 'neighbourhood', id, depth, limit, types, asOf, fields, ...(centre && { centre }) }
    }
    case 'revision': {
      const type = getNamedType(selected.field.type) as GraphQLObjectType
      const fields = selectFields(selection, type, selected.nodes)
      return {
        kind: 'revision',
        asOf,
        fields: fields.map(field => (field.kind === 'typename' ? field : { kind: field.name as 'number', key: field.key })),
      }
    }
    default:
      throw new TypeError(`The root field ${name} has no plan.`)
  }
}

function planLookup(selection: Selection, selected: SelectedField, type: NodeType | undefined, asOf: AsOf): RootPlan {
  const properties = type?.properties ?? selection.ontology.entity
  const by = Object.entries(selected.args).flatMap(([name, value]) => {
    const property = properties.get(name)
    return property?.unique && value !== null && value !== undefined ? [{ property, value }] : []
  })
  if (by.length === 0) {
    const names = [...properties.values()].filter(({ unique }) => unique).map(property => property.name)
    throw new ArgumentError(selected.name, null, `one of ${names.join(', ')}`)
  }
  const node = planNode(selection, selected.field.type, selected.nodes, asOf, type && [type.name])
  return { kind: 'node', by, asOf, node, ...(type && { type }) }
}

function planList(selection: Selection, selected: SelectedField, type: NodeType, asOf: AsOf): RootPlan {
  const condition = planFilter(selection.ontology, [type], selected.args['filter'])
  const order = planOrder(selected.args['orderBy'], [...type.properties.values()])
  const plan = planConnection(selection, selected, { kind: 'nodes', type, condition, asOf }, order, largestRootPage)
  return { kind: 'connection', connection: plan }
}

function planSearch(selection: Selection, selected: SelectedField, asOf: AsOf): RootPlan {
  const { query, types: wanted, lang } = selected.args
  const types = namedTypes(selection.ontology.nodeTypes.values(), wanted, 'search.types')
  return connection(selection, selected, { kind: 'search', query, types, asOf, ...(lang ? { language: lang as 'FR' } : {}) })
}

function connection(selection: Selection, selected: SelectedField, source: RowSource, order: readonly OrderKey[] = []): RootPlan {
  return { kind: 'connection', connection: planConnection(selection, selected, source, order, largestRootPage) }
}

function planGraphFields(
  selection: Selection,
  selected: SelectedField,
  asOf: AsOf,
  types: readonly RelationshipType[],
): GraphFieldPlan[] {
  const type = getNamedType(selected.field.type) as GraphQLObjectType
  return selectFields(selection, type, selected.nodes).map((field): GraphFieldPlan => {
    if (field.kind === 'typename') return field
    const { key } = field
    if (field.name === 'length') return { kind: 'length', key }
    if (field.name === 'nodes') return { kind: 'nodes', key, node: planNode(selection, field.field.type, field.nodes, asOf) }
    const fields = planRelationshipFields(selection, field.field.type, field.nodes, asOf, endsOf(types))
    return { kind: 'relationships', key, fields }
  })
}

function given<Name extends string>(
  args: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Partial<Record<Name, Leaf>> {
  const present = names.filter(name => args[name] !== undefined && args[name] !== null)
  return Object.fromEntries(present.map(name => [name, args[name]])) as Partial<Record<Name, Leaf>>
}
