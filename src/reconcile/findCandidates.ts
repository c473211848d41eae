import type { Named } from './named.ts'

/** More than so many with something in common say nothing of any two of them. */
const mostInBlock = 200
/** Shorter names are told apart by a single letter. */
const leastNearLength = 6

/** Two entities by their ids, in order. */
export type Pair = readonly [string, string]

/**
 * The pairs that may be one thing: those with an identifier, a name, the words of a name, or half of a long name in common.
 * Names that differ in one letter have the beginning or the end in common, so no such pair is missed.
 */
export function findCandidates(all: readonly Named[]): Pair[] {
  const blocks = new Map<string, string[]>()
  for (const named of all) for (const key of new Set(keysOf(named))) add(key, named.id)
  const pairs = new Map<string, Pair>()
  for (const block of blocks.values())
    if (block.length <= mostInBlock)
      for (const [index, a] of block.entries())
        for (const b of block.slice(index + 1)) {
          const pair = a < b ? ([a, b] as const) : ([b, a] as const)
          pairs.set(pair.join(' '), pair)
        }
  return [...pairs.values()]

  function add(key: string, id: string): void {
    const block = blocks.get(key)
    if (!block) blocks.set(key, [id])
    else if (block.length <= mostInBlock) block.push(id)
  }
}

function* keysOf({ names, identifiers, sameAs }: Named): Generator<string> {
  for (const [property, value] of identifiers) yield `${property}=${value}`
  for (const address of sameAs) yield `sameAs=${address}`
  for (const name of names.keys()) {
    yield `name=${name}`
    yield `words=${sortWords(name)}`
    const length = Array.from(name).length
    if (length < leastNearLength) continue
    // Halves of this length and of one less, so that names of lengths that differ by one meet too.
    for (const longer of [length, length - 1]) {
      const middle = Math.floor(longer / 2)
      yield `begins ${middle}=${name.slice(0, middle)}`
      yield `ends ${longer - middle}=${name.slice(middle - longer)}`
    }
  }
}

/** A folded name with its words in order, so that the order in which they stand is not told apart. */
export function sortWords(name: string): string {
  return name.split(' ').sort().join(' ')
}
