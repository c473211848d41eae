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
export function printBatch({ text, parameters, alone }: StatementTemplate): BatchTemplate | undefined {
  if (alone) return undefined
  const names = Object.keys(parameters)
  const shared = Object.entries(parameters).flatMap(([name, { coding }]) =>
    coding.kind === 'pageSize' || coding.kind === 'bounded' || coding.kind === 'day' ? [name] : [],
  )
  // Response keys and ontology names hold no dollar sign, so only parameters match.
  const own = text.replace(/\$(p\d+)\b/g, (parameter, name: string) => (shared.includes(name) ? parameter : `batch.${name}`))
  const values = own.replace(/^RETURN /, '').replace(/ AS values$/, '')
  return {
    text: `UNWIND $batch AS batch\nRETURN [batch.i, ${values}] AS values`,
    shared,
    own: names.filter(name => !shared.includes(name)),
  }
}
