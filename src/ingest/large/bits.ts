/** A set of small whole numbers, a bit each. */
export class Bits {
  #bytes = new Uint8Array(1 << 12)
  #any = false

  get any(): boolean {
    return this.#any
  }

  add(number: number): void {
    const at = number >>> 3
    if (at >= this.#bytes.length) {
      const grown = new Uint8Array(2 ** Math.ceil(Math.log2(at + 1)))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes[at]! |= 1 << (number & 7)
    this.#any = true
  }

  has(number: number): boolean {
    return ((this.#bytes[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0
  }
}
