import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { type Caller, type Scope, scopes } from '../caller.ts'
import { HttpError } from '../http/httpError.ts'
import { badCredentials } from './refusals.ts'

/** The OpenID provider whose tokens are taken. */
export interface OpenIdSettings {
  readonly issuer: string
  /** What tokens must be made for. */
  readonly audience: string
  /** The claim that says what the bearer may do. */
  readonly scopeClaim: string
}

/** Public keys only: with a shared secret, whoever checks a token could make one. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const secondsForProvider = 5
const secondsOfSkew = 5

/** Reads the tokens of one OpenID provider, whose keys it finds by discovery when they are first needed. */
export class OpenId {
  #keys: Promise<JWTVerifyGetKey> | undefined

  constructor(readonly settings: OpenIdSettings) {}

  /** Who bears this token; refused when it is not a valid one of this provider for this audience. */
  async read(token: string): Promise<Caller> {
    const { issuer, audience } = this.settings
    const options = { issuer, audience, algorithms, requiredClaims: ['exp', 'sub'], clockTolerance: secondsOfSkew }
    try {
      const { payload } = await jwtVerify(token, await this.#findKeys(), options)
      return this.#toCaller(payload)
    } catch (error) {
      throw explain(error)
    }
  }

  #findKeys(): Promise<JWTVerifyGetKey> {
    if (!this.#keys) {
      this.#keys = discoverKeys(this.settings.issuer)
      // What failed is tried again with the next token.
      this.#keys.catch(() => (this.#keys = undefined))
    }
    return this.#keys
  }

  #toCaller(payload: JWTPayload): Caller {
    const subject = String(payload.sub).slice(0, 200)
    const { name } = payload
    const scope = highestScope(payload[this.settings.scopeClaim])
    return { id: `user/${subject}`, name: typeof name === 'string' && name !== '' ? name : subject, scope }
  }
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(secondsForProvider * 1000) })
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`)
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown }
  if (found.issuer !== issuer) throw new Error(`${address} is of the issuer ${String(found.issuer)}, not ${issuer}.`)
  return createRemoteJWKSet(new URL(String(found.jwks_uri)), { timeoutDuration: secondsForProvider * 1000 })
}

/** Scopes stand in a claim as the words of a text or as a list: `pacta:read pacta:write`. */
function highestScope(claim: unknown): Scope | undefined {
  const words = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : []
  return scopes.findLast(scope => words.includes(`pacta:${scope}`))
}

/** Tells a token that does not hold from a provider that cannot be asked. */
function explain(error: unknown): HttpError {
  const ofProvider = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid
  // A key set that cannot be fetched is an error of no class of its own.
  if (!(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC' || ofProvider)
    return new HttpError(503, 'The OpenID provider does not answer at the moment; try again.', {
      code: 'SERVICE_UNAVAILABLE',
      headers: { 'Retry-After': '5' },
      cause: error,
    })
  return badCredentials(reasons[error.code] ?? 'The token is not valid.')
}

const reasons: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: 'The token has expired.',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'The token is not from the issuer or not for the audience of this service.',
}
