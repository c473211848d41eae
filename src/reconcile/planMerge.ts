import { findCitations } from '../cypher/edit.ts'
import type { GraphState, WholeEntity, WholeStatement } from '../edit/graphState.ts'
import type { Operation } from '../edit/operation.ts'
import { readStoredEntity } from '../edit/readStored.ts'
import { namingProperties } from '../schema/identity.ts'
import { Language, translatedName } from '../schema/language.ts'
import type { NodeType, Property } from '../schema/ontology.ts'
import { keyWhenMoved, restate } from './moveStatement.ts'
import { foldName, textsOf } from './named.ts'

/** What a merge does, as an edit, and what it cannot take over. */
export interface MergePlan {
  readonly operations: readonly Operation[]
  /** How many statements the kept one takes over. */
  readonly moved: number
  /** The ids of statements that it has already, or that would join it with itself. */
  readonly repeated: readonly string[]
  /** Values that it has others of, a line each. */
  readonly notTaken: readonly string[]
}

type Values = Record<string, unknown>

/** Plans that one entity takes over what is said of another, and the other is removed. */
export async function planMerge(state: GraphState, kept: WholeEntity, lost: WholeEntity): Promise<MergePlan> {
  const { ontology } = state
  const type = ontology.nodeTypes.get(kept.type)!
  const { changes, notTaken } = takeOver(type, kept, lost)
  const move = { from: lost.id, to: kept.id }
  const said = await state.readStatementsOf([kept.id, lost.id])
  const keys = new Set(said.filter(({ from, to }) => from !== lost.id && to !== lost.id).map(({ key }) => key))
  const operations: Operation[] = []
  const repeated: string[] = []
  for (const stored of said.filter(({ from, to }) => from === lost.id || to === lost.id).sort(byId)) {
    const key = keyWhenMoved(ontology, stored, move)
    if (key === undefined || keys.has(key)) {
      repeated.push(stored.id)
      continue
    }
    keys.add(key)
    operations.push({ kind: 'assertStatement', at: stored.id, value: restate(ontology, stored, move) })
  }
  const moved = operations.length
  const citations = await state.run({ text: findCitations(ontology), parameters: { ids: [lost.id] } })
  for (const stored of citations as unknown as WholeStatement[])
    if (stored.from !== lost.id && stored.to !== lost.id)
      operations.push({ kind: 'supersedeStatement', at: stored.id, value: { id: stored.id, source: kept.id } })
  operations.push({ kind: 'removeEntity', at: 'lost', value: lost.id })
  const correction: Operation = { kind: 'correctEntity', at: 'kept', value: { [type.lookup]: { id: kept.id, ...changes } } }
  return { operations: Object.keys(changes).length > 0 ? [correction, ...operations] : operations, moved, repeated, notTaken }
}

/** What is corrected of the kept one: lists are joined, what it has no value of is filled in, other names become aliases. */
function takeOver(type: NodeType, kept: WholeEntity, lost: WholeEntity): { changes: Values; notTaken: string[] } {
  const [mine, theirs] = [readStoredEntity(type, kept.properties), readStoredEntity(type, lost.properties)]
  const changes: Values = {}
  const notTaken: string[] = []
  const naming = namingProperties(type)
  for (const property of type.properties.values()) {
    const { name, list, translated, precisionOf } = property
    const [own, other] = [mine[name], theirs[name]]
    if (name === 'id' || other === undefined || (precisionOf && mine[precisionOf] !== undefined)) continue
    if (list) setUnless(name, join(own, other), own)
    else if (translated) setUnless(name, { ...(other as object), ...(own as object) }, own)
    else if (own === undefined) changes[name] = other
    else if (own !== other && !naming.includes(property)) notTaken.push(`${name}: ${String(other)}, since it has ${String(own)}`)
  }
  const names = naming.flatMap(property => textsOf(property, lost.properties))
  const known = new Set([...namesAfter(naming, kept, lost), ...textsIn(mine['aliases'])].map(foldName))
  const others = names.filter(name => !known.has(foldName(name)) && known.add(foldName(name)))
  setUnless('aliases', [...textsIn(mine['aliases']), ...others], mine['aliases'] ?? [])
  return { changes, notTaken }

  function setUnless(name: string, value: unknown, own: unknown): void {
    if (JSON.stringify(value) !== JSON.stringify(own)) changes[name] = value
    else delete changes[name]
  }
}

/** The names that the kept one has besides its aliases, once what it lacks is filled in. */
function namesAfter(naming: readonly Property[], kept: WholeEntity, lost: WholeEntity): string[] {
  return naming
    .filter(({ list }) => !list)
    .flatMap(({ name, translated }) => {
      const held = translated ? (Object.values(Language) as Language[]).map(language => translatedName(name, language)) : [name]
      return held.flatMap(key => textsIn(kept.properties[key] ?? lost.properties[key]))
    })
}

function join(own: unknown, other: unknown): string[] {
  return [...new Set([...textsIn(own), ...textsIn(other)])]
}

function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string')
}

function byId(one: WholeStatement, two: WholeStatement): number {
  return one.id < two.id ? -1 : 1
}
