import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pino, { type Logger } from 'pino'
import type { Listening } from '../../src/api/http/listen.ts'
import { startTracing } from '../../src/cli/startTracing.ts'
import { createApiKey } from '../../src/database/apiKeys.ts'
import type { Database } from '../../src/database/connect.ts'
import { type ServerOptions, startServer } from '../../src/server.ts'
import { emptyDatabase } from '../setup/database.ts'

let database: Database
let service: Listening
let lines: Record<string, unknown>[]
const query = '{ revision { number } }'

beforeAll(async () => {
  database = await emptyDatabase()
  const { log, written } = logger()
  lines = written
  service = await start({ log })
})
afterAll(async () => {
  await service.close()
  await database.close()
})

describe('figures', () => {
  test('count requests by route and status, the cache, the cost, the statements and the connections, and say the revision', async () => {
    const before = await readFigures()
    for (const _ of [1, 2, 3]) await ask()
    await fetch(`${service.url}/nowhere/${'x'.repeat(50)}`)
    const after = await readFigures()
    const added = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
    expect(added('pacta_http_requests_total{route="/graphql",status="200"}')).toBe(3)
    expect(added('pacta_http_requests_total{route="none",status="404"}')).toBe(1)
    expect(added('pacta_http_request_duration_seconds_count{route="/graphql"}')).toBe(3)
    expect(added('pacta_response_cache_hits_total') + added('pacta_response_cache_misses_total')).toBe(3)
    expect(added('pacta_response_cache_hits_total')).toBeGreaterThan(0)
    expect(after.get('pacta_response_cache_bytes')).toBeGreaterThan(0)
    expect(after.get('pacta_graphql_cost_nodes_count')).toBeGreaterThan(0)
    expect(after.get('pacta_cypher_duration_seconds_count{kind="readValues"}')).toBeGreaterThan(0)
    expect(after.get('pacta_bolt_connections_most_in_use')).toBeGreaterThan(0)
    expect(after.get('pacta_http_requests_in_flight')).toBe(1)
    expect(after.get('pacta_revision')).toBe(0)
    expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(1e7)
  })

  test('say how many follow the changes and how far the slowest is behind', async () => {
    expect((await readFigures()).get('pacta_feed_followers')).toBe(0)
    const follower = await fetch(`${service.url}/changes`, { headers: { accept: 'text/event-stream' } })
    let figures = await readFigures()
    for (let tried = 0; tried < 50 && figures.get('pacta_feed_followers') !== 1; tried++) figures = await readFigures()
    expect([figures.get('pacta_feed_followers'), figures.get('pacta_feed_lag_revisions')]).toEqual([1, 0])
    await follower.body!.cancel()
  })

  test('need the right to read, as the graph does', async () => {
    const closed = await start({ access: { anonymousPerMinute: 0, callerPerMinute: 0, proxies: 0 } })
    expect((await fetch(`${closed.url}/metrics`)).status).toBe(401)
    const { text } = await createApiKey(database, { name: 'Prometheus', scope: 'read' })
    expect((await fetch(`${closed.url}/metrics`, { headers: { authorization: `Bearer ${text}` } })).status).toBe(200)
    await closed.close()
  })
})

describe('each request has an id', () => {
  test.each<[string, string, boolean]>([
    ['that of the client when it is plain', 'req-1.2:3_4', true],
    ['one of its own when that of the client is too long', 'x'.repeat(101), false],
    ['one of its own when that of the client holds more than a name', '{"level":50}', false],
  ])('%s', async (_name, id, taken) => {
    const response = await ask({ 'x-request-id': id })
    const given = response.headers.get('x-request-id')
    expect(given === id).toBe(taken)
    expect(given).toMatch(/^[\w.:-]{1,100}$/)
  })
})

describe('the log', () => {
  test('has a line of JSON for each request at debug, with its id and its caller, and no secret', async () => {
    const { text, key } = await createApiKey(database, { name: 'Logged', scope: 'read' })
    lines.length = 0
    await ask({ 'x-request-id': 'mine', authorization: `Bearer ${text}` })
    await fetch(`${service.url}/graphql?query=${encodeURIComponent('{ secretWord }')}`, { headers: { cookie: 'a=secretCookie' } })
    await until(() => lines.length === 2)
    expect(lines[0]).toMatchObject({ request: 'mine', method: 'POST', path: '/graphql', route: '/graphql', status: 200 })
    expect(lines[0]).toMatchObject({ caller: `key/${key.id}`, ms: expect.any(Number), level: 20 })
    expect(lines[1]).toMatchObject({ method: 'GET', path: '/graphql', status: 400 })
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`secretWord|secretCookie|${text.slice(19)}`))
  })

  test('says who was refused, even when it is told to say little', async () => {
    const { log, written } = logger('info')
    const quiet = await start({ log, access: { anonymousPerMinute: 0, callerPerMinute: 0, proxies: 0 } })
    await fetch(`${quiet.url}/health/live`)
    expect((await fetch(`${quiet.url}/graphql`)).status).toBe(401)
    await until(() => written.length > 0)
    expect(written).toEqual([expect.objectContaining({ path: '/graphql', status: 401 })])
    await quiet.close()
  })

  test('keeps to one line whatever a client sends', async () => {
    lines.length = 0
    await fetch(`${service.url}/a%0a{"level":60}\u2028b`)
    await until(() => lines.length === 1)
    expect(lines[0]).toMatchObject({ status: 404, route: 'none' })
  })
})

