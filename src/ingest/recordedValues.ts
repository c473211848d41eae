import { findProperties } from '../cypher/write.ts'
import type { Run } from '../database/connect.ts'
import { Language, translatedName } from '../schema/language.ts'
import type { NodeType, Ontology, Property } from '../schema/ontology.ts'
import type { SeedRecord, Translations } from './seed.ts'

/** What the graph's own record of an entity says, as far as claims about it are held against it. */
export interface Recorded {
  readonly label: Translations
  readonly sources: readonly string[]
  /** The property of this name, when an entity of its type has one. */
  property(name: string): Property | undefined
  /** Its value as text; none when the record does not say. */
  value(name: string): string | undefined
  /** The days that it gives, by the names of their properties. */
  readonly days: Readonly<Record<string, string>>
}

/** Finds what is recorded of entities: in these records, or else in the graph. */
export function findRecordedIn(
  run: Run,
  ontology: Ontology,
  records: readonly SeedRecord[],
): (ids: readonly string[]) => Promise<Map<string, Recorded>> {
  const own = new Map(records.map(record => [record.id, record]))
  return async ids => {
    const outside = ids.filter(id => !own.has(id))
    const rows = outside.length ? await run({ text: findProperties, parameters: { ids: outside } }) : []
    const stored = rows.map(({ id, type, properties }): [string, Recorded] => [
      String(id),
      recordedInGraph(ontology, String(type), properties as Record<string, unknown>),
    ])
    return new Map([
      ...ids.flatMap(id => own.get(id) ?? []).map(record => [record.id, recordedInFiles(record)] as const),
      ...stored,
    ])
  }
}

/** The record that stands in the files. */
function recordedInFiles({ type, properties }: SeedRecord): Recorded {
  const given = (name: string): unknown => properties.get(name)?.value
  return {
    label: (given('label') ?? {}) as Translations,
    sources: (given('sources') ?? []) as readonly string[],
    property: name => type.properties.get(name),
    value: name => asText(given(name)),
    days: readDays(type, given),
  }
}

/** The record that the graph holds outside the files. */
function recordedInGraph(ontology: Ontology, type: string, stored: Readonly<Record<string, unknown>>): Recorded {
  const nodeType = ontology.nodeTypes.get(type)!
  const languages = Object.values(Language)
  const labels = languages.flatMap(language => {
    const text = asText(stored[translatedName('label', language)])
    return text === undefined ? [] : [[language, text]]
  })
  return {
    label: Object.fromEntries(labels),
    sources: (stored['sources'] ?? []) as readonly string[],
    property: name => nodeType.properties.get(name),
    value: name => asText(stored[name]),
    days: readDays(nodeType, name => stored[name]),
  }
}

function readDays({ properties }: NodeType, given: (name: string) => unknown): Record<string, string> {
  const days = [...properties.values()].filter(({ type, derived, computed }) => type === 'Date' && !derived && !computed)
  return Object.fromEntries(days.flatMap(({ name }) => (given(name) ? [[name, String(given(name))]] : [])))
}

function asText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}
