import type { RevisionLease } from '../revisionLease.ts'

const millisecondsBetweenLooks = 200

/** Tells those who wait that a revision was written, by whatever process: one timer looks while anybody waits. */
export class RevisionWatch {
  readonly #waiting = new Map<() => void, number>()
  #timer: NodeJS.Timeout | undefined

  constructor(readonly lease: RevisionLease) {}

  /** Resolves when there is a later revision than this, or when the signal is given. */
  later(revision: number, signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        signal.removeEventListener('abort', done)
        this.#waiting.delete(done)
        resolve()
      }
      if (signal.aborted) return resolve()
      signal.addEventListener('abort', done)
      this.#waiting.set(done, revision)
      this.#timer ??= setTimeout(() => this.#look(), millisecondsBetweenLooks)
    })
  }

  async #look(): Promise<void> {
    // A database that does not answer is asked again: who waits has nothing better to do.
    const last = await this.lease.renew().catch(() => 0)
    for (const [done, revision] of [...this.#waiting]) if (last > revision) done()
    this.#timer = this.#waiting.size > 0 ? setTimeout(() => this.#look(), millisecondsBetweenLooks) : undefined
  }
}
