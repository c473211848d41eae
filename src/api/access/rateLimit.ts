import type { ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { HttpError } from '../http/httpError.ts'

const secondsOfWindow = 60

/**
 * Counts requests by who sends them, and refuses those above so many a minute. Each process counts for itself, so behind a
 * balancer the whole service takes as many times more as there are processes.
 */
export class RateLimit {
  readonly #limiter: RateLimiterMemory
  readonly #policy: string

  constructor(
    /** The name of the policy, as the headers give it. */
    readonly name: string,
    readonly perMinute: number,
  ) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: secondsOfWindow })
    this.#policy = `"${name}";q=${perMinute};w=${secondsOfWindow}`
  }

  /** Counts this many requests of one who asks and says in the response what is left; refuses them when nothing is. */
  async spend(who: string, points: number, response?: ServerResponse): Promise<void> {
    const found = await this.#limiter.consume(who, points).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused
      throw refused
    })
    const headers = this.#headers(found)
    if (response && !response.headersSent) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (found.consumedPoints > this.perMinute) {
      const seconds = Math.max(1, Math.ceil(found.msBeforeNext / 1000))
      throw new HttpError(429, `That is more than ${this.perMinute} requests a minute; go on in ${seconds} seconds.`, {
        code: 'RATE_LIMITED',
        headers: { ...headers, 'Retry-After': String(seconds) },
      })
    }
  }

  #headers({ remainingPoints, msBeforeNext }: RateLimiterRes): Record<string, string> {
    const left = `"${this.name}";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`
    return { 'RateLimit-Policy': this.#policy, RateLimit: left }
  }
}
