import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../../database/connect.ts'
import { DatabaseError } from '../../database/databaseError.ts'
import type { ChangesPage, ChangesRequest } from '../../database/readChanges.ts'
import type { Ontology } from '../../schema/ontology.ts'
import type { RevisionLease } from '../revisionLease.ts'
import { readOrRefuse } from './answerChanges.ts'
import { RevisionWatch } from './revisionWatch.ts'

const secondsBetweenTries = 1

/** Gives changes to whoever follows them, now and as they are written. */
export class ChangeFeed {
  readonly #watch: RevisionWatch
  readonly #closing = new AbortController()
  /** Those who follow the head of the feed ask for the same page at the same time: it is read once. */
  readonly #reading = new Map<string, Promise<ChangesPage>>()
  /** How far each of those who follow has come. */
  readonly #followers = new Set<{ revision: number }>()

  constructor(
    readonly database: Database,
    readonly ontology: Ontology,
    lease: RevisionLease,
    millisecondsBetweenLooks?: number,
  ) {
    this.#watch = new RevisionWatch(lease, millisecondsBetweenLooks)
  }

  /** Says that this process has written, so that who follows need not wait for the next look. */
  wake(): void {
    this.#watch.wake()
  }

  /** Aborted when the service is about to stop. */
  get closing(): AbortSignal {
    return this.#closing.signal
  }

  /** Ends all who follow, so that they connect to another process. */
  close(): void {
    this.#closing.abort()
  }

  /** How many follow, and the revision that the last of them has come to; none when nobody follows. */
  progress(): { readonly followers: number; readonly slowest: number | undefined } {
    const revisions = [...this.#followers].map(({ revision }) => revision)
    return { followers: revisions.length, slowest: revisions.length > 0 ? Math.min(...revisions) : undefined }
  }

  /** One page of changes. */
  read(request: ChangesRequest): Promise<ChangesPage> {
    const key = JSON.stringify(request)
    const known = this.#reading.get(key)
    if (known) return known
    const page = readOrRefuse(this.database, this.ontology, request).finally(() => this.#reading.delete(key))
    this.#reading.set(key, page)
    return page
  }

  /**
   * Page after page without end, until the signal is given. The next page is read only when it is asked for, so who reads
   * slowly holds one page and no more; while the database does not answer, it is asked again.
   */
  async *follow(request: ChangesRequest, signal: AbortSignal): AsyncGenerator<ChangesPage, void, undefined> {
    const ended = AbortSignal.any([signal, this.closing])
    let { after } = request
    const follower = { revision: after.revision }
    this.#followers.add(follower)
    try {
      while (!ended.aborted) {
        const page = await this.#tryToRead({ ...request, after }, ended)
        if (!page) continue
        yield page
        after = page.end
        follower.revision = page.more ? after.revision : page.last
        if (!page.more) await this.#watch.later(page.last, ended)
      }
    } finally {
      this.#followers.delete(follower)
    }
  }

  async #tryToRead(request: ChangesRequest, signal: AbortSignal): Promise<ChangesPage | undefined> {
    try {
      return await this.read(request)
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.failure === 'fault') throw error
      await sleep(secondsBetweenTries * 1000, undefined, { signal }).catch(() => {})
      return undefined
    }
  }
}
