import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Parameters } from '../queries/query.ts'
import { answerer } from './answerer.ts'
import { reportReady } from './process.ts'

// The floor of an HTTP service: no framework, no GraphQL, the hand-written statement of the query that is named.
const answer = answerer()
const server = createServer((request, response) => {
  respond(request).then(
    body => response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})
server.listen(0, '127.0.0.1', () => reportReady(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`))

async function respond(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const { query, variables } = JSON.parse(Buffer.concat(pieces).toString()) as { query: string; variables: Parameters }
  return JSON.stringify({ data: await answer(query, variables) })
}
