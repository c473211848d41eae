import { LRUCache } from 'lru-cache'
import { type ApiKey, findApiKey } from '../../database/apiKeys.ts'
import { type Database, leaseMilliseconds } from '../../database/connect.ts'

interface Leased {
  readonly key: ApiKey | undefined
  readonly until: number
}

/**
 * Knows keys without asking the database each time, by the rule of {@link RevisionLease}: what was read of a key holds for
 * {@link leaseMilliseconds} from before it was asked for, and who writes waits longer than that. So a key whose revocation
 * was acknowledged opens nothing, on any process.
 */
export class KeyLease {
  readonly #leased = new LRUCache<string, Leased>({ max: 10_000 })
  readonly #readings = new Map<string, Promise<ApiKey | undefined>>()

  constructor(readonly database: Database) {}

  /** The key as it is, when the lease on it still holds. */
  held(id: string): ApiKey | undefined {
    const leased = this.#leased.get(id)
    return leased && performance.now() < leased.until ? leased.key : undefined
  }

  /** Whether a key of this id was there lately, so that asking for it again is no guess. */
  knows(id: string): boolean {
    return this.#leased.peek(id)?.key !== undefined
  }

  /** The key with this id, read anew when the lease has run out; requests at the same time share one reading. */
  find(id: string): Promise<ApiKey | undefined> {
    let reading = this.#readings.get(id)
    if (!reading) {
      reading = this.#read(id).finally(() => this.#readings.delete(id))
      this.#readings.set(id, reading)
    }
    return reading
  }

  async #read(id: string): Promise<ApiKey | undefined> {
    const asked = performance.now()
    const key = await findApiKey(this.database, id)
    if (key) this.#leased.set(id, { key, until: asked + leaseMilliseconds })
    else this.#leased.delete(id)
    return key
  }
}
