import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Answerer } from '../answer.ts'
import type { Caller, Spend } from '../caller.ts'
import type { Answering } from '../graphql/root.ts'
import type { PreparedAnswers } from '../preparedAnswers.ts'
import type { CachedResponse, ResponseCache } from '../responseCache.ts'
import { type NamingRequest, readNames, type TrustedDocuments } from '../trustedDocuments.ts'
import type { InFlight } from './inFlight.ts'
import { originOf } from './originOf.ts'
import { parseBody, readText } from './readBody.ts'
import { TrackedRequest } from './trackedRequest.ts'

/** The ways to an answer, the shortest first: one given before, one for an operation known to be valid, and Apollo for all others. */
export interface Answers {
  readonly cache: ResponseCache | undefined
  readonly prepared: PreparedAnswers
  readonly apollo: ApolloServer<Answering>
  readonly answerer: Answerer
  /** The documents that requests may name by an id. */
  readonly documents: TrustedDocuments
  /** Holds back what the cache cannot answer, when there is too much of it. */
  readonly inFlight: InFlight
}

/**
 * Answers one GraphQL request over HTTP, of a caller who may read. What may be read is the same for all of them, so they
 * share the cache and the short way; only Apollo's way, which alone leads to mutations, asks who the caller is.
 */
export async function answerGraphQL(
  answers: Answers,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
  spend: Spend,
): Promise<void> {
  const text = request.method === 'POST' ? await readText(request) : searchOf(request)
  const type = acceptedType(request)
  const short = type !== undefined && mayBeShort(request)
  const state = short ? await answers.cache?.state().catch(() => undefined) : undefined
  const key = `${request.method} ${text}`
  const known = state === undefined ? undefined : answers.cache?.get(key)
  if (known) return send(request, response, type!, known.body, known)
  await answers.inFlight.run(async () => {
    if (short && (await answerShortly(answers, request, response, text, type, { key, state }))) return
    const body = request.method === 'POST' ? parseBody(request, text) : undefined
    await answerByApollo(answers, request, response, body, answers.answerer.forRequest(caller, spend, originOf(request)))
  })
}

/** Answers with a prepared operation; false when the request has to take the long way. */
async function answerShortly(
  { cache, prepared, documents }: Answers,
  request: IncomingMessage,
  response: ServerResponse,
  text: string,
  type: string,
  { key, state }: { readonly key: string; readonly state: string | undefined },
): Promise<boolean> {
  const body = request.method === 'POST' ? parseBody(request, text) : parseSearch(text)
  if (!isObject(body)) return false
  const answer = await prepared.answer(documents.expand(body))
  if (answer === undefined) return false
  const kept = cache && state !== undefined ? cache.keep(key, state, answer) : undefined
  send(request, response, type, kept?.body ?? answer, kept)
  return true
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  body: string | Buffer,
  cached?: CachedResponse,
): void {
  const vary = response.hasHeader('Vary') ? 'Origin, Accept' : 'Accept'
  const headers: Record<string, string | number> = { 'Content-Type': type, 'Cache-Control': 'no-cache', Vary: vary }
  if (cached && request.method === 'GET') {
    headers['ETag'] = cached.etag
    if (request.headers['if-none-match']?.includes(cached.etag)) {
      response.writeHead(304, headers)
      response.end()
      return
    }
  }
  headers['Content-Length'] = Buffer.byteLength(body)
  response.writeHead(200, headers)
  response.end(body)
}

/** Requests that a page of another site could make without asking first are left to Apollo, which refuses them. */
function mayBeShort({ method, headers }: IncomingMessage): boolean {
  if (method === 'POST') return /^application\/json\b/i.test(headers['content-type'] ?? '')
  return (
    method === 'GET' && (headers['apollo-require-preflight'] !== undefined || headers['x-apollo-operation-name'] !== undefined)
  )
}

/** The content type for a client that takes the usual ones; undefined for one whose wishes Apollo has to weigh. */
function acceptedType({ headers }: IncomingMessage): string | undefined {
  const { accept } = headers
  if (accept === undefined || accept === '*/*' || accept.includes('application/json')) return 'application/json; charset=utf-8'
  return accept === 'application/graphql-response+json' ? 'application/graphql-response+json; charset=utf-8' : undefined
}

function isObject(body: unknown): body is NamingRequest {
  return body !== null && typeof body === 'object' && !Array.isArray(body)
}

function searchOf({ url = '' }: IncomingMessage): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start)
}

function parseSearch(search: string): NamingRequest | undefined {
  const given = new URLSearchParams(search)
  const variables = given.get('variables')
  try {
    const operationName = given.get('operationName')
    return {
      query: given.get('query') ?? undefined,
      ...readNames(given),
      ...(variables && { variables: JSON.parse(variables) }),
      ...(operationName && { operationName }),
    }
  } catch {
    return undefined
  }
}

async function answerByApollo(
  { apollo, documents }: Answers,
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
  answering: Answering,
): Promise<void> {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  if (request instanceof TrackedRequest) headers.set('x-request-id', request.id)
  const method = (request.method ?? 'GET').toUpperCase()
  const search = method === 'POST' ? searchOf(request) : documents.expandSearch(searchOf(request))
  const expanded = isObject(body) ? documents.expand(body) : body
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search, body: expanded },
    context: async () => answering,
  })
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.statusCode = answer.status ?? 200
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string)
    return
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk)
  response.end()
}
