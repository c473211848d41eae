import { HttpError } from './httpError.ts'

const secondsToRetry = '1'

/**
 * Refuses work beyond so much at once, so that under overload those who are let in are still answered in good time and the
 * others know at once that they have to come again.
 */
export class InFlight {
  #count = 0

  constructor(readonly most: number) {}

  /** Does this work, unless too much is under way. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#count >= this.most)
      throw new HttpError(503, 'The service has more to do than it can; try again.', {
        code: 'OVERLOADED',
        headers: { 'Retry-After': secondsToRetry },
      })
    this.#count++
    try {
      return await work()
    } finally {
      this.#count--
    }
  }
}
