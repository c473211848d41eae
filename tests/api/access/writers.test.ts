import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pino from 'pino'
import type { AccessSettings } from '../../../src/api/access/guard.ts'
import type { Listening } from '../../../src/api/http/listen.ts'
import { createApiKey } from '../../../src/database/apiKeys.ts'
import type { Database } from '../../../src/database/connect.ts'
import { readRevisions } from '../../../src/database/listRevisions.ts'
import { startServer } from '../../../src/server.ts'
import { emptyDatabase } from '../../setup/database.ts'

let database: Database
let service: Listening
let limited: Listening
const lines: Record<string, unknown>[] = []
const keys: Record<string, string> = {}

beforeAll(async () => {
  database = await emptyDatabase()
  for (const scope of ['read', 'write', 'admin'])
    keys[scope] = (await createApiKey(database, { name: `Ms ${scope}`, scope })).text
  service = await start({ anonymous: 'read', anonymousPerMinute: 0, callerPerMinute: 0, proxies: 0 })
  limited = await start({ anonymousPerMinute: 0, callerPerMinute: 4, proxies: 0 })
}, 240_000)
afterAll(async () => {
  await service.close()
  await limited.close()
  await database.close()
})

test.each<[string, string | undefined, number, string]>([
  ['a caller without a key', undefined, 401, 'UNAUTHENTICATED'],
  ['a key that may only read', 'read', 403, 'FORBIDDEN'],
])('%s may not write, and nothing is written', async (_name, scope, status, code) => {
  const answer = await write(service, scope, add('theme/refused'))
  expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([status, code])
  expect(answer.challenge).toMatch(/^Bearer realm="pacta"/)
  expect(await idsOf('theme/refused')).toBe(0)
})

test.each(['write', 'admin'])('a key of scope %s writes, and the revision and the log say who it was', async scope => {
  lines.length = 0
  const answer = await write(service, scope, add(`theme/by-${scope}`))
  expect([answer.status, answer.errors]).toEqual([200, undefined])
  const caller = `key/${keys[scope]!.split('_')[1]}`
  const revisions = []
  for await (const revision of readRevisions(database, 0)) revisions.push(revision)
  expect(revisions.at(-1)).toMatchObject({ author: `Ms ${scope}`, caller, reason: 'RECODED', dataset: 'edits' })
  expect(revisions.at(-1)!.counts).toMatchObject({ nodesAdded: 1, nodesRemoved: 0 })
  expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, index) => index + 1))
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: 'write', caller, mutations: ['addEntities'], request: expect.any(String) }),
  )
})

test('each mutation of one operation counts, whatever its alias; what is too much is refused before anything is written', async () => {
  const three = ['a', 'b', 'c'].map(alias => `${alias}: ${add(`theme/counted-${alias}`)}`).join(' ')
  expect(await write(limited, 'write', three)).toMatchObject({ status: 200, errors: undefined })
  const refused = await write(limited, 'write', ['d', 'e'].map(alias => `${alias}: ${add(`theme/counted-${alias}`)}`).join(' '))
  expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED'])
  expect(Number(refused.retryAfter)).toBeGreaterThan(0)
  expect(await idsOf('theme/counted-')).toBe(3)
})

test.each([
  ['a NUL', 'a\u0000b'],
  ['half of a surrogate pair', 'a\ud800b'],
  ['a bell', 'a\u0007b'],
])('a text with %s is refused, since it would be stored as something else or be seen by nobody', async (_name, label) => {
  const input = { theme: { id: 'theme/odd', label: { en: label } } }
  const query = 'mutation ($input: [EntityInput!]!) { addEntities(input: $input, reason: RECODED) { revision { number } } }'
  const body = JSON.stringify({ query, variables: { input: [input] } })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${keys['write']}` }
  const response = await fetch(`${service.url}/graphql`, { method: 'POST', headers, body })
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
  })
  expect(await idsOf('theme/odd')).toBe(0)
})

function start(access: AccessSettings): Promise<Listening> {
  const stream = new Writable({
    write(text, _encoding, done) {
      lines.push(JSON.parse(String(text)))
      done()
    },
  })
  const usual = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 15, responseCacheMegabytes: 8, report: () => {} }
  return startServer(database, { ...usual, access, log: pino({ level: 'info' }, stream) })
}

function add(id: string): string {
  return `addEntities(input: [{ theme: { id: "${id}", label: { en: "A theme" } } }], reason: RECODED) { revision { number } }`
}

async function write(asked: Listening, scope: string | undefined, mutations: string) {
  const headers = { 'content-type': 'application/json', ...(scope && { authorization: `Bearer ${keys[scope]}` }) }
  const body = JSON.stringify({ query: `mutation { ${mutations} }` })
  const response = await fetch(`${asked.url}/graphql`, { method: 'POST', headers, body })
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] }
  const [challenge, retryAfter] = ['www-authenticate', 'retry-after'].map(name => response.headers.get(name))
  return { status: response.status, errors, challenge, retryAfter }
}

async function idsOf(start: string): Promise<unknown> {
  const [row] = await database.read({
    text: 'MATCH (n:Entity) WHERE n.id STARTS WITH $start RETURN count(n) AS times',
    parameters: { start },
  })
  return row!['times']
}
