import { type NodeType, nodeType, type Property } from '../ontology/ontology.ts'
import type { Direction } from '../view/view.ts'
import { ask } from './ask.ts'
import { documents, propertiesOf, writeCounts, writeDetails } from './documents.ts'
import type { AnsweredEntity } from './fragments.ts'
import { type FullStatement, loadSide, type Side } from './loadSide.ts'
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

/** A statement seen from one of its ends. */
export interface DetailedStatement extends Omit<FullStatement, 'from' | 'to'> {
  readonly from: string
  readonly to: string
  readonly other: AnsweredEntity
}

/** Reads an entity with its properties and its statements; undefined when there is none. Its type may be known from the scene. */
export async function loadDetails(id: string, asking: Asking, known?: string): Promise<Details | undefined> {
  const type = nodeType(known ?? (await findType(id, asking)) ?? '')
  if (!type) return undefined
  // Questions of their own, since one for all would be a new one for each type, and the database plans each anew.
  const [entity, out, back] = await Promise.all([
    loadEntity(id, type, asking),
    loadSide(id, 'OUT', asking),
    loadSide(id, 'IN', asking),
  ])
  if (!entity) return undefined
  const counts = out.cut || back.cut ? await countAll(id, type, asking) : undefined
  const groups = [...group(out, 'OUT', counts), ...group(back, 'IN', counts)]
  return { ...entity, groups: groups.sort((a, b) => weight(a) - weight(b)) }
}

async function findType(id: string, { asOf }: Asking): Promise<string | undefined> {
  const { entity } = await ask<{ entity: { __typename: string } | null }>(documents.typeOf, { id, asOf })
  return entity?.__typename
}

async function loadEntity(id: string, type: NodeType, asking: Asking): Promise<Omit<Details, 'groups'> | undefined> {
  const { entity } = await ask<{ entity: (Omit<Details, 'properties' | 'groups'> & Record<string, unknown>) | null }>(
    writeDetails(type),
    { ...asking, id },
  )
  if (!entity) return undefined
  const said = propertiesOf(type).map(property => ({ property, value: entity[property.name] }))
  return { ...entity, properties: said.filter(({ value }) => ![null, undefined, ''].includes(value as null)) }
}

type Counts = ReadonlyMap<string, number>

/** How many statements there are of each type and direction, where not all are listed. */
async function countAll(id: string, type: NodeType, { asOf }: Asking): Promise<Counts> {
  const many = type.traversals.filter(({ single }) => !single)
  const { entity } = await ask<{ entity: Record<string, { totalCount: number }> | null }>(writeCounts(type), { id, asOf })
  const counts = new Map<string, number>()
  for (const { name, relationship, direction } of many) {
    const key = `${relationship} ${direction}`
    counts.set(key, (counts.get(key) ?? 0) + (entity?.[name]?.totalCount ?? 0))
  }
  return counts
}

function group({ statements: all }: Side, direction: Direction, counts: Counts | undefined): StatementGroup[] {
  const types = new Map<string, DetailedStatement[]>()
  const statements = all.map(statement => ({
    ...statement,
    from: statement.from.id,
    to: statement.to.id,
    other: direction === 'OUT' ? statement.to : statement.from,
  }))
  for (const statement of statements) types.set(statement.type, [...(types.get(statement.type) ?? []), statement])
  return [...types].map(([type, found]) => ({
    type,
    direction,
    statements: found.sort((a, b) => ground(a) - ground(b) || (b.other.date ?? '').localeCompare(a.other.date ?? '')),
    total: Math.max(found.length, counts?.get(`${type} ${direction}`) ?? 0),
  }))
}

/** What the text itself says stands before what an editor adds. */
function ground({ basis }: DetailedStatement): number {
  return ['NAMED_IN_TEXT', 'BY_LAW'].includes(basis) ? 0 : 1
}

/** What people ask first stands first: who handles, what triggered, under which act, what became of it. */
function weight({ type }: StatementGroup): number {
  const first = ['HANDLES', 'TRIGGERED', 'GOVERNS', 'ESTABLISHES', 'CONCERNS', 'REPORTS_ON', 'STATED_IN']
  const place = first.indexOf(type)
  return place < 0 ? first.length : place
}
