import { didYouMeanId } from '../ingest/nearest.ts'
import type { Place } from '../ingest/problem.ts'
import { readStatements } from '../ingest/readStatement.ts'
import type { SeedRecord, SeedStatement } from '../ingest/seed.ts'
import { shorten, type YamlMap, type YamlValue } from '../ingest/yamlValue.ts'
import type { RelationshipType, Traversal } from '../schema/ontology.ts'
import { clearPrecision } from './clearPrecision.ts'
import type { Draft } from './draft.ts'
import type { GraphState, WholeStatement } from './graphState.ts'
import { mergeMaps, placeOf, placeStored, textIn, without } from './placedInput.ts'
import { readStoredStatement } from './readStored.ts'

/** The key of a statement by its id, whichever version the id names. */
export function keyOfId(id: string): string {
  return /^statement\/([^@]+)/.exec(id)?.[1] ?? id
}

/** The ends of a statement given as an input; an end left out is the entity that the statement is given with. */
export function endsOf(map: YamlMap, self?: string): string[] {
  return [textIn(map, 'from')?.text ?? self, textIn(map, 'to')?.text ?? self].filter(id => id !== undefined)
}

/** Drafts a statement that is to be asserted. */
export function draftAssertion(draft: Draft, state: GraphState, value: YamlValue, self?: SeedRecord): void {
  if (value.kind !== 'map') return
  const read = readStatement(draft, state, value, self)
  if (read) draft.statements.push({ statement: read })
}

/** Drafts a statement in place of a stored one: what is given changes, the rest stays, nothing given clears. */
export function draftSupersession(draft: Draft, state: GraphState, value: YamlValue): void {
  if (value.kind !== 'map') return
  const given = textIn(value, 'id')
  const replaces = given && findStanding(draft, state, given.text, given.at)
  if (!replaces) return
  const type = state.ontology.relationshipTypes.get(replaces.type)!
  const before = placeStatement(state, replaces, value.at.file)
  const { statement } = state.ontology
  const needed = (key: string): boolean => (type.properties.get(key) ?? statement.get(key))?.required ?? false
  const merged = mergeMaps(before, clearPrecision(without(value, ['id']), statement.values()), needed)
  const read = readStatement(draft, state, merged)
  if (read) draft.statements.push({ statement: read, replaces })
}

/** A stored statement with all that it says, with the argument that it is looked at for. */
export function storedStatement(
  draft: Draft,
  state: GraphState,
  stored: WholeStatement,
  path: string,
): SeedStatement | undefined {
  return readStatement(draft, state, placeStatement(state, stored, path))
}

function placeStatement({ ontology }: GraphState, { type: name, from, to, properties }: WholeStatement, path: string): YamlMap {
  const type = ontology.relationshipTypes.get(name)!
  return placeStored({ type: name, from, to, ...readStoredStatement(ontology, type, properties) }, path)
}

/** Drafts a new rank of a stored statement; a normal rank needs no reason and keeps none. */
export function draftRank(draft: Draft, state: GraphState, value: YamlValue): void {
  if (value.kind !== 'map') return
  const normal = textIn(value, 'rank')?.text === 'NORMAL'
  const reason = textIn(value, 'rankReason')
  // Nothing given would keep the reason of the former rank.
  const cleared = { key: 'rankReason', at: value.at, value: { kind: 'scalar', at: value.at, value: null } } as const
  draftSupersession(draft, state, normal && !reason ? { ...value, entries: [...value.entries, cleared] } : value)
}

/** Drafts that a stored statement is no longer said. */
export function draftRetraction(draft: Draft, state: GraphState, value: YamlValue): void {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return
  const stored = findStanding(draft, state, value.value, value.at)
  if (stored) draft.retracted.set(stored.id, { stored, at: value.at })
}

function findStanding(draft: Draft, state: GraphState, id: string, at: Place): WholeStatement | undefined {
  const present = [...state.statements.values()].filter(({ key }) => key === keyOfId(id))
  const found = present.find(statement => statement.id === id)
  if (found && draft.stands(found)) return found
  const [later] = present
  if (found) draft.report(at, `${id} is changed twice in this edit.`)
  else if (later) draft.report(at, `${id} is no longer said: ${later.id} has taken its place. Did you mean \`${later.id}\`?`)
  else draft.report(at, `There is no statement ${shorten(id)} that is said now.`)
  return undefined
}

function readStatement(draft: Draft, state: GraphState, map: YamlMap, self?: SeedRecord): SeedStatement | undefined {
  const type = state.ontology.relationshipTypes.get(textIn(map, 'type')?.text ?? '')
  const [from, to] = ['from', 'to'].map(end => textIn(map, end) ?? (self && { text: self.id, at: map.at }))
  if (!type) return undefined
  if (!from || !to) {
    draft.report(map.at, `A statement needs \`from\` and \`to\`, the ids of its ends.`)
    return undefined
  }
  const field = findField(draft, state, type, from, to)
  if (!field) return undefined
  const node = { key: 'node', at: to.at, value: { kind: 'scalar', at: to.at, value: to.text } } as const
  const item: YamlMap = { ...map, entries: [node, ...without(map, ['type', 'from', 'to']).entries] }
  const context = { common: state.ontology.statement, defaults: new Map() }
  const ownerType = state.ontology.nodeTypes.get(draft.typeOf(from.text, state.entities)!)!
  const owner = { type: ownerType, id: from.text, at: from.at, properties: new Map(), derived: new Map() }
  return readStatements(field, owner, { kind: 'list', at: map.at, items: [item] }, context, draft.report)[0]
}

type End = { readonly text: string; readonly at: Place }

/** The field by which the type of the first end leads to the other. */
function findField(draft: Draft, state: GraphState, type: RelationshipType, from: End, to: End): Traversal | undefined {
  const owner = draft.typeOf(from.text, state.entities)
  if (!owner) {
    draft.report(from.at, `There is no ${shorten(from.text)}.${didYouMeanId(from.text, state.similar.keys())}`)
    return undefined
  }
  const target = draft.typeOf(to.text, state.entities)
  const fields = [...state.ontology.nodeTypes.get(owner)!.traversals.values()].filter(
    ({ relationship, direction }) => relationship === type && direction === 'OUT',
  )
  const starts = [...new Set(type.ends.map(end => end.from))]
  if (fields.length === 0)
    draft.report(from.at, `${type.name} starts at ${starts.join(' or ')}; ${from.text} is of type ${owner}.`)
  return fields.find(({ targets }) => target && targets.includes(target)) ?? fields[0]
}

/** A stored statement as one of a seed, as the end looked at would have it, with the argument that it is looked at for. */
export function statementOf(
  draft: Draft,
  state: GraphState,
  stored: WholeStatement,
  end: 'from' | 'to',
  path: string,
): SeedStatement | undefined {
  const type = state.ontology.relationshipTypes.get(stored.type)
  const owner = state.ontology.nodeTypes.get(draft.typeOf(stored[end], state.entities) ?? '')
  const direction = end === 'from' ? 'OUT' : 'IN'
  const field = [...(owner?.traversals.values() ?? [])].find(
    traversal => traversal.relationship === type && traversal.direction === direction,
  )
  if (!type || !owner || !field) return undefined
  const at = placeOf(path)
  const record = { type: owner, id: stored[end], at, properties: new Map(), derived: new Map() }
  const node = { id: end === 'from' ? stored.to : stored.from, at }
  return { type, from: stored.from, to: stored.to, at, field, owner: record, node, properties: new Map() }
}
