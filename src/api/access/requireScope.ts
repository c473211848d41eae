import { type Caller, mayDo, type Scope } from '../caller.ts'
import { needsCredentials, needsScope } from './refusals.ts'

/** Refuses a caller who does not have this scope: one without credentials is asked for some. */
export function requireScope(caller: Caller, scope: Scope): void {
  if (mayDo(caller, scope)) return
  throw caller.id === 'anonymous' ? needsCredentials() : needsScope(scope)
}
