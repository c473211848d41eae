import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpError } from './httpError.ts'
import { TrackedRequest } from './trackedRequest.ts'

/** Answers one request; paths that it does not know it leaves to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An HTTP server that is up. */
export interface Listening {
  readonly url: string
  /** Takes no new requests, lets those under way end, and closes. */
  close(): Promise<void>
}

/** Lets a request in, refuses it with an error, or gives false when it has answered it itself. */
export type Admit = (request: IncomingMessage, response: ServerResponse) => boolean

/** Takes note of requests. */
export interface Observer {
  /** How many are under way. */
  readonly inFlight: number
  /** Answers a request inside what is to be noted of it. */
  observe(request: TrackedRequest, response: ServerResponse, answer: () => Promise<void>): Promise<void>
}

/** Where to listen and what is served there. */
export interface ListenOptions {
  readonly host: string
  readonly port: number
  /** What is served at each path; one that ends in `*` stands for all that begin so. */
  readonly handlers: Readonly<Record<string, Handler>>
  /** What each request has to pass, in this order. */
  readonly admissions: readonly Admit[]
  readonly observer: Observer
  readonly report: (error: unknown) => void
}

const secondsToDrain = 10

/** Serves over HTTP. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { host, port, observer, report } = options
  const server = createServer({ IncomingMessage: TrackedRequest }, (request, response) => {
    const answered = () => answer(options, request, response).catch(error => fail(error, response, report))
    void observer.observe(request, response, answered)
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
  return { url: `http://${name}:${address.port}`, close: () => drain(server, observer) }
}

async function answer({ handlers, admissions }: ListenOptions, request: TrackedRequest, response: ServerResponse): Promise<void> {
  for (const admit of admissions) if (!admit(request, response)) return
  const path = (request.url ?? '/').split('?', 1)[0]!
  const route = handlers[path]
    ? path
    : Object.keys(handlers).find(known => known.endsWith('*') && path.startsWith(known.slice(0, -1)))
  const handler = route === undefined ? undefined : handlers[route]
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (!handler) throw new HttpError(404, `There is nothing at ${path.slice(0, 100)}; GraphQL is at /graphql.`)
  request.route = route!
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
  // What is left of a body that is not wanted is not waited for.
  if (!known || error.status === 413 || error.status === 400) response.setHeader('Connection', 'close')
  const message = known ? error.message : 'Something went wrong in the service.'
  const code = known ? error.code : 'INTERNAL_SERVER_ERROR'
  if (known) for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value)
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }))
}

function drain(server: Server, observer: Observer): Promise<void> {
  return new Promise(resolve => {
    const force = setTimeout(() => server.closeAllConnections(), secondsToDrain * 1000)
    // Connections fall idle one by one, as their last answer ends; on some of them nothing was ever asked.
    const idle = setInterval(() => {
      if (observer.inFlight > 0) server.closeIdleConnections()
      else server.closeAllConnections()
    }, 50)
    server.close(() => {
      clearTimeout(force)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}
