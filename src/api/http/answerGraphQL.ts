import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Answering } from '../graphql/root.ts'
import type { GraphQLRequestBody, PreparedAnswers } from '../preparedAnswers.ts'
import { readBody } from './readBody.ts'

/** The two ways to an answer: a short one for operations known to be valid, and Apollo for all others. */
export interface Answers {
  readonly apollo: ApolloServer<Answering>
  readonly answering: Answering
  readonly prepared: PreparedAnswers
}

/** Answers one GraphQL request over HTTP. */
export async function answerGraphQL(answers: Answers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = request.method === 'POST' ? await readBody(request) : undefined
  const type = acceptedType(request)
  if (type && body !== null && typeof body === 'object' && !Array.isArray(body)) {
    const answer = await answers.prepared.answer(body as GraphQLRequestBody)
    if (answer !== undefined) {
      send(response, type, answer)
      return
    }
  }
  await answerByApollo(answers, request, response, body)
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store' })
  response.end(body)
}

/** The content type for a client that takes the usual ones; undefined for one whose wishes Apollo has to weigh. */
function acceptedType({ headers }: IncomingMessage): string | undefined {
  const { accept } = headers
  if (accept === undefined || accept === '*/*' || accept.includes('application/json')) return 'application/json; charset=utf-8'
  return accept === 'application/graphql-response+json' ? 'application/graphql-response+json; charset=utf-8' : undefined
}

async function answerByApollo(
  { apollo, answering }: Answers,
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
): Promise<void> {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const query = request.url?.indexOf('?') ?? -1
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers,
      search: query < 0 ? '' : (request.url ?? '').slice(query),
      body,
    },
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
