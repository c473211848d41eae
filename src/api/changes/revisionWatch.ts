import type { RevisionLease } from '../revisionLease.ts'

const millisecondsBetweenLooks = 200

/** Tells those who wait that a revision was written: at once by this process, else one timer looks while anybody waits. */
export class RevisionWatch {
  readonly #waiting = new Map<() => void, number>()
  #timer: NodeJS.Timeout | undefined
  /** Whether this process has written while nobody waited. */
  #written = false

  constructor(
    readonly lease: RevisionLease,
    readonly milliseconds = millisecondsBetweenLooks,
  ) {}

  /** Looks at once, since this process has written. */
  wake(): void {
    this.#written = this.#waiting.size === 0
    if (this.#written) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    void this.#look(true)
  }

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
      if (this.#written) this.wake()
      else this.#lookLater()
    })
  }

  async #look(anew = false): Promise<void> {
    // A database that does not answer is asked again: who waits has nothing better to do.
    const last = await (anew ? this.lease.readAnew() : this.lease.renew()).catch(() => 0)
    for (const [done, revision] of [...this.#waiting]) if (last > revision) done()
    if (this.#waiting.size > 0) this.#lookLater()
  }

  #lookLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#look()
    }, this.milliseconds)
  }
}
