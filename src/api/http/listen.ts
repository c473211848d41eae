import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpError } from './readBody.ts'

/** Answers one request; paths that it does not know it leaves to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An HTTP server that is up. */
export interface Listening {
  readonly url: string
  /** Takes no new requests, lets those under way end, and closes. */
  close(): Promise<void>
}

const secondsToDrain = 10

/** Serves these paths; a path that ends in `*` stands for all that begin so. */
export async function listen(
  host: string,
  port: number,
  handlers: Readonly<Record<string, Handler>>,
  report: (error: unknown) => void,
): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(handlers, request, response).catch(error => fail(error, response, report))
  })
  server.requestTimeout = 10_000
  server.headersTimeout = 5_000
  server.keepAliveTimeout = 30_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, backlog: 4096 }, resolve)
  })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, close: () => drain(server) }
}

async function answer(
  handlers: Readonly<Record<string, Handler>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0]!
  const handler =
    handlers[path] ?? Object.entries(handlers).find(([known]) => known.endsWith('*') && path.startsWith(known.slice(0, -1)))?.[1]
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (!handler) throw new HttpError(404, `There is nothing at ${path.slice(0, 100)}; GraphQL is at /graphql.`)
  await handler(request, response)
}

function fail(error: unknown, response: ServerResponse, report: (error: unknown) => void): void {
  const known = error instanceof HttpError
  if (!known) report(error)
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.statusCode = known ? error.status : 500
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Connection', 'close')
  const message = known ? error.message : 'Something went wrong in the service.'
  const code = known ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR'
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }))
}

function drain(server: Server): Promise<void> {
  return new Promise(resolve => {
    const force = setTimeout(() => server.closeAllConnections(), secondsToDrain * 1000)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
