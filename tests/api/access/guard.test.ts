import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type AccessSettings, Guard, type GuardedHandler } from '../../../src/api/access/guard.ts'
import { type Listening, listen, type Observer } from '../../../src/api/http/listen.ts'
import { createApiKey, revokeApiKey } from '../../../src/database/apiKeys.ts'
import type { Database } from '../../../src/database/connect.ts'
import { startServer } from '../../../src/server.ts'
import { connectToTestDatabase, emptyDatabase } from '../../setup/database.ts'

// Two services over one database, each with a pool of its own, as two processes would have.
let databases: Database[]
const unobserved: Observer = { inFlight: 0, observe: (_request, _response, answer) => answer() }
const running: { close(): Promise<void> }[] = []
const closed: AccessSettings = { anonymousPerMinute: 0, callerPerMinute: 0, proxies: 0 }
const query = '{ revision { number } }'

beforeAll(async () => {
  databases = [await emptyDatabase(), await connectToTestDatabase()]
})
afterAll(async () => {
  for (const service of running) await service.close()
  for (const database of databases) await database.close()
})

describe('with anonymous reading off', () => {
  let service: Listening
  let key: string

  beforeAll(async () => {
    service = await start(closed)
    key = (await createApiKey(databases[0]!, { name: 'Reader', scope: 'read' })).text
  })

  test('a question without a key is refused with 401 and says how to come in', async () => {
    const answer = await ask(service)
    expect(answer).toMatchObject({ status: 401, challenge: 'Bearer realm="pacta"', code: 'UNAUTHENTICATED' })
  })

  test('a GET is refused as well, and so is one that was answered to somebody else before', async () => {
    expect((await ask(service, key)).status).toBe(200)
    expect((await ask(service)).status).toBe(401)
    const url = `${service.url}/graphql?query=${encodeURIComponent(query)}`
    const headers = { 'apollo-require-preflight': 'true' }
    expect((await fetch(url, { headers: { ...headers, authorization: `Bearer ${key}` } })).status).toBe(200)
    expect((await fetch(url, { headers })).status).toBe(401)
  })

  test('the page and the health say nothing of the graph and are open', async () => {
    for (const path of ['/', '/health/live', '/health/ready']) expect((await fetch(service.url + path)).status).toBe(200)
  })

  test.each<[string, () => string]>([
    ['a key that never was', () => `Bearer pacta_0123456789ab_${'A'.repeat(43)}`],
    ['a key with another secret', () => `Bearer ${key.slice(0, -2)}${key.endsWith('A') ? 'BB' : 'AA'}`],
    ['a key without its secret', () => `Bearer ${key.slice(0, 19)}`],
    ['a text that is no key', () => 'Bearer secret'],
    ['another scheme', () => `Basic ${Buffer.from(key).toString('base64')}`],
    ['nothing after Bearer', () => 'Bearer '],
  ])('%s is refused with 401 and an invalid_token', async (_name, header) => {
    const response = await fetch(`${service.url}/graphql`, post(header()))
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/invalid_token/)])
    expect(await response.text()).not.toContain(key)
  })

  test('an expired key is refused, and one that has yet to expire is not', async () => {
    const soon = await createApiKey(databases[0]!, { name: 'Soon', scope: 'read', expiresAt: instantIn(1500) })
    const later = await createApiKey(databases[0]!, { name: 'Later', scope: 'read', expiresAt: instantIn(600_000) })
    expect((await ask(service, soon.text)).status).toBe(200)
    await new Promise(resolve => setTimeout(resolve, 1600))
    expect((await ask(service, soon.text)).status).toBe(401)
    expect((await ask(service, later.text)).status).toBe(200)
  })

  test('a key is taken by every process, and by none once its revocation is acknowledged', async () => {
    const other = await start(closed, databases[1]!)
    for (let round = 0; round < 5; round++) {
      const { key: made, text } = await createApiKey(databases[0]!, { name: 'Passing', scope: 'read' })
      const before = await Promise.all([service, other, service, other].map(one => ask(one, text)))
      expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      await revokeApiKey(databases[0]!, made.id)
      const after = await Promise.all([service, other].map(one => ask(one, text)))
      expect(after.map(({ status }) => status)).toEqual([401, 401])
    }
  })

  test('no question of a reader comes to a key', async () => {
    const [, id] = /^pacta_([0-9a-f]+)_/.exec(key)!
    const find = `{ node(id: "${id}") { id } neighbourhood(id: "${id}") { nodes { id } } search(query: "Reader") { totalCount }
      paths(from: "${id}", to: "${id}") { length } relationships(filter: { from: "${id}" }) { totalCount } }`
    const { body } = await ask(service, key, find)
    expect(body).toEqual({
      data: {
        node: null,
        neighbourhood: null,
        search: { totalCount: 0 },
        paths: [],
        relationships: { totalCount: 0 },
      },
    })
    const { body: types } = await ask(service, key, '{ __schema { types { name fields { name } } } }')
    expect(JSON.stringify(types)).not.toMatch(/apikey|"hash"|secret/i)
  })

  test('the database holds the hash of a key, never its secret', async () => {
    const [row] = await databases[0]!.read({
      text: 'MATCH (key:ApiKey { name: "Reader" }) RETURN properties(key) AS stored',
      parameters: {},
    })
    expect(row!['stored']).toMatchObject({ scope: 'read', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(JSON.stringify(row)).not.toContain(key.slice(19))
  })
})

