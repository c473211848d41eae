/** Why a statement got no answer, as far as a caller can act on it. */
export type DatabaseFailure = 'unavailable' | 'unauthorised' | 'timeout' | 'overloaded' | 'fault'

/** A failure of the database, told apart by what the caller can do; the driver's own words stay in `cause`. */
export class DatabaseError extends Error {
  constructor(
    readonly failure: DatabaseFailure,
    override readonly cause: unknown,
  ) {
    super(messages[failure])
  }
}

const messages: Record<DatabaseFailure, string> = {
  unavailable: 'The database does not answer at the moment; try again.',
  unauthorised: 'The database refuses the user name or the password.',
  timeout: 'The query took longer than is allowed; ask for less at once.',
  overloaded: 'The query needs more memory than is allowed; ask for less at once.',
  fault: 'The database could not run the query.',
}

/** The failure behind an error of the driver. */
export function readFailure(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  const code = String((error as { code?: unknown } | undefined)?.code ?? '')
  return new DatabaseError(failureOf(code), error)
}

function failureOf(code: string): DatabaseFailure {
  if (/TransactionTimedOut|TransactionTerminated|LockClientStopped/.test(code)) return 'timeout'
  if (/MemoryPoolOutOfMemory|OutOfMemoryError|TransactionOutOfMemory/.test(code)) return 'overloaded'
  if (/Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|TokenExpired)/.test(code)) return 'unauthorised'
  if (/^(ServiceUnavailable|SessionExpired|N\/A)$|DatabaseUnavailable|DatabaseNotFound|NotALeader|TransientError/.test(code))
    return 'unavailable'
  return 'fault'
}
