import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Observer } from '../http/listen.ts'
import type { TrackedRequest } from '../http/trackedRequest.ts'
import type { Metrics } from './metrics.ts'
import type { Tracing } from './tracing.ts'

const idOfClient = /^[\w.:-]{1,100}$/
/** An answer that took longer is worth a line in the log. */
const slowMilliseconds = 2000

/** Gives each request an id, counts it when it has ended, and logs it: those of note always, others at `debug`. */
export class RequestObserver implements Observer {
  inFlight = 0

  constructor(
    readonly metrics: Metrics,
    readonly log: Logger,
    readonly tracing: Tracing | undefined,
  ) {}

  /** Answers a request with all that is to be noted of it. */
  observe(request: TrackedRequest, response: ServerResponse, answer: () => Promise<void>): Promise<void> {
    this.#begin(request, response)
    return this.tracing ? this.tracing.traceRequest(request, response, answer) : answer()
  }

  #begin(request: TrackedRequest, response: ServerResponse): void {
    const given = request.headers['x-request-id']
    request.id = typeof given === 'string' && idOfClient.test(given) ? given : randomUUID()
    response.setHeader('X-Request-Id', request.id)
    this.inFlight++
    response.once('close', () => this.#end(request, response))
  }

  #end(request: TrackedRequest, response: ServerResponse): void {
    this.inFlight--
    const milliseconds = performance.now() - request.startedAt
    // A response that was cut off has no status that anyone saw.
    const status = response.writableFinished ? response.statusCode : 499
    this.metrics.countRequest(request.route, status, milliseconds)
    const level = levelOf(status, milliseconds)
    if (this.log.isLevelEnabled(level)) this.log[level](describe(request, status, milliseconds), 'request')
  }
}

function levelOf(status: number, milliseconds: number): 'warn' | 'info' | 'debug' {
  if (status >= 500) return 'warn'
  return milliseconds > slowMilliseconds || [401, 403, 421, 429].includes(status) ? 'info' : 'debug'
}

/** What is logged of a request: nothing of its headers, its body or its search, which may hold secrets. */
function describe({ id, method, url = '', caller, route }: TrackedRequest, status: number, milliseconds: number): object {
  const path = url.split('?', 1)[0]!.slice(0, 200)
  return { request: id, method, path, route, status, ms: Math.round(milliseconds * 10) / 10, ...(caller && { caller }) }
}