describe('a response that is under way', () => {
  const stream: GuardedHandler = async (_request, response) => {
    const timer = setInterval(() => response.write('{"row":1}\n'), 50)
    await new Promise(resolve => response.once('close', resolve))
    clearInterval(timer)
  }

  test('is cut off within seconds once its key is revoked, while that of another key goes on', async () => {
    const guard = new Guard(databases[0]!, closed)
    const service = await serve(guard, stream)
    const [first, second] = await Promise.all(
      ['First', 'Second'].map(name => createApiKey(databases[0]!, { name, scope: 'read' })),
    )
    const cut = await fetch(`${service.url}/stream`, { headers: { authorization: `Bearer ${first!.text}` } })
    const kept = await fetch(`${service.url}/stream`, { headers: { authorization: `Bearer ${second!.text}` } })
    const reader = kept.body!.getReader()
    const ended = cut.text().then(
      () => 'as if it were whole',
      () => 'cut off',
    )
    await revokeApiKey(databases[0]!, first!.key.id)
    expect(await ended).toBe('cut off')
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('{"row":1}\n')
    await reader.cancel()
    guard.close()
  }, 20_000)
})

describe('what takes its time', () => {
  const events = { accept: 'text/event-stream' }
  const subscription = JSON.stringify({ query: 'subscription { changes { id } }' })

  test.each<[string, string, RequestInit]>([
    ['the feed of changes', '/changes', { headers: events }],
    ['a page of exports that is under way', '/export/statements.ndjson', {}],
    ['a compressed one', '/export/statements.csv', { headers: { 'accept-encoding': 'gzip' } }],
    ['a manifest that is worked out', '/export/manifest.json', {}],
    [
      'a subscription of GraphQL',
      '/graphql/stream',
      { method: 'POST', headers: { ...events, 'content-type': 'application/json' }, body: subscription },
    ],
  ])(
    '%s ends with its key',
    async (_name, path, request) => {
      // Each page of the export takes as long as it may where very many read.
      const slow = new Proxy(databases[1]!, {
        get: (target, name) => {
          const value = Reflect.get(target, name) as unknown
          if (name !== 'readSettled') return typeof value === 'function' ? value.bind(target) : value
          return async (...work: Parameters<Database['readSettled']>) => {
            if (path.startsWith('/export')) await new Promise(resolve => setTimeout(resolve, 500))
            return target.readSettled(...work)
          }
        },
      })
      const service = await start(closed, slow)
      const { key, text } = await createApiKey(databases[0]!, { name: 'Leaving', scope: 'read' })
      const headers = { ...request.headers, authorization: `Bearer ${text}` }
      const ended = fetch(service.url + path, { ...request, headers }).then(response => response.arrayBuffer())
      const outcome = ended.then(
        () => 'an end',
        () => 'cut off',
      )
      const first = new Promise<string>(resolve => setTimeout(resolve, 1000, 'under way'))
      expect(await Promise.race([outcome, first])).toBe('under way')
      await revokeApiKey(databases[0]!, key.id)
      // What is followed without end is never taken for whole.
      expect(await outcome).toBe(path.startsWith('/export') ? 'cut off' : 'an end')
      expect((await fetch(service.url + path, { ...request, headers })).status).toBe(401)
    },
    30_000,
  )
})

