import { type Problem, SeedError } from '../problem.ts'

/** How many problems are kept with their places; of a file of millions of lines, every one can be wrong. */
const mostKept = 1000

/** The problems of a large load. */
export class Problems {
  readonly kept: Problem[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  readonly report = (at: Problem['at'], message: string): void => {
    if (this.#count++ >= mostKept) return
    // The place is copied, since one in a line of JSON keeps the whole line.
    const { file, line, column } = at
    this.kept.push({ at: { file, line, column }, message })
  }

  /** Ends the load when there is a problem, before anything was written. */
  refuseAny(): void {
    if (this.#count > 0) throw new SeedError(this.kept, this.#count)
  }
}
