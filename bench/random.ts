/** A 32-bit hash of these numbers, each of whose bits depends on all of them. */
export function mix(...numbers: readonly number[]): number {
  let state = 0x9e3779b9
  for (const number of numbers) {
    state = Math.imul(state ^ number, 0x85ebca6b)
    state ^= state >>> 13
    state = Math.imul(state, 0xc2b2ae35)
    state ^= state >>> 16
  }
  return state >>> 0
}

/** A stream of numbers that look random and are the same in every run (mulberry32). */
export class Random {
  #state: number

  constructor(...seed: readonly number[]) {
    this.#state = mix(...seed)
  }

  /** A number from 0 up to, not with, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `largest`, both included. */
  between(least: number, largest: number): number {
    return least + Math.floor(this.next() * (largest - least + 1))
  }

  /** Whether something of this probability happens. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One of these. */
  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)]!
  }

  /** An index below `count`, the low ones most often: a Zipf distribution of this exponent (not 1), drawn in constant time. */
  zipf(count: number, exponent: number): number {
    const power = 1 - exponent
    const drawn = (this.next() * ((count + 1) ** power - 1) + 1) ** (1 / power)
    return Math.min(count - 1, Math.floor(drawn) - 1)
  }

  /** Up to `wanted` different indices below `count`, drawn by {@link zipf}, in no order. */
  zipfs(wanted: number, count: number, exponent: number): number[] {
    const drawn = new Set<number>()
    for (let turn = 0; turn < wanted; turn++) drawn.add(this.zipf(count, exponent))
    return [...drawn]
  }
}
