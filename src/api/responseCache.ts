import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { RevisionLease } from './revisionLease.ts'

/** A response that may be given again while the graph stays at its revision. */
export interface CachedResponse {
  readonly body: Buffer
  readonly etag: string
}

/** Keeps responses by request, as long as the revision and the day they were made for are the present ones. */
export class ResponseCache {
  readonly #responses: LRUCache<string, CachedResponse>
  #state = ''
  hits = 0
  misses = 0

  constructor(
    readonly lease: RevisionLease,
    megabytes: number,
  ) {
    this.#responses = new LRUCache({
      maxSize: megabytes * 1024 * 1024,
      sizeCalculation: ({ body }, key) => body.length + key.length * 2 + 200,
    })
  }

  /** What requests are answered from now: the revision and the day, since answers hold for today unless they say otherwise. */
  async state(): Promise<string> {
    const revision = this.lease.held() ?? (await this.lease.renew())
    const state = `${revision} ${new Date().toISOString().slice(0, 10)}`
    if (state !== this.#state) {
      this.#responses.clear()
      this.#state = state
    }
    return state
  }

  get(request: string): CachedResponse | undefined {
    const known = this.#responses.get(request)
    if (known) this.hits++
    else this.misses++
    return known
  }

  get bytes(): number {
    return this.#responses.calculatedSize
  }

  /** Keeps a response that was asked for in this state; one that a write has overtaken is not kept. */
  keep(request: string, state: string, text: string): CachedResponse {
    const body = Buffer.from(text)
    const response = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` }
    if (state === this.#state) this.#responses.set(request, response)
    return response
  }
}
