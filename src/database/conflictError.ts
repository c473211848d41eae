/** A write that was made for another revision than the one that the graph has come to. */
export class ConflictError extends Error {
  constructor(
    readonly expected: number,
    readonly revision: number,
  ) {
    super(`The graph is at revision ${revision}, not ${expected}: read what has changed since, and write again.`)
  }
}
