/** One thing that is wrong with an input. */
export interface InputProblem {
  /** The path of the value at fault: `input[2].statements[0].role`. */
  readonly argument: string
  readonly message: string
  readonly got?: unknown
  readonly nearest?: string
}

/** All that is wrong with an input, of which nothing was done. */
export class InputError extends Error {
  constructor(readonly problems: readonly [InputProblem, ...InputProblem[]]) {
    const [{ argument, message }, ...others] = problems
    const more = others.length > 0 ? ` (${others.length} more problem${others.length > 1 ? 's' : ''}.)` : ''
    super(`${argument}: ${message}${more}`)
  }
}
