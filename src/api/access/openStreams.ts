import type { ServerResponse } from 'node:http'
import { type Caller, mayDo } from '../caller.ts'
import { HttpError } from '../http/httpError.ts'

/** A response that is under way, and the credentials that it was asked for with. */
interface Stream {
  readonly authorization: string
  readonly response: ServerResponse
}

/** How often the right to go on is looked at: a stream ends at most this long after its key was revoked or its token expired. */
const secondsBetweenChecks = 2

/** Cuts responses off whose caller has lost the right to read: what is cut is never taken for whole, since its end is missing. */
export class OpenStreams {
  readonly #open = new Set<Stream>()
  #timer: NodeJS.Timeout | undefined

  constructor(readonly callerOf: (authorization: string) => Promise<Caller>) {}

  /** Watches over a response until it ends. */
  watch(stream: Stream): void {
    this.#open.add(stream)
    stream.response.once('close', () => this.#open.delete(stream))
    this.#timer ??= setInterval(() => void this.#checkAll(), secondsBetweenChecks * 1000).unref()
  }

  close(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  async #checkAll(): Promise<void> {
    await Promise.all(
      [...this.#open].map(async stream => {
        if (!(await this.#mayGoOn(stream))) stream.response.destroy()
      }),
    )
  }

  async #mayGoOn({ authorization }: Stream): Promise<boolean> {
    try {
      return mayDo(await this.callerOf(authorization), 'read')
    } catch (error) {
      // While nobody can say whether the key still holds, what it opened stays open.
      return !(error instanceof HttpError && error.status === 401)
    }
  }
}