test('what is too much at once is refused with 503 and Retry-After, and what was let in is answered', async () => {
  const slow = new Proxy(database, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function') return value
      if (name !== 'readValues' && name !== 'read') return value.bind(target)
      return async (...given: unknown[]) => {
        await new Promise(resolve => setTimeout(resolve, 300))
        return value.apply(target, given)
      }
    },
  })
  const busy = await start({ mostInFlight: 4, responseCacheMegabytes: 0 }, slow)
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask({}, busy)))
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([...Array(4).fill(200), ...Array(8).fill(503)])
  const refused = answers.find(({ status }) => status === 503)!
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] })
  expect((await fetch(`${busy.url}/health/live`)).status).toBe(200)
  expect((await ask({}, busy)).status).toBe(200)
  await busy.close()
})

test('told to stop, it answers what is under way, takes nothing new, and ends without waiting for idle connections', async () => {
  let release = () => {}
  const held = new Promise<void>(resolve => (release = resolve))
  const slow = new Proxy(database, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        if (name === 'readValues' || name === 'read') await held
        return value.apply(target, given)
      }
    },
  })
  const stopping = await start({ responseCacheMegabytes: 0 }, slow)
  const { port, hostname } = new URL(stopping.url)
  const idle = connect(Number(port), hostname)
  await new Promise(resolve => idle.once('connect', resolve))
  const underWay = Array.from({ length: 20 }, () => ask({}, stopping))
  await new Promise(resolve => setTimeout(resolve, 300))
  const closed = stopping.close()
  await expect(fetch(`${stopping.url}/health/live`)).rejects.toThrow()
  const begun = performance.now()
  release()
  expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual(Array(20).fill(200))
  await closed
  expect(performance.now() - begun).toBeLessThan(9000)
  idle.destroy()
})

describe('spans', () => {
  let receiver: Server
  const sent: Span[] = []

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let text = ''
      request.setEncoding('utf8').on('data', piece => (text += piece))
      request.on('end', () => {
        if (request.url === '/v1/traces') sent.push(...readSpans(text))
        response.setHeader('content-type', 'application/json')
        response.end('{}')
      })
    })
    await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    receiver.closeAllConnections()
    receiver.close()
  })

  test('lead from the trace of the client through the request and the plan to the statement, and hold no values', async () => {
    const stop = await startTracing(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}`)
    const traced = await start({ tracing: true, responseCacheMegabytes: 0 })
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    const parent = 'b7ad6b7169203331'
    const asked = 'query ($id: ID!) { institution(id: $id) { id } }'
    const headers = { 'content-type': 'application/json', traceparent: `00-${traceId}-${parent}-01` }
    const body = JSON.stringify({ query: asked, variables: { id: 'institution/secret-value' } })
    await (await fetch(`${traced.url}/graphql`, { method: 'POST', headers, body })).text()
    await traced.close()
    await stop()
    const mine = sent.filter(span => span.traceId === traceId)
    const request = mine.find(({ name }) => name === 'POST /graphql')!
    expect(request.parentSpanId).toBe(parent)
    expect(valuesOf(request)).toMatchObject({ 'http.route': '/graphql', 'http.response.status_code': '200' })
    const plan = mine.find(({ name }) => name === 'plan')!
    const statement = mine.find(({ name }) => name.startsWith('cypher read'))!
    expect([plan.parentSpanId, statement.parentSpanId]).toEqual([request.spanId, request.spanId])
    expect(valuesOf(statement)['db.query.text']).toMatch(/MATCH \(\w+:Institution\)/)
    expect(JSON.stringify(mine)).not.toContain('secret-value')
  })
})

interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  attributes: { key: string; value: Record<string, unknown> }[]
}

/** The spans in a request of OTLP over HTTP, as JSON. */
function readSpans(text: string): Span[] {
  const { resourceSpans } = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
}

function valuesOf({ attributes }: Span): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, String(Object.values(value)[0])]))
}

function start(options: Partial<ServerOptions>, opened = database): Promise<Listening> {
  const usual = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 15, responseCacheMegabytes: 8, report: () => {} }
  return startServer(opened, { ...usual, ...options })
}

function ask(headers: Record<string, string> = {}, asked = service): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) }
  return fetch(`${asked.url}/graphql`, init)
}

/** The samples of `/metrics` by their names with labels. */
async function readFigures(): Promise<Map<string, number>> {
  const text = await (await fetch(`${service.url}/metrics`)).text()
  const samples = text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return new Map(
    samples.map(line => {
      const space = line.lastIndexOf(' ')
      return [line.slice(0, space), Number(line.slice(space + 1))]
    }),
  )
}

function logger(level = 'debug'): { log: Logger; written: Record<string, unknown>[] } {
  const written: Record<string, unknown>[] = []
  const stream = new Writable({
    write(text, _encoding, done) {
      written.push(JSON.parse(String(text)))
      done()
    },
  })
  return { log: pino({ level }, stream), written }
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited++) {
    if (waited > 200) throw new Error('It did not come true within 10 seconds.')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
