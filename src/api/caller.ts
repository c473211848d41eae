/** What a caller may do; each scope has all that stands before it. */
export const scopes = ['read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Who asks, as far as the service knows: a key, a person, or anyone. */
export interface Caller {
  /** Stable and safe to log: `anonymous`, `key/<id>`, `user/<subject>`. */
  readonly id: string
  /** The name that revisions record as their author; none for anonymous callers. */
  readonly name?: string
  /** The highest scope that the caller has; none when it may do nothing. */
  readonly scope: Scope | undefined
}

/** Counts further requests of the same caller, such as each of several mutations in one; refuses them when nothing is left. */
export type Spend = (points: number) => Promise<void>

/** Whether a caller has at least this scope. */
export function mayDo({ scope }: Caller, wanted: Scope): boolean {
  return scope !== undefined && scopes.indexOf(scope) >= scopes.indexOf(wanted)
}