describe('rates', () => {
  const json: GuardedHandler = async (_request, response) => {
    response.end('{}')
  }

  test('each answer says what is left, and what is too much is refused with 429 until the window ends', async () => {
    const { text } = await createApiKey(databases[0]!, { name: 'Busy', scope: 'read' })
    const other = await createApiKey(databases[0]!, { name: 'Calm', scope: 'read' })
    const service = await start({ ...closed, callerPerMinute: 3 })
    const headers = []
    for (let count = 0; count < 3; count++) headers.push(await ask(service, text))
    expect(headers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(headers.map(({ left }) => left)).toEqual([2, 1, 0].map(left => expect.stringMatching(`^"caller";r=${left};t=\\d+$`)))
    const refused = await ask(service, text)
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED', policy: '"caller";q=3;w=60' })
    expect(Number(refused.retryAfter)).toBeGreaterThan(0)
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60)
    expect((await ask(service, other.text)).status).toBe(200)
  })

  test('callers without a key are counted by address, whatever they claim to come from', async () => {
    const service = await start({ ...closed, anonymous: 'read', anonymousPerMinute: 2 })
    const statuses = []
    for (let count = 0; count < 4; count++)
      statuses.push((await fetch(`${service.url}/graphql`, post(undefined, { 'x-forwarded-for': `10.0.0.${count}` }))).status)
    expect(statuses).toEqual([200, 200, 429, 429])
  })

  test('behind one proxy they are counted by the address that it adds', async () => {
    const service = await serve(
      new Guard(databases[0]!, { ...closed, anonymous: 'read', anonymousPerMinute: 1, proxies: 1 }),
      json,
    )
    const from = async (told: string) => (await fetch(`${service.url}/stream`, { headers: { 'x-forwarded-for': told } })).status
    expect(await from('1.1.1.1, 192.0.2.1')).toBe(200)
    expect(await from('2.2.2.2, 192.0.2.1')).toBe(429)
    expect(await from('1.1.1.1, 192.0.2.2')).toBe(200)
    expect(await from('2001:db8:1:2:3::4')).toBe(200)
    expect(await from('2001:db8:1:2:ffff::1')).toBe(429)
    expect(await from('2001:db8:1:3::1')).toBe(200)
  })

  test('an address that tries ever new keys has to wait, and the database is no longer asked', async () => {
    let asked = 0
    const counted = new Proxy(databases[0]!, {
      get: (target, name) => {
        if (name === 'readLatest') asked++
        const value = Reflect.get(target, name) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const service = await serve(new Guard(counted, closed), json)
    const { text } = await createApiKey(databases[0]!, { name: 'In use', scope: 'read' })
    const statusOf = async (key: string) =>
      (await fetch(`${service.url}/stream`, { headers: { authorization: `Bearer ${key}` } })).status
    expect(await statusOf(text)).toBe(200)
    const statuses = []
    for (let count = 0; count < 70; count++)
      statuses.push(await statusOf(`pacta_${count.toString(16).padStart(12, '0')}_${'A'.repeat(43)}`))
    expect(new Set(statuses.slice(0, 50))).toEqual(new Set([401]))
    expect(new Set(statuses.slice(-10))).toEqual(new Set([429]))
    expect(asked).toBeLessThanOrEqual(61)
    expect(await statusOf(text)).toBe(200)
  })
})

async function start(access: AccessSettings, database = databases[0]!): Promise<Listening> {
  const options = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 15, responseCacheMegabytes: 8, report: () => {} }
  const service = await startServer(database, { ...options, access })
  running.push(service)
  return service
}

async function serve(guard: Guard, handler: GuardedHandler): Promise<Listening> {
  const handlers = guard.protect({ '/stream': handler })
  const service = await listen({
    host: '127.0.0.1',
    port: 0,
    handlers,
    admissions: [],
    observer: unobserved,
    report: () => {},
  })
  running.push(service)
  return service
}

function post(authorization?: string, headers: Record<string, string> = {}, asked = query): RequestInit {
  const sent = { 'content-type': 'application/json', ...headers, ...(authorization && { authorization }) }
  return { method: 'POST', headers: sent, body: JSON.stringify({ query: asked }) }
}

async function ask(service: Listening, key?: string, asked = query) {
  const response = await fetch(`${service.url}/graphql`, post(key && `Bearer ${key}`, {}, asked))
  const body = (await response.json()) as { errors?: { extensions: { code: string } }[] }
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    left: response.headers.get('ratelimit'),
    policy: response.headers.get('ratelimit-policy'),
    retryAfter: response.headers.get('retry-after'),
    code: body.errors?.[0]?.extensions.code,
    body,
  }
}

function instantIn(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString()
}
