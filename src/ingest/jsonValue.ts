import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { findBadCharacters } from './decodeText.ts'
import { parseYaml } from './parseYaml.ts'
import type { Place, Report } from './problem.ts'
import type { YamlMap, YamlScalar, YamlValue } from './yamlValue.ts'

/** Where a value stands in a line of JSON. Its column is looked for when it is asked for, since few are. */
class JsonPlace implements Place {
  constructor(
    readonly line: number,
    private readonly text: string,
    private readonly parent: JsonPlace | { readonly file: string },
    private readonly key?: string | number,
  ) {}

  get file(): string {
    return this.parent.file
  }

  get column(): number {
    // JSON is YAML, and the parser of YAML knows where things stand.
    return findOffset(this.text, this.#path) + 1
  }

  /** What {@link restorePlace} takes, so that a place can wait in a file without its column being looked for. */
  toJSON(): KeptPlace {
    const { file, line, text } = this
    return { file, line, text, path: this.#path }
  }

  get #path(): readonly (string | number)[] {
    const above = this.parent instanceof JsonPlace ? this.parent.#path : []
    return this.key === undefined ? above : [...above, this.key]
  }
}

interface KeptPlace {
  readonly file: string
  readonly line: number
  readonly text: string
  readonly path: readonly (string | number)[]
}

/** A place as it was before it was written as JSON. */
export function restorePlace(kept: Place | KeptPlace): Place {
  if (!('path' in kept)) return kept
  const { file, line, text, path } = kept
  return path.reduce((place, key) => new JsonPlace(line, text, place, key), new JsonPlace(line, text, { file }))
}

function findOffset(text: string, path: readonly (string | number)[]): number {
  let node: unknown = parseYaml(text, { logLevel: 'silent' }).contents
  for (const key of path) {
    if (isMap(node)) node = node.items.find(pair => isScalar(pair.key) && pair.key.value === key)?.value
    else if (isSeq(node)) node = node.items[key as number]
    else return 0
  }
  return isNode(node) ? (node.range?.[0] ?? 0) : 0
}

/** Plain characters of Latin scripts, which are well formed however they are put together. */
const plain = /^[\t\n\r\x20-\x7e\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/

/** The value of a parsed line of JSON as values that know their place. */
export function readJsonValue(json: unknown, at: { file: string; line: number; text: string }, report: Report): YamlValue {
  const { line, text } = at
  return convert(json, new JsonPlace(line, text, at))

  function convert(value: unknown, place: JsonPlace): YamlValue {
    if (typeof value === 'string') {
      const bad = plain.test(value) ? undefined : findBadCharacters(value)
      if (bad) report(place, `The text ${bad}.`)
    }
    if (value === null || typeof value !== 'object') return { kind: 'scalar', at: place, value: value as YamlScalar['value'] }
    if (Array.isArray(value))
      return {
        kind: 'list',
        at: place,
        items: value.map((item, index) => convert(item, new JsonPlace(line, text, place, index))),
      }
    const entries = Object.keys(value).map(key => {
      const inner = new JsonPlace(line, text, place, key)
      return { key, at: inner, value: convert((value as Record<string, unknown>)[key], inner) }
    })
    return { kind: 'map', at: place, entries }
  }
}

/**
 * The same for what is made of another format, whose values all stand at one place unless `places` says where. Other programs write
 * é as two characters: such texts become those that are meant.
 */
function placeValue(json: unknown, at: Place, report: Report): YamlValue {
  if (Array.isArray(json)) return { kind: 'list', at, items: json.map(item => placeValue(item, at, report)) }
  if (json !== null && typeof json === 'object') return placeMap(json as Record<string, unknown>, at, report)
  if (typeof json !== 'string') return { kind: 'scalar', at, value: (json ?? null) as YamlScalar['value'] }
  const value = json.normalize('NFC')
  const bad = plain.test(value) ? undefined : findBadCharacters(value)
  if (bad) report(at, `The text ${bad}.`)
  return { kind: 'scalar', at, value }
}

/** {@link placeValue} of an object; keys without a value are left out. */
export function placeMap(
  json: Readonly<Record<string, unknown>>,
  at: Place,
  report: Report,
  places: Readonly<Record<string, Place>> = {},
): YamlMap {
  const given = Object.entries(json).filter(([, value]) => value !== undefined)
  const entries = given.map(([key, value]) => {
    const place = places[key] ?? at
    return { key, at: place, value: placeValue(value, place, report) }
  })
  return { kind: 'map', at, entries }
}
