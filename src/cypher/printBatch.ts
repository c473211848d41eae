import type { StatementTemplate } from './bind.ts'

/** A statement that answers several requests of one kind in one go. */
export interface BatchTemplate {
  /** Takes `$batch`, a list of maps with `i` and each request's own parameters; returns `[i, values]` row by row. */
  readonly text: string
  /** Parameters that all requests of a batch must have in common, since Cypher takes no other in `LIMIT`. */
  readonly shared: readonly string[]
  /** Parameters that each request has for itself. */
  readonly own: readonly string[]
}

/** The statement for several requests together; undefined where a request must stand alone. */
export function printBatch({ parameters, shareable }: StatementTemplate): BatchTemplate | undefined {
  if (!shareable) return undefined
  const names = Object.keys(parameters)
  const shared = Object.entries(parameters).flatMap(([name, { coding }]) =>
    coding.kind === 'pageSize' || coding.kind === 'bounded' || coding.kind === 'day' ? [name] : [],
  )
  // Response keys and ontology names hold no dollar sign and no bracket, so only parameters and subqueries match.
  const own = (text: string) =>
    text
      .replace(/\$(p\d+)\b/g, (parameter, name: string) => (shared.includes(name) ? parameter : `batch.${name}`))
      .replace(/\bCALL \((?=(\)?))/g, (_, none?: string) => (none ? 'CALL (batch' : 'CALL (batch, '))
  return {
    text: `UNWIND $batch AS batch ${own(shareable.before)} RETURN [batch.i, ${own(shareable.values)}] AS values`,
    shared,
    own: names.filter(name => !shared.includes(name)),
  }
}
