import { isDeepStrictEqual } from 'node:util'
import type { Contender } from './contenders.ts'
import type { BenchQuery, Parameters } from './queries/query.ts'

/**
 * Asks every contender the same and compares each answer with that of the first; throws at the first difference.
 * Gives the mean size of the answers, in characters of JSON.
 */
export async function proveEqual(
  query: BenchQuery,
  parameters: readonly Parameters[],
  contenders: readonly Contender[],
): Promise<number> {
  const [first, ...others] = contenders
  let size = 0
  for (const given of parameters) {
    const expected = await first!.answer(query, given)
    size += JSON.stringify(expected).length
    // Twice, so that an answer out of a cache is compared as well.
    for (const contender of others)
      for (const turn of ['first', 'second']) {
        const found = await contender.answer(query, given)
        if (!isDeepStrictEqual(sortKeys(found), sortKeys(expected)))
          throw new Error(
            `${query.name} ${JSON.stringify(given)}: the ${turn} answer of ${contender.name} is not that of ${first!.name}.
${findDifference(found, expected, '')}`,
          )
      }
  }
  return size / parameters.length
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sortKeys(held)]),
  )
}

function findDifference(found: unknown, expected: unknown, path: string): string {
  if (isObject(found) && isObject(expected))
    for (const key of new Set([...Object.keys(found), ...Object.keys(expected)]))
      if (!isDeepStrictEqual(sortKeys(found[key]), sortKeys(expected[key])))
        return findDifference(found[key], expected[key], `${path}.${key}`)
  return `At ${path || 'the top'}: ${JSON.stringify(found)?.slice(0, 300)} in place of ${JSON.stringify(expected)?.slice(0, 300)}`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
