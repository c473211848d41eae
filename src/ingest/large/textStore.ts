import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { LRUCache } from 'lru-cache'
import { Fingerprints } from './fingerprints.ts'

const bytesBeforeWriting = 1 << 20
const charactersAtHand = 8 << 20

/** Texts by id, in a file; those used last are at hand, as texts that belong together mostly stand together. */
export class TextStore {
  readonly #file: number
  readonly #places = new Fingerprints()
  readonly #recent = new LRUCache<string, string>({ maxSize: charactersAtHand, sizeCalculation: text => text.length + 64 })
  #pending: Buffer[] = []
  #pendingBytes = 0
  #written = 0

  constructor(file: string) {
    this.#file = openSync(file, 'wx+', 0o600)
  }

  get size(): number {
    return this.#places.size
  }

  put(id: string, text: string): void {
    if (this.#places.find(id) >= 0) return
    const bytes = Buffer.from(text)
    this.#places.add(id, this.#written + this.#pendingBytes, bytes.length)
    this.#recent.set(id, text)
    this.#pending.push(bytes)
    this.#pendingBytes += bytes.length
    if (this.#pendingBytes > bytesBeforeWriting) this.#flush()
  }

  get(id: string): string | undefined {
    const known = this.#recent.get(id)
    if (known !== undefined) return known
    const slot = this.#places.find(id)
    if (slot < 0) return undefined
    this.#flush()
    const bytes = Buffer.allocUnsafe(this.#places.note(slot))
    readSync(this.#file, bytes, 0, bytes.length, this.#places.value(slot))
    const text = bytes.toString()
    this.#recent.set(id, text)
    return text
  }

  close(): void {
    closeSync(this.#file)
  }

  #flush(): void {
    for (const bytes of this.#pending) writeSync(this.#file, bytes)
    this.#written += this.#pendingBytes
    this.#pending = []
    this.#pendingBytes = 0
  }
}
