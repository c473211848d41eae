import type { YamlMap } from '../ingest/yamlValue.ts'
import type { Property } from '../schema/ontology.ts'
import { valueIn } from './placedInput.ts'

/** What is given, with a date's former precision cleared where only the date itself is given: the new one is known to the day. */
export function clearPrecision(given: YamlMap, properties: Iterable<Property>): YamlMap {
  const stale = [...properties].flatMap(({ name, precision }) =>
    precision && valueIn(given, name) && !valueIn(given, precision) ? [precision] : [],
  )
  const { at } = given
  const cleared = stale.map(key => ({ key, at, value: { kind: 'scalar', at, value: null } }) as const)
  return { ...given, entries: [...given.entries, ...cleared] }
}
