import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphQLError, type GraphQLSchema, specifiedRules, validate } from 'graphql'
import { createHandler } from 'graphql-sse'
import type { ChangeFeed } from '../changes/changeFeed.ts'
import { type GivenChanges, readFollowRequest } from '../changes/changesRequest.ts'
import { Credit } from '../changes/credit.ts'
import type { Following } from '../changes/subscription.ts'
import { writeWhenRead } from '../changes/writeWhenRead.ts'
import { toGraphQLError } from '../errors.ts'
import { limitOperation } from '../limits.ts'
import type { TrustedDocuments } from '../trustedDocuments.ts'
import { HttpError } from './httpError.ts'
import type { Handler } from './listen.ts'
import { parseBody, readText } from './readBody.ts'

/** Answers GraphQL subscriptions as Server-Sent Events, each operation on a connection of its own. */
export function graphqlStream(schema: GraphQLSchema, feed: ChangeFeed, documents: TrustedDocuments): Handler {
  const handle = createHandler<unknown, Following, Following>({
    schema,
    context: ({ context }) => context,
    // Whatever way the text came.
    onSubscribe: (_, { query }) => documents.check(query),
    validate: (known, document) => validate(known, document, [...specifiedRules, limitOperation]),
    // Only subscriptions come this way; queries and mutations have limits and rights of their own at /graphql.
    execute: () => ({ errors: [new GraphQLError('Only subscriptions are answered here; send this to /graphql.')] }),
  })
  return async (request, response) => {
    const { method = 'GET' } = request
    if (method !== 'GET' && method !== 'POST') throw new HttpError(405, 'Subscriptions are sent with GET or POST.')
    const { url, body } = await readNamed(documents, request)
    const gone = new AbortController()
    const credit = new Credit()
    response.on('close', () => {
      gone.abort()
      credit.end()
    })
    const header = (name: string) => request.headers[name.toLowerCase()]
    const headers = { get: (name: string) => (name === 'x-graphql-event-stream-token' ? undefined : String(header(name) ?? '')) }
    const context = { follow: (given: GivenChanges) => follow(feed, given, credit, gone.signal) }
    const [events, init] = await handle({ method, url, headers, body, raw: request, context })
    response.writeHead(init.status, init.statusText, { ...init.headers, 'X-Accel-Buffering': 'no', Connection: 'close' })
    if (typeof events === 'string' || events === null) response.end(events ?? '')
    else await writeEvents(feed, events, credit, response, gone.signal)
  }
}

/** Where the request goes and what it says, with the text of the document that it names. */
async function readNamed(
  documents: TrustedDocuments,
  request: IncomingMessage,
): Promise<{ url: string; body: string | Record<string, unknown> }> {
  const [path = '', search = ''] = (request.url ?? '').split('?', 2)
  if (request.method !== 'POST') return { url: path + documents.expandSearch(`?${search}`), body: '' }
  const text = await readText(request)
  const said = parseBody(request, text)
  if (said === null || typeof said !== 'object' || Array.isArray(said)) return { url: path, body: text }
  const body = { ...documents.expand(said) }
  if (body.query === undefined && body.extensions !== undefined)
    throw new HttpError(400, 'PersistedQueryNotSupported', { code: 'PERSISTED_QUERY_NOT_SUPPORTED' })
  return { url: path, body }
}

async function writeEvents(
  feed: ChangeFeed,
  events: AsyncGenerator<string, void, undefined>,
  credit: Credit,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  // Ended without a word, clients take the connection for broken and resume; `complete` would tell them that all is said.
  feed.closing.addEventListener('abort', () => response.end(), { once: true, signal })
  for await (const text of events) {
    if (feed.closing.aborted || response.destroyed) break
    await writeWhenRead(response, text)
    if (text.startsWith('event: next')) credit.give()
  }
  response.end()
}

/** The changes one by one; what is wrong with the arguments is said before the stream begins. */
function follow(
  feed: ChangeFeed,
  given: GivenChanges,
  credit: Credit,
  signal: AbortSignal,
): AsyncGenerator<unknown, void, undefined> {
  try {
    const request = readFollowRequest(feed.ontology, { ...given, first: 200 })
    return flatten()
    async function* flatten() {
      for await (const { changes } of feed.follow(request, signal)) {
        for (const change of changes) {
          await credit.take()
          yield change
        }
      }
    }
  } catch (error) {
    throw toGraphQLError(error)
  }
}
