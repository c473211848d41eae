import { HttpError } from '../http/httpError.ts'

const challenge = 'Bearer realm="pacta"'

/** The refusal of who sends no credentials where they are needed. */
export function needsCredentials(): HttpError {
  return new HttpError(401, 'This takes a key or a token: Authorization: Bearer <key>.', {
    code: 'UNAUTHENTICATED',
    headers: { 'WWW-Authenticate': challenge },
  })
}

/** The refusal of a key or token that does not hold, for this reason. */
export function badCredentials(reason: string): HttpError {
  return new HttpError(401, reason, {
    code: 'UNAUTHENTICATED',
    headers: { 'WWW-Authenticate': `${challenge}, error="invalid_token", error_description="${reason}"` },
  })
}

/** The refusal of a key or token that holds, but not for this. */
export function needsScope(scope: string): HttpError {
  return new HttpError(403, `This takes the scope ${scope}, which the key or token does not have.`, {
    code: 'FORBIDDEN',
    headers: { 'WWW-Authenticate': `${challenge}, error="insufficient_scope", scope="pacta:${scope}"` },
  })
}
