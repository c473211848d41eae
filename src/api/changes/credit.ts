/** How many events may wait between the graph and a reader. */
const mostWaiting = 100

/** Keeps who gives events from running ahead of who writes them: graphql-sse itself would queue without end. */
export class Credit {
  #waiting = 0
  #resume: () => void = () => {}

  /** Resolves when one more event may be given. */
  async take(): Promise<void> {
    if (this.#waiting >= mostWaiting) await new Promise<void>(resolve => (this.#resume = resolve))
    this.#waiting++
  }

  /** Says that one event was written. */
  give(): void {
    this.#waiting--
    this.#resume()
  }

  /** Lets go of whoever waits, since nothing is written any more. */
  end(): void {
    this.#waiting = Number.NEGATIVE_INFINITY
    this.#resume()
  }
}
