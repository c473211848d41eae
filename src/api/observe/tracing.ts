import type { ServerResponse } from 'node:http'
import { context, propagation, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api'
import type { TrackedRequest } from '../http/trackedRequest.ts'
import type { Around } from './observeDatabase.ts'

/** Makes spans of requests and of what they ask of the database; values of requests are in none of them. */
export class Tracing {
  readonly #tracer: Tracer = trace.getTracer('pacta')

  /** Answers a request inside a span that continues the trace of its client. */
  async traceRequest(request: TrackedRequest, response: ServerResponse, answer: () => Promise<void>): Promise<void> {
    const parent = propagation.extract(context.active(), request.headers)
    const { method = 'GET' } = request
    const attributes = { 'http.request.method': method, 'pacta.request.id': request.id }
    const span = this.#tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent)
    response.once('close', () => {
      const { statusCode } = response
      span.updateName(`${method} ${request.route}`)
      span.setAttributes({ 'http.route': request.route, 'http.response.status_code': statusCode })
      if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    })
    await context.with(trace.setSpan(parent, span), answer)
  }

  /** Asks the database inside a span with the text of the statement, which holds no values. */
  readonly traceStatement: Around = async (kind, given, call) => {
    const text = (given[0] as { text?: unknown } | undefined)?.text
    const attributes = { 'db.system.name': 'neo4j', ...(typeof text === 'string' && { 'db.query.text': text.slice(0, 4000) }) }
    return this.#inside(`cypher ${kind}`, { kind: SpanKind.CLIENT, attributes }, call)
  }

  async #inside<T>(name: string, options: Parameters<Tracer['startSpan']>[1], work: () => Promise<T>): Promise<T> {
    return this.#tracer.startActiveSpan(name, options ?? {}, async (span: Span) => {
      try {
        return await work()
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        span.end()
      }
    })
  }
}

/** Plans and prints inside a span; without a tracer it costs next to nothing, and each shape is planned once. */
export function tracePlan<T>(plan: () => T): T {
  return trace.getTracer('pacta').startActiveSpan('plan', span => {
    try {
      return plan()
    } finally {
      span.end()
    }
  })
}
