/** A value that an argument does not take: says which argument, what it got, what it takes, and the nearest valid value. */
export class ArgumentError extends Error {
  constructor(
    readonly argument: string,
    readonly got: unknown,
    readonly expected: string,
    readonly nearest?: string,
  ) {
    const shown = JSON.stringify(got)?.slice(0, 80) ?? 'nothing'
    super(`${argument} takes ${expected}, not ${shown}.${nearest ? ` Did you mean ${JSON.stringify(nearest)}?` : ''}`)
  }
}
