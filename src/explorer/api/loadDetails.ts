import { nodeType, type Property } from '../ontology/ontology.ts'
import type { Direction } from '../view/view.ts'
import { ask } from './ask.ts'
import { type AnsweredEntity, entityFields, statementFields } from './fragments.ts'
import type { Asking } from './loadStep.ts'

/** All that the panel says of an entity. */
export interface Details extends AnsweredEntity {
  readonly description: string | null
  readonly aliases: readonly string[]
  readonly sameAs: readonly string[]
  readonly sources: readonly string[]
  readonly properties: readonly { readonly property: Property; readonly value: unknown }[]
  readonly groups: readonly StatementGroup[]
}

/** The statements of one relationship type that begin, or end, at an entity. */
export interface StatementGroup {
  readonly type: string
  readonly direction: Direction
  readonly total: number
  readonly statements: readonly DetailedStatement[]
}

/** A statement with all that it says of itself, seen from one of its ends. */
export interface DetailedStatement {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly other: AnsweredEntity
  readonly basis: string
  readonly rank: string
  readonly rankReason: string | null
  readonly source: string
  readonly quote: string | null
  readonly note: string | null
  readonly confidence: string | null
  readonly role: string | null
  readonly aspect: string | null
  readonly capacity: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly recordedAt: string
  readonly supersededAt: string | null
}

/** What a statement says of itself, in full. */
export const detailFields = `${statementFields} type role aspect capacity note confidence rankReason recordedAt supersededAt`

const told = new Set(['id', 'label', 'description', 'aliases', 'sameAs', 'sources'])
const largestList = 200

/** Reads an entity with its properties and its statements; undefined when there is none. */
export async function loadDetails(id: string, asking: Asking): Promise<Details | undefined> {
  const { entity: found } = await ask<{ entity: { __typename: string } | null }>(
    'query ($id: ID!, $asOf: AsOf) { entity(id: $id, asOf: $asOf) { __typename } }',
    { id, asOf: asking.asOf },
  )
  const type = found && nodeType(found.__typename)
  if (!type) return undefined
  const properties = type.properties.filter(({ name }) => !told.has(name) && !(type.name === 'Document' && name === 'text'))
  const counted = type.traversals.map(({ name, single }) => (single ? `${name} { id }` : `${name}(first: 1) { totalCount }`))
  const query = `query ($id: ID!, $lang: Language!, $asOf: AsOf) {
    entity(id: $id, asOf: $asOf) {
      ${entityFields} description(lang: $lang) aliases sameAs sources
      ... on ${type.name} { ${properties.map(({ name, translated }) => (translated ? `${name}(lang: $lang)` : name)).join(' ')} ${counted.join(' ')} }
    }
    out: relationships(filter: { from: $id }, first: ${largestList}, asOf: $asOf) { edges { node { ${detailFields} to { ${entityFields} } } } }
    in: relationships(filter: { to: $id }, first: ${largestList}, asOf: $asOf) { edges { node { ${detailFields} from { ${entityFields} } } } }
  }`
  const answer = await ask<Answer>(query, { ...asking, id })
  if (!answer.entity) return undefined
  const { entity } = answer
  const out = answer.out.edges.map(({ node }) => ({ ...node, from: id, to: node.to.id, other: node.to }))
  const back = answer.in.edges.map(({ node }) => ({ ...node, from: node.from.id, to: id, other: node.from }))
  const total = (relationship: string, direction: Direction) =>
    type.traversals
      .filter(traversal => traversal.relationship === relationship && traversal.direction === direction)
      .reduce((sum, { name }) => sum + countOf(entity[name]), 0)
  return {
    ...entity,
    properties: properties.flatMap(property => {
      const value = entity[property.name]
      return value === null || value === undefined || value === '' ? [] : [{ property, value }]
    }),
    groups: [...group(out, 'OUT', total), ...group(back, 'IN', total)].sort((a, b) => weight(a) - weight(b)),
  }
}

type Answered = Omit<DetailedStatement, 'from' | 'to' | 'other'>

interface Answer {
  readonly entity: (Omit<Details, 'properties' | 'groups'> & Record<string, unknown>) | null
  readonly out: { readonly edges: readonly { readonly node: Answered & { readonly to: AnsweredEntity } }[] }
  readonly in: { readonly edges: readonly { readonly node: Answered & { readonly from: AnsweredEntity } }[] }
}

function countOf(answered: unknown): number {
  if (answered === null || typeof answered !== 'object') return 0
  return 'totalCount' in answered ? Number(answered.totalCount) : 1
}

function group(
  statements: readonly DetailedStatement[],
  direction: Direction,
  total: (type: string, direction: Direction) => number,
): StatementGroup[] {
  const types = new Map<string, DetailedStatement[]>()
  for (const statement of statements) types.set(statement.type, [...(types.get(statement.type) ?? []), statement])
  return [...types].map(([type, found]) => ({
    type,
    direction,
    statements: found.sort((a, b) => ground(a) - ground(b)),
    total: Math.max(found.length, total(type, direction)),
  }))
}

/** What the text itself says stands before what an editor adds. */
function ground({ basis }: DetailedStatement): number {
  return ['NAMED_IN_TEXT', 'BY_LAW'].includes(basis) ? 0 : 1
}

/** What people ask first stands first: who handles, what triggered, under which act. */
function weight({ type }: StatementGroup): number {
  const first = ['HANDLES', 'TRIGGERED', 'GOVERNS', 'ESTABLISHES', 'CONCERNS', 'STATED_IN']
  const place = first.indexOf(type)
  return place < 0 ? first.length : place
}
