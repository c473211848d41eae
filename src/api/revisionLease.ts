import { type Database, leaseMilliseconds } from '../database/connect.ts'

const readRevision = "OPTIONAL MATCH (ledger:Ledger { id: 'ledger' }) RETURN coalesce(ledger.revision, 0) AS revision"

/**
 * Knows the revision of the graph without asking the database each time, and is never wrong about it.
 *
 * The rule: a revision read from the leader holds for {@link leaseMilliseconds} from before it was asked for; and whoever
 * writes waits longer than that after the commit before it says that it is done. So when a write is acknowledged, no
 * process holds a lease on an earlier revision any more. Only durations are compared, so clocks need not agree.
 */
export class RevisionLease {
  #revision: number | undefined
  #until = 0
  #renewal: Promise<number> | undefined

  constructor(readonly database: Database) {}

  /** The revision, when the lease still holds. */
  held(): number | undefined {
    return performance.now() < this.#until ? this.#revision : undefined
  }

  /** The revision, read anew when the lease has run out; requests at the same time share one reading. */
  async renew(): Promise<number> {
    const held = this.held()
    if (held !== undefined) return held
    this.#renewal ??= this.#read().finally(() => {
      this.#renewal = undefined
    })
    return this.#renewal
  }

  /** The revision, read anew although the lease may hold: for who knows that there is a later one. */
  readAnew(): Promise<number> {
    return this.#read()
  }

  async #read(): Promise<number> {
    const asked = performance.now()
    const [row] = await this.database.readLatest({ text: readRevision, parameters: {} })
    this.#revision = row?.['revision'] as number
    this.#until = asked + leaseMilliseconds
    return this.#revision
  }
}
