import { request } from 'node:http'
import { afterAll, describe, expect, test } from '@jest/globals'
import { allowOrigins } from '../../../src/api/access/allowOrigins.ts'
import { checkHost } from '../../../src/api/access/checkHost.ts'
import { type Admit, type Listening, listen, type Observer } from '../../../src/api/http/listen.ts'

const unobserved: Observer = { inFlight: 0, observe: (_request, _response, answer) => answer() }
const running: Listening[] = []
afterAll(async () => {
  for (const service of running) await service.close()
})

describe('a service on this machine answers for its own names only, since a page of the web can point one of its own here', () => {
  test.each<[string, readonly string[], number]>([
    ['localhost:4000', [], 200],
    ['LOCALHOST', [], 200],
    ['127.0.0.1:4000', [], 200],
    ['[::1]:4000', [], 200],
    ['attacker.example', [], 421],
    ['attacker.example:4000', [], 421],
    ['localhost.attacker.example', [], 421],
    ['127.0.0.1.attacker.example', [], 421],
    ['pacta.example', ['pacta.example'], 200],
    ['pacta.example:443', ['Pacta.example'], 200],
    ['other.example', ['pacta.example'], 421],
  ])('%s, public hosts %j: %i', async (host, publicHosts, status) => {
    expect((await ask([checkHost('127.0.0.1', publicHosts)], { host })).status).toBe(status)
  })
})

describe('a service for others answers for every host, unless its names are set', () => {
  test.each<[string, readonly string[], number]>([
    ['anything.example', [], 200],
    ['pacta.example', ['pacta.example'], 200],
    ['other.example', ['pacta.example'], 421],
    ['localhost', ['pacta.example'], 200],
  ])('%s, public hosts %j: %i', async (host, publicHosts, status) => {
    expect((await ask([checkHost('0.0.0.0', publicHosts)], { host })).status).toBe(status)
  })
})

describe('pages of other origins', () => {
  const origin = 'https://page.example'

  test('read nothing unless it is set', async () => {
    const { headers } = await ask(allowOrigins([]), { origin })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('read answers when they are named, and no others do', async () => {
    const { headers } = await ask(allowOrigins([origin]), { origin })
    expect(headers['access-control-allow-origin']).toBe(origin)
    expect(headers['access-control-expose-headers']).toContain('RateLimit')
    expect(headers.vary).toContain('Origin')
    const other = await ask(allowOrigins([origin]), { origin: 'https://other.example' })
    expect(other.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('ask first with OPTIONS, and hear what they may send, before anyone asks for a key', async () => {
    const preflight = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
    const { status, headers } = await ask(allowOrigins([origin]), preflight, 'OPTIONS')
    expect([status, headers['access-control-allow-methods']]).toEqual([204, 'GET, POST'])
    expect(headers['access-control-allow-headers']).toContain('Authorization')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
    const refused = await ask(allowOrigins([origin]), { ...preflight, origin: 'https://other.example' }, 'OPTIONS')
    expect(refused.headers['access-control-allow-methods']).toBeUndefined()
  })

  test('are all let in with a star', async () => {
    const { headers } = await ask(allowOrigins(['*']), { origin })
    expect(headers['access-control-allow-origin']).toBe('*')
  })
})

/** `fetch` sets Host and Origin itself, so the request is made by hand. */
async function ask(admissions: readonly Admit[], headers: Record<string, string>, method = 'GET') {
  const handlers = {
    '/': async (_: unknown, response: import('node:http').ServerResponse) => {
      response.end('answered')
    },
  }
  const service = await listen({
    host: '127.0.0.1',
    port: 0,
    handlers,
    admissions,
    observer: unobserved,
    report: () => {},
  })
  running.push(service)
  return new Promise<{ status: number; headers: import('node:http').IncomingHttpHeaders }>((resolve, reject) => {
    request(service.url, { method, headers, agent: false }, response => {
      response.resume()
      response.once('end', () => resolve({ status: response.statusCode!, headers: response.headers }))
    })
      .once('error', reject)
      .end()
  })
}
