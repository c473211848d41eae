import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import { readManifest, TrustedDocuments } from '../../src/api/trustedDocuments.ts'
import type { Database } from '../../src/database/connect.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { emptyDatabase } from '../setup/database.ts'
import { institution, partOf, writeRevision } from '../setup/randomHistory.ts'

const manifest = path.join(import.meta.dirname, '../../documents/manifest.json')
/** How often the database was asked, by the way on which it was. */
const asked = { short: 0, long: 0 }
const subscription = 'subscription Follow($after: String) { changes(after: $after) { revision } }'
const subscriptionId = createHash('sha256').update(subscription).digest('hex')
let database: Database
let texts: Map<string, string>
let id: string
let any: Listening
let trusted: Listening

beforeAll(async () => {
  database = await emptyDatabase()
  await writeRevision(database, readOntology(), {
    nodesAdded: [institution(1, 'One'), institution(2, 'Two')],
    statementsAdded: [partOf('institution/r1', 'institution/r2')],
  })
  texts = readManifest(manifest, await readFile(manifest, 'utf8')).set(subscriptionId, subscription)
  ;[id] = [...texts].find(([, text]) => text.startsWith('query Neighbourhood'))!
  const counted = new Proxy(database, {
    get: (target, name) => {
      if (name === 'readValues') asked.short++
      if (name === 'read') asked.long++
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const start = (only: boolean): Promise<Listening> =>
    startServer(counted, {
      ...{ host: '127.0.0.1', port: 0, queryTimeoutSeconds: 60, responseCacheMegabytes: 0 },
      documents: new TrustedDocuments(texts, only),
      access: { anonymous: 'write', anonymousPerMinute: 0, callerPerMinute: 0, proxies: 0 },
      report: error => console.error(error),
    })
  any = await start(false)
  trusted = await start(true)
})
afterAll(async () => {
  await any?.close()
  await trusted?.close()
  await database?.close()
})

const variables = { id: 'institution/r1', depth: 1 }

async function post(server: Listening, body: object, at = '/graphql'): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', accept: at === '/graphql' ? 'application/json' : 'text/event-stream' }
  const response = await fetch(`${server.url}${at}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, text: await response.text() }
}

async function get(
  server: Listening,
  search: Record<string, string>,
  at = '/graphql',
): Promise<{ status: number; text: string }> {
  const headers = { 'apollo-require-preflight': 'true', accept: 'application/json' }
  const response = await fetch(`${server.url}${at}?${new URLSearchParams(search)}`, { headers })
  return { status: response.status, text: await response.text() }
}

describe.each([
  ['any document may be run', () => any],
  ['only trusted ones are', () => trusted],
])('where %s, a document is run that a request names', (_name, server) => {
  const persisted = () => ({ persistedQuery: { version: 1, sha256Hash: id } })

  test.each<[string, () => Promise<{ status: number; text: string }>]>([
    ['by documentId', () => post(server(), { documentId: `sha256:${id}`, variables })],
    ['by id', () => post(server(), { id: `sha256:${id}`, variables })],
    ['by its hash as the clients of Apollo do', () => post(server(), { extensions: persisted(), variables })],
    ['by its hash with the text', () => post(server(), { extensions: persisted(), query: texts.get(id), variables })],
    ['by its text', () => post(server(), { query: texts.get(id), variables })],
    ['by documentId in an address', () => get(server(), { documentId: `sha256:${id}`, variables: JSON.stringify(variables) })],
    [
      'by its hash in an address',
      () => get(server(), { extensions: JSON.stringify(persisted()), variables: JSON.stringify(variables) }),
    ],
  ])('%s, by the short way once it is known', async (_way, request) => {
    const first = await request()
    expect(first.status).toBe(200)
    expect(JSON.parse(first.text)).toMatchObject({
      data: { neighbourhood: { nodes: [{}, {}], relationships: [{ type: 'PART_OF' }] } },
    })
    const before = { ...asked }
    expect(await request()).toEqual(first)
    expect(asked).toEqual({ short: before.short + 1, long: before.long })
  })

  test('but not one that is nowhere, of which the nearest is named', async () => {
    const mistyped = `${id.slice(0, -2)}xy`
    const { status, text } = await post(server(), { documentId: `sha256:${mistyped}` })
    expect(status).toBe(400)
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: `There is no trusted document with the id "${mistyped}". Did you mean "${id}"?`,
          extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
        },
      ],
    })
  })

  test('and not another text than the one that is named', async () => {
    const { status, text } = await post(server(), { documentId: id, query: '{ revision { number } }' })
    expect([status, JSON.parse(text).errors[0].message]).toEqual([400, `The query sent is not the document ${id}; leave it out.`])
  })
})

describe.each([
  ['any document may be run', () => any],
  ['only trusted ones are', () => trusted],
])('where %s, a subscription is followed that a request names', (_name, server) => {
  const persisted = (of: string) => ({ persistedQuery: { version: 1, sha256Hash: of } })
  const after = { after: '0' }

  test.each<[string, 'GET' | 'POST', () => object]>([
    ['by documentId', 'POST', () => ({ documentId: `sha256:${subscriptionId}`, variables: after })],
    ['by id', 'POST', () => ({ id: subscriptionId, variables: after })],
    ['by its hash as the clients of Apollo do', 'POST', () => ({ extensions: persisted(subscriptionId), variables: after })],
    [
      'by its hash with the text',
      'POST',
      () => ({ extensions: persisted(subscriptionId), query: subscription, variables: after }),
    ],
    ['by its text', 'POST', () => ({ query: subscription, variables: after })],
    ['by documentId in an address', 'GET', () => ({ documentId: `sha256:${subscriptionId}`, variables: after })],
    ['by its hash in an address', 'GET', () => ({ extensions: persisted(subscriptionId), variables: after })],
    ['by its text in an address', 'GET', () => ({ query: subscription, variables: after })],
  ])('%s', async (_way, method, request) => {
    expect(await follow(method, request())).toContain('event: next\ndata: {"data":{"changes":{"revision":1}}}')
  })

  test.each<[string, object, string]>([
    ['an id that is nowhere', { documentId: 'none' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['another text than the one that is named', { documentId: subscriptionId, query: 'subscription { a }' }, 'BAD_USER_INPUT'],
  ])('but not by %s', async (_name, request, code) => {
    const { status, text } = await post(server(), request, '/graphql/stream')
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([400, code])
  })

  /** What comes first of a subscription. */
  async function follow(method: 'GET' | 'POST', request: object): Promise<string> {
    const search = new URLSearchParams(
      Object.entries(request).map(([name, value]): [string, string] => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    )
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' }
    const address = `${server().url}/graphql/stream`
    const cut = new AbortController()
    const response =
      method === 'GET'
        ? await fetch(`${address}?${search}`, { headers, signal: cut.signal })
        : await fetch(address, { method, headers, body: JSON.stringify(request), signal: cut.signal })
    expect(response.status).toBe(200)
    let text = ''
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      text += part
      if (text.includes('event: next') && text.endsWith('\n\n')) break
    }
    cut.abort()
    return text
  }
})

test.each([
  ['text/plain; application/json', JSON.stringify({ query: 'subscription { changes { id } }' })],
  ['application/json', JSON.stringify(JSON.stringify({ query: 'subscription { changes { id } }' }))],
])('Where only trusted documents are run, none comes by in a body of type %s that is read in another way', async (type, body) => {
  const headers = { 'content-type': type, accept: 'text/event-stream' }
  const response = await fetch(`${trusted.url}/graphql/stream`, { method: 'POST', headers, body })
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(await response.text()).not.toContain('event: next')
})

test('Clients of Apollo that send the hash of another document are asked for its text, and then answered', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } }
  const { text } = await post(any, { extensions })
  expect(JSON.parse(text).errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED')
  const followed = await post(any, { extensions }, '/graphql/stream')
  expect(JSON.parse(followed.text).errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED')
  expect((await post(any, { query: '{ revision { number } }' })).text).toBe('{"data":{"revision":{"number":1}}}\n')
})

test.each<[string, () => Promise<{ status: number; text: string }>]>([
  ['another query', () => post(trusted, { query: '{ revision { number } }' })],
  ['a trusted text with a space more', () => post(trusted, { query: `${texts.get(id)} `, variables })],
  ['introspection', () => post(trusted, { query: '{ __schema { types { name } } }' })],
  ['a mutation', () => post(trusted, { query: 'mutation { retractStatements(ids: [], reason: RECODED) { unchanged } }' })],
  ['nothing', () => post(trusted, {})],
  ['a query in an address', () => get(trusted, { query: '{ revision { number } }' })],
  ['extensions that are no JSON', () => get(trusted, { query: '{ revision { number } }', extensions: '{' })],
  ['a permalink', () => get(trusted, { query: '{ revision { number } }' }, '/cite')],
  ['a subscription', () => post(trusted, { query: 'subscription { changes { id } }' }, '/graphql/stream')],
])('Where only trusted documents are run, %s is refused', async (_name, request) => {
  const before = { ...asked }
  const { status, text } = await request()
  expect(status).toBe(403)
  expect(JSON.parse(text).errors[0]).toMatchObject({
    message: expect.stringContaining('PACTA_DOCUMENTS=trusted'),
    extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
  })
  expect(asked).toEqual(before)
})

test.each([
  ['[]', 'm.json: a manifest is a JSON object of documents by their ids.'],
  ['{', 'm.json: a manifest is a JSON object of documents by their ids.'],
  ['{"abc": 1}', 'm.json: the document abc has no text.'],
  ['{"sha256:abc": "{ a }"}', /^m\.json: the id sha256:abc is not the SHA-256 of its document, which is [0-9a-f]{64}\.$/],
])('A manifest that is wrong is refused: %s', (text, message) => {
  expect(() => readManifest('m.json', text)).toThrow(message)
})
