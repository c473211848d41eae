import { createHash } from 'node:crypto'
import type { Report } from '../ingest/problem.ts'
import { readRecord } from '../ingest/readRecord.ts'
import type { SeedRecord } from '../ingest/seed.ts'
import type { YamlMap, YamlValue } from '../ingest/yamlValue.ts'
import type { NodeType, Ontology } from '../schema/ontology.ts'
import { clearPrecision } from './clearPrecision.ts'
import type { Draft } from './draft.ts'
import type { GraphState, WholeEntity } from './graphState.ts'
import { mergeMaps, placeStored, textIn, without } from './placedInput.ts'
import { readStoredEntity } from './readStored.ts'

/** An input that says the type of an entity by its one key: `{ institution: { id: … } }`. */
export interface TypedInput {
  readonly type: NodeType
  readonly map: YamlMap
  readonly id: string
}

/** Reads which type of entity an input is about; undefined when it is about none, which GraphQL has refused before. */
export function readTyped(ontology: Ontology, value: YamlValue): TypedInput | undefined {
  const [entry] = value.kind === 'map' ? value.entries : []
  const type = [...ontology.nodeTypes.values()].find(({ lookup }) => lookup === entry?.key)
  if (!type || entry?.value.kind !== 'map') return undefined
  return { type, map: entry.value, id: textIn(entry.value, 'id')?.text ?? '' }
}

/** Drafts an entity that is to be added. */
export function draftAddition(draft: Draft, state: GraphState, { type, map, id }: TypedInput): void {
  const at = textIn(map, 'id')?.at ?? map.at
  if (draft.entities.has(id)) draft.report(at, `${id} is added or corrected twice in this edit.`)
  else if (state.entities.has(id)) draft.report(at, `${id} exists already: correct it with correctEntities.`)
  const record = readEntity(state.ontology, type, map, draft.report)
  if (record) draft.entities.set(id, { record })
}

/** Drafts an entity with what is given in place of what is stored; nothing given clears. */
export function draftCorrection(draft: Draft, state: GraphState, { type, map, id }: TypedInput): void {
  const at = textIn(map, 'id')?.at ?? map.at
  const stored = state.entities.get(id)
  if (!stored) return
  if (stored.type !== type.name) draft.report(at, `${id} is of type ${stored.type}, not ${type.name}.`)
  else if (draft.entities.has(id)) draft.report(at, `${id} is added or corrected twice in this edit.`)
  else {
    const needed = (key: string): boolean => type.properties.get(key)?.required ?? false
    const merged = mergeMaps(storedMap(type, stored, map.at.file), clearPrecision(map, type.properties.values()), needed)
    const record = readEntity(state.ontology, type, merged, draft.report)
    if (record) draft.entities.set(id, { record, stored })
  }
}

/** A stored entity as a record, with the argument that it is looked at for. */
export function recordOf(ontology: Ontology, stored: WholeEntity, path: string): SeedRecord | undefined {
  const type = ontology.nodeTypes.get(stored.type)
  return type && readEntity(ontology, type, storedMap(type, stored, path), () => {})
}

function storedMap(type: NodeType, { properties }: WholeEntity, path: string): YamlMap {
  const text = type.properties.has('file') ? { text: properties['text'] ?? undefined, sha256: properties['sha256'] } : {}
  return placeStored({ ...readStoredEntity(type, properties), ...text }, path)
}

/** Types with a stored copy take its text itself in place of a file. */
function readEntity(ontology: Ontology, type: NodeType, map: YamlMap, report: Report): SeedRecord | undefined {
  const own = ['statements', ...(type.properties.has('file') ? ['text', 'sha256'] : [])]
  const read = readRecord(type, without(map, own), { common: ontology.statement, defaults: new Map() }, report)
  if (!read || !type.properties.has('file')) return read?.record
  const text = textIn(map, 'text')
  const known = textIn(map, 'sha256')
  if (text) {
    read.record.derived.set('text', text.text)
    // A text that is as it was keeps the hash of its file, which may differ in a mark at its beginning.
    const unchanged = known && text.at.file === map.at.file
    read.record.derived.set('sha256', unchanged ? known.text : createHash('sha256').update(text.text).digest('hex'))
  }
  return read.record
}
