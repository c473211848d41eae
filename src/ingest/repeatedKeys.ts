import { isMap, isPair, isScalar, visit } from 'yaml'
import { parseYaml } from './parseYaml.ts'

/** A key of a JSON text, with the offset of the place where it stands again. */
export interface RepeatedKey {
  readonly key: string
  readonly offset: number
}

// A quotation mark after an even number of backslashes ends a string, and only a key is followed by a colon.
const endOfKey = /(?<!\\)(?:\\\\)*"\s*:/g

/** The keys that stand more than once in one object of a JSON text; its parser would keep the last of them and say nothing. */
export function findRepeatedKeys(text: string, parsed: unknown): RepeatedKey[] {
  let keys = 0
  for (endOfKey.lastIndex = 0; endOfKey.test(text); ) keys++
  if (keys === countKeys(parsed)) return []
  const found: RepeatedKey[] = []
  visit(parseYaml(text, { uniqueKeys: false, logLevel: 'silent' }), {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const { key } of isMap(map) ? map.items.filter(isPair) : [])
        if (isScalar(key) && seen.size === seen.add(key.value).size)
          found.push({ key: String(key.value), offset: key.range?.[0] ?? 0 })
    },
  })
  return found
}

function countKeys(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0
  const held = Object.values(value)
  let count = Array.isArray(value) ? 0 : held.length
  for (const item of held) count += countKeys(item)
  return count
}
