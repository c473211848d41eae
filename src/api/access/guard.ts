import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '../../database/connect.ts'
import { type Caller, mayDo, type Scope, type Spend } from '../caller.ts'
import type { Handler } from '../http/listen.ts'
import { TrackedRequest } from '../http/trackedRequest.ts'
import { addressOf, networkOf } from './address.ts'
import { Authentication } from './authenticate.ts'
import { isLoopback } from './checkHost.ts'
import type { OpenIdSettings } from './openId.ts'
import { OpenStreams } from './openStreams.ts'
import { RateLimit } from './rateLimit.ts'
import { needsCredentials, needsScope } from './refusals.ts'

/** Who may do what, and how often. */
export interface AccessSettings {
  /** What callers without credentials may do; nothing when absent. */
  readonly anonymous?: Scope
  readonly openId?: OpenIdSettings
  /** Requests a minute from one address without credentials; 0 for no limit. */
  readonly anonymousPerMinute: number
  /** Requests a minute of one key or person; 0 for no limit. */
  readonly callerPerMinute: number
  /** How many proxies stand before the service, each adding to X-Forwarded-For. */
  readonly proxies: number
}

/** The rights that hold when nothing is set: anyone on this machine reads as often as they like; others need a key. */
export function usualAccess(host: string): AccessSettings {
  const rates = { callerPerMinute: 60_000, proxies: 0 }
  return isLoopback(host) ? { anonymous: 'read', anonymousPerMinute: 0, ...rates } : { anonymousPerMinute: 6000, ...rates }
}

/** Answers one request of a caller who may read. */
export type GuardedHandler = (request: IncomingMessage, response: ServerResponse, caller: Caller, spend: Spend) => Promise<void>

/** Lets only those through to the routes of the graph who may read it, no more often than is allowed. */
export class Guard {
  readonly #authentication: Authentication
  readonly #anonymousLimit: RateLimit | undefined
  readonly #callerLimit: RateLimit | undefined
  readonly #streams: OpenStreams

  constructor(
    database: Database,
    readonly settings: AccessSettings,
  ) {
    const { anonymous, openId, anonymousPerMinute, callerPerMinute } = settings
    this.#authentication = new Authentication(database, anonymous, openId)
    this.#anonymousLimit = anonymousPerMinute > 0 ? new RateLimit('anonymous', anonymousPerMinute) : undefined
    this.#callerLimit = callerPerMinute > 0 ? new RateLimit('caller', callerPerMinute) : undefined
    this.#streams = new OpenStreams(authorization => this.#authentication.callerOf(authorization))
  }

  /** The same routes, for those who may read only. */
  protect(handlers: Readonly<Record<string, GuardedHandler>>): Record<string, Handler> {
    return Object.fromEntries(
      Object.entries(handlers).map(([path, handler]) => [path, (request, response) => this.#pass(handler, request, response)]),
    )
  }

  /** Ends what watches over open streams. */
  close(): void {
    this.#streams.close()
  }

  async #pass(handler: GuardedHandler, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorization } = request.headers
    if (authorization !== undefined) return this.#passKnown(handler, request, response, authorization)
    const caller = this.#authentication.anonymous
    const limit = this.#anonymousLimit
    if (caller.scope === undefined) throw needsCredentials()
    if (!limit) return handler(request, response, caller, spendNothing)
    const who = networkOf(addressOf(request, this.settings.proxies))
    await limit.spend(who, 1, response)
    return handler(request, response, caller, points => limit.spend(who, points, response))
  }

  async #passKnown(
    handler: GuardedHandler,
    request: IncomingMessage,
    response: ServerResponse,
    authorization: string,
  ): Promise<void> {
    const address = networkOf(addressOf(request, this.settings.proxies))
    const caller = await this.#authentication.callerOf(authorization, address)
    if (request instanceof TrackedRequest) request.caller = caller.id
    const spend: Spend = async points => this.#callerLimit?.spend(caller.id, points, response)
    await spend(1)
    if (!mayDo(caller, 'read')) throw needsScope('read')
    this.#streams.watch({ authorization, response })
    await handler(request, response, caller, spend)
  }
}

const spendNothing: Spend = async () => {}
