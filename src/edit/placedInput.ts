import { findBadCharacters } from '../ingest/decodeText.ts'
import type { Place, Report } from '../ingest/problem.ts'
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from '../ingest/yamlValue.ts'

/** The place of an argument: its path stands where the name of a file would. */
export function placeOf(path: string): Place {
  return { file: path, line: 0, column: 0 }
}

/** The value of an argument in the form in which seed files are read, each part with its path; fields left undefined are left out. */
export function placeInput(value: unknown, path: string, report: Report): YamlValue {
  const at = placeOf(path)
  if (Array.isArray(value))
    return { kind: 'list', at, items: value.map((item, index) => placeInput(item, `${path}[${index}]`, report)) }
  if (value !== null && typeof value === 'object') {
    const given = Object.entries(value).filter(([, held]) => held !== undefined)
    return { kind: 'map', at, entries: given.map(([key, held]) => placeEntry(key, held, path, report)) }
  }
  if (typeof value === 'string') {
    const bad = findBadCharacters(value)
    if (bad) report(at, `The text ${bad}.`)
  }
  return { kind: 'scalar', at, value: (value ?? null) as YamlScalar['value'] }
}

/** What is stored as a map of which all stands at the argument itself: it has no path of its own there. */
export function placeStored(stored: Readonly<Record<string, unknown>>, path: string): YamlMap {
  const at = placeOf(path)
  const { entries } = placeInput(stored, path, () => {}) as YamlMap
  return { kind: 'map', at, entries: entries.map(({ key, value }) => ({ key, at, value: { ...value, at } })) }
}

function placeEntry(key: string, value: unknown, path: string, report: Report): YamlEntry {
  const placed = placeInput(value, `${path}.${key}`, report)
  return { key, at: placed.at, value: placed }
}

/** The text that a map has under this key. */
export function textIn(map: YamlMap, key: string): { readonly text: string; readonly at: Place } | undefined {
  const value = valueIn(map, key)
  return value?.kind === 'scalar' && typeof value.value === 'string' ? { text: value.value, at: value.at } : undefined
}

/** The value that a map has under this key. */
export function valueIn({ entries }: YamlMap, key: string): YamlValue | undefined {
  return entries.find(entry => entry.key === key)?.value
}

/** The map without these keys. */
export function without(map: YamlMap, keys: readonly string[]): YamlMap {
  return { ...map, entries: map.entries.filter(({ key }) => !keys.includes(key)) }
}

/**
 * What was there before with what is given over it: nothing given clears, unless it is `needed`, which is refused when it is
 * read; a map given for a map goes into it.
 */
export function mergeMaps(before: YamlMap, given: YamlMap, needed: (key: string) => boolean = () => false): YamlMap {
  const kept = before.entries.filter(({ key }) => valueIn(given, key) === undefined)
  const changed = given.entries.flatMap((entry): YamlEntry[] => {
    const { key, value } = entry
    if (value.kind === 'scalar' && value.value === null && !needed(key)) return []
    const old = valueIn(before, key)
    const merged = old?.kind === 'map' && value.kind === 'map' ? mergeMaps(old, value) : value
    return [{ ...entry, value: merged }]
  })
  return { ...given, entries: [...kept, ...changed] }
}
