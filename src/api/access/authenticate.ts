import { opens, readKeyText } from '../../database/apiKeys.ts'
import type { Database } from '../../database/connect.ts'
import { type Caller, type Scope, scopes } from '../caller.ts'
import { KeyLease } from './keyLease.ts'
import { OpenId, type OpenIdSettings } from './openId.ts'
import { RateLimit } from './rateLimit.ts'
import { badCredentials } from './refusals.ts'

/** How many keys that do not exist one address may try in a minute. */
const mostGuesses = 60

/** Finds out who sends a request. */
export class Authentication {
  /** Who sends no credentials. */
  readonly anonymous: Caller
  readonly #keys: KeyLease
  readonly #openId: OpenId | undefined
  readonly #guesses = new RateLimit('guesses', mostGuesses)

  constructor(database: Database, anonymous: Scope | undefined, openId: OpenIdSettings | undefined) {
    this.anonymous = Object.freeze({ id: 'anonymous', scope: anonymous })
    this.#keys = new KeyLease(database)
    this.#openId = openId && new OpenId(openId)
  }

  /** Whose credentials these are; refused when they do not hold. An address that comes with ever new keys has to wait. */
  async callerOf(authorization: string, address?: string): Promise<Caller> {
    const [, text] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
    if (!text) throw badCredentials('The header must be of the form Bearer <key>.')
    const key = readKeyText(text)
    if (!key && this.#openId) return this.#openId.read(text)
    if (!key) throw keyDoesNotHold()
    if (address !== undefined && !this.#keys.knows(key.id)) await this.#guesses.spend(address, 1)
    return this.#readKey(key.id, key.secret)
  }

  async #readKey(id: string, secret: string): Promise<Caller> {
    const key = this.#keys.held(id) ?? (await this.#keys.find(id))
    if (!key || !opens(key, secret, Date.now())) throw keyDoesNotHold()
    return { id: `key/${id}`, name: key.name, scope: scopes.find(scope => scope === key.scope) }
  }
}

function keyDoesNotHold(): Error {
  return badCredentials('The key is not known, has expired or was revoked.')
}
