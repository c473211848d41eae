const first = 1 << 12
const columns = 3

/**
 * Texts by their fingerprints of 96 bits, each with two numbers: 28 bytes a slot, outside the heap of JavaScript, so that
 * millions of ids are known at once. Texts that differ only in case share a slot.
 */
export class Fingerprints {
  #capacity = first
  #keys = new Uint32Array(first * columns)
  #values = new Float64Array(first)
  #notes = new Float64Array(first)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The slot of a text, or -1. */
  find(text: string): number {
    const slot = this.#slotOf(text.toLowerCase())
    return this.#isFree(slot) ? -1 : slot
  }

  /** Whether exactly this text was added, in the same case. */
  has(text: string): boolean {
    const slot = this.find(text)
    return slot >= 0 && this.isExact(slot, text)
  }

  /** Whether the text of a slot has the same case as this one. */
  isExact(slot: number, text: string): boolean {
    return this.#keys[slot * columns + 2] === hash(text, 2)
  }

  /** Adds a text that is not there, and gives its slot, which holds until the next one is added. */
  add(text: string, value: number, note = 0): number {
    if (this.#size * 3 > this.#capacity * 2) this.#grow()
    const slot = this.#slotOf(text.toLowerCase())
    this.#keys.set([high, low, hash(text, 2)], slot * columns)
    this.#values[slot] = value
    this.#notes[slot] = note
    this.#size++
    return slot
  }

  value(slot: number): number {
    return this.#values[slot] as number
  }

  note(slot: number): number {
    return this.#notes[slot] as number
  }

  change(slot: number, value: number, note: number): void {
    this.#values[slot] = value
    this.#notes[slot] = note
  }

  /** Sets both numbers of every slot to 0. */
  forget(): void {
    this.#values.fill(0)
    this.#notes.fill(0)
  }

  #slotOf(folded: string): number {
    high = hash(folded, 0)
    low = hash(folded, 1) || 1
    return this.#search()
  }

  /** The slot of the fingerprint that `high` and `low` hold, or the free one where it would stand. */
  #search(): number {
    let slot = high % this.#capacity
    while (!this.#isFree(slot) && (this.#keys[slot * columns] !== high || this.#keys[slot * columns + 1] !== low))
      slot = (slot + 1) % this.#capacity
    return slot
  }

  #isFree(slot: number): boolean {
    return this.#keys[slot * columns + 1] === 0
  }

  #grow(): void {
    const [keys, values, notes, capacity] = [this.#keys, this.#values, this.#notes, this.#capacity]
    this.#capacity *= 2
    this.#keys = new Uint32Array(this.#capacity * columns)
    this.#values = new Float64Array(this.#capacity)
    this.#notes = new Float64Array(this.#capacity)
    for (let from = 0; from < capacity; from++) {
      const at = from * columns
      high = keys[at] as number
      low = keys[at + 1] as number
      if (low === 0) continue
      const to = this.#search()
      this.#keys.set(keys.subarray(at, at + columns), to * columns)
      this.#values[to] = values[from] as number
      this.#notes[to] = notes[from] as number
    }
  }
}

// Module variables in place of a returned pair: one is made for each of millions of look-ups.
let high = 0
let low = 0

const seeds = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d]
const factors = [0x5bd1e995, 0x1b873593, 0x27d4eb2f]

/** One of three independent 32-bit hashes of a text. */
function hash(text: string, which: 0 | 1 | 2): number {
  const factor = factors[which] as number
  let state = (seeds[which] as number) ^ text.length
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), factor)
    state ^= state >>> 15
  }
  state = Math.imul(state ^ (state >>> 16), 0x7feb352d)
  state = Math.imul(state ^ (state >>> 15), 0x846ca68b)
  return (state ^ (state >>> 16)) >>> 0
}
