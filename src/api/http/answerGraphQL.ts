import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Answering } from '../graphql/root.ts'
import { readBody } from './readBody.ts'

/** Answers one GraphQL request over HTTP. */
export async function answerGraphQL(
  apollo: ApolloServer<Answering>,
  answering: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const method = (request.method ?? 'GET').toUpperCase()
  const query = request.url?.indexOf('?') ?? -1
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method,
      headers,
      search: query < 0 ? '' : (request.url ?? '').slice(query),
      body: method === 'POST' ? await readBody(request) : undefined,
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
