import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ChangeFeed } from '../../src/api/changes/changeFeed.ts'
import { notifyWrites } from '../../src/api/changes/notifyWrites.ts'
import type { Listening } from '../../src/api/http/listen.ts'
import { RevisionLease } from '../../src/api/revisionLease.ts'
import { readPosition } from '../../src/cypher/changePosition.ts'
import type { Change } from '../../src/database/change.ts'
import type { Database } from '../../src/database/connect.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { connectToTestDatabase, emptyDatabase } from '../setup/database.ts'
import { institution, partOf, writeRevision } from '../setup/randomHistory.ts'
import { readEvents } from '../setup/readEvents.ts'

const ontology = readOntology()
const options = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 60, responseCacheMegabytes: 8, report: () => {} }
let databases: Database[]
let servers: Listening[]

beforeAll(async () => {
  databases = [await emptyDatabase(), await connectToTestDatabase()]
  servers = await Promise.all(databases.map(database => startServer(database, options)))
  await writeRevision(databases[0]!, ontology, {
    nodesAdded: [institution(1, 'One'), institution(2, 'Two')],
    statementsAdded: [partOf('institution/r1', 'institution/r2')],
  })
}, 300_000)
afterAll(async () => {
  await Promise.all(servers.map(server => server.close()))
  await Promise.all(databases.map(database => database.close()))
})

async function ask<T>(query: string): Promise<T> {
  const response = await fetch(`${servers[0]!.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return (await response.json()) as T
}

function get(path: string, accept: string, headers: Record<string, string> = {}, server = 0): Promise<Response> {
  return fetch(`${servers[server]!.url}${path}`, { headers: { accept, ...headers } })
}

describe('the root field changes', () => {
  test('gives a page, whatever its aliases, and the cursor of the next', async () => {
    const query = `{
      page: changes(first: 2) {
        edges { cursor node { kind: revision revision: kind subject after } }
        pageInfo { hasNextPage hasPreviousPage endCursor }
      }
      rest: changes(after: "1~entity~institution/r2") { edges { node { kind type changed before } } pageInfo { hasNextPage endCursor } }
    }`
    const after = { type: 'Institution', kind: 'FORUM' }
    const expected = {
      data: {
        page: {
          edges: [
            {
              cursor: '1~entity~institution/r1',
              node: {
                kind: 1,
                revision: 'NODE_ADDED',
                subject: 'institution/r1',
                after: { id: 'institution/r1', label: { en: 'One' }, ...after },
              },
            },
            {
              cursor: '1~entity~institution/r2',
              node: {
                kind: 1,
                revision: 'NODE_ADDED',
                subject: 'institution/r2',
                after: { id: 'institution/r2', label: { en: 'Two' }, ...after },
              },
            },
          ],
          pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: '1~entity~institution/r2' },
        },
        rest: {
          edges: [{ node: { kind: 'RELATIONSHIP_ADDED', type: 'PART_OF', changed: [], before: null } }],
          pageInfo: { hasNextPage: false, endCursor: '1' },
        },
      },
    }
    expect(await ask(query)).toEqual(expected)
    // The second time the operation is known.
    expect(await ask(query)).toEqual(expected)
  })

  test.each([
    ['changes(after: "yesterday")', 'changes.after'],
    ['changes(after: "9")', 'changes.after'],
    ['changes(first: 1001)', 'changes.first'],
  ])('%s is refused with the argument at fault', async (field, argument) => {
    const { errors } = await ask<{ errors: object[] }>(`{ ${field} { pageInfo { endCursor } } }`)
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }])
  })
})

describe('the root field revisions', () => {
  test('gives who wrote when and why, a page after the other', async () => {
    const query = `{
      page: revisions(first: 1) { edges { cursor node { n: number at dataset reason author note } } pageInfo { hasNextPage endCursor } }
      rest: revisions(after: "1", first: 1000) { edges { node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    }`
    const node = { n: 1, at: expect.any(String), dataset: 'random', reason: 'RECODED', author: 'tests', note: null }
    const { data } = await ask<{ data: { rest: { edges: { node: { number: number } }[]; pageInfo: object } } }>(query)
    expect(data).toMatchObject({
      page: { edges: [{ cursor: '1', node }], pageInfo: { endCursor: '1' } },
      rest: { pageInfo: { hasNextPage: false, hasPreviousPage: true } },
    })
    expect(data.rest.edges.map(({ node: { number } }) => number)).toEqual(data.rest.edges.map((_, index) => index + 2))
  })

  test.each([
    ['revisions(after: "1~x")', 'revisions.after'],
    ['revisions(first: -1)', 'revisions.first'],
  ])('%s is refused with the argument at fault', async (field, argument) => {
    const { errors } = await ask<{ errors: object[] }>(`{ ${field} { pageInfo { endCursor } } }`)
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }])
  })
})

describe('GET /changes', () => {
  test('gives a page as JSON, and as lines of JSON', async () => {
    const json = await get('/changes?first=2', 'application/json')
    const page = (await json.json()) as { changes: Change[] }
    expect(page).toMatchObject({ after: '1~entity~institution/r2', more: true, revision: 1 })
    expect(page.changes).toHaveLength(2)
    const lines = await get('/changes?first=2', 'application/x-ndjson')
    expect(lines.headers.get('link')).toBe('</changes?after=1~entity~institution%2Fr2>; rel="next"')
    expect(
      (await lines.text())
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual(page.changes)
  })

  test.each(['application/json', 'text/event-stream'])('refuses what it does not take, as %s', async accept => {
    for (const search of ['after=x', 'after=9', 'first=-1', 'types=Nobody', 'validAt=2018-02-30']) {
      const response = await get(`/changes?${search}`, accept)
      expect([search, response.status]).toEqual([search, 400])
      expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringMatching(/^changes\./) }] })
    }
  })

  test('as events begins with all that was, and goes on with what another process writes', async () => {
    const events = readEvents(await get('/changes', 'text/event-stream', {}, 1))
    const past = [await events.next(), await events.next(), await events.next()]
    expect(past.map(({ value }) => value?.id)).toEqual([
      '1~entity~institution/r1',
      '1~entity~institution/r2',
      expect.stringMatching(/^1~PART_OF~/),
    ])
    await writeRevision(databases[0]!, ontology, { nodesAdded: [institution(3, 'Three')] })
    const { value } = await events.next()
    expect(value).toMatchObject({ event: 'change', id: '2~entity~institution/r3' })
    expect(JSON.parse(value!.data)).toMatchObject({ kind: 'NODE_ADDED', revision: 2, author: 'tests' })
    await events.return(undefined)
  })

  test('goes on after Last-Event-ID, whatever the address says', async () => {
    const events = readEvents(await get('/changes?after=0', 'text/event-stream', { 'last-event-id': '1' }))
    expect((await events.next()).value?.id).toBe('2~entity~institution/r3')
    await events.return(undefined)
  })

  test('tells only what happened to some types', async () => {
    const events = readEvents(await get('/changes?types=PART_OF,Theme', 'text/event-stream'))
    expect((await events.next()).value?.id).toMatch(/^1~PART_OF~/)
    await events.return(undefined)
  })
})

test('A subscription gives the same changes with the fields that it selects', async () => {
  const query = 'subscription { changes(after: "1") { number: revision subject } }'
  const response = await fetch(`${servers[1]!.url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const events = readEvents(response)
  const { value } = await events.next()
  expect(JSON.parse(value!.data)).toEqual({ data: { changes: { number: 2, subject: 'institution/r3' } } })
  await writeRevision(databases[0]!, ontology, { nodesAdded: [institution(4, 'Four')] })
  const next = await events.next()
  expect(JSON.parse(next.value!.data)).toEqual({ data: { changes: { number: 3, subject: 'institution/r4' } } })
  await events.return(undefined)
})

test.each([
  ['{ revision { number } }', 'Only subscriptions are answered here'],
  ['subscription { changes(after: "x") { id } }', 'changes.after takes'],
])('The stream refuses %s', async (query, message) => {
  const response = await fetch(`${servers[1]!.url}/graphql/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  expect(await response.text()).toContain(message)
})

test('Who reads nothing holds no more than a connection takes, and goes on where it stopped', async () => {
  const many = Array.from({ length: 9000 }, (_, number) => institution(1000 + number, 'x'.repeat(2000)))
  const revision = await writeRevision(databases[0]!, ontology, { nodesAdded: many })
  const reads: number[] = []
  const counted = new Proxy(databases[1]!, {
    get: (target, name, receiver) => {
      if (name === 'readSettled') reads.push(1)
      const value = Reflect.get(target, name, receiver)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const server = await startServer(counted, options)
  const response = await fetch(`${server.url}/changes?after=${revision - 1}`, { headers: { accept: 'text/event-stream' } })
  await new Promise(resolve => setTimeout(resolve, 3000))
  // All of it would be more than forty pages; what a connection of this machine takes unread is some megabytes.
  expect(reads.length).toBeLessThan(25)
  const events = readEvents(response)
  for (const { id } of many) expect((await events.next()).value?.id).toBe(`${revision}~entity~${id}`)
  await events.return(undefined)
  await server.close()
}, 120_000)

test('A service that stops ends its streams, so that they are taken up elsewhere', async () => {
  const server = await startServer(databases[1]!, options)
  const events = readEvents(await fetch(`${server.url}/changes?after=1`, { headers: { accept: 'text/event-stream' } }))
  await events.next()
  const started = performance.now()
  await server.close()
  expect(performance.now() - started).toBeLessThan(5000)
})

test('Who follows hears of a write of the same process at once, without waiting for the next look', async () => {
  // A look that never comes: only the write itself can wake who follows.
  const feed = new ChangeFeed(databases[0]!, ontology, new RevisionLease(databases[0]!), 2 ** 31 - 1)
  const own = notifyWrites(databases[0]!, () => feed.wake())
  const first = await writeRevision(own, ontology, { nodesAdded: [institution(50, 'Fifty')] })
  const stop = new AbortController()
  const after = readPosition(String(first))!
  const pages = feed.follow({ after, first: 100, types: undefined, validAt: undefined }, stop.signal)
  expect((await pages.next()).value).toMatchObject({ changes: [] })
  for (let number = 51; number < 56; number++) {
    const next = pages.next()
    // With and without time for the follower to begin to wait.
    if (number % 2 === 0) await new Promise(resolve => setTimeout(resolve, 50))
    await writeRevision(own, ontology, { nodesAdded: [institution(number, 'More')] })
    expect((await next).value).toMatchObject({ changes: [{ subject: `institution/r${number}` }] })
  }
  stop.abort()
  expect((await pages.next()).done).toBe(true)
})

describe('as the graph knew them at an instant', () => {
  const page = (args: string) => `{ changes(${args}) { edges { cursor node { kind subject before after changed at } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`

  test.each(['first: 100', 'first: 2', 'first: 0', 'after: "1~entity~institution/r2"', 'after: "1", types: [PART_OF]'])(
    'changes(%s) gives the page that it gave then, whatever was written since',
    async args => {
      const { data } = await ask<{ data: { revision: { number: number; at: string } } }>('{ revision { number at } }')
      const then = JSON.stringify(await ask(page(args)))
      const number = data.revision.number + 100
      await writeRevision(databases[0]!, ontology, { nodesAdded: [institution(number, 'Later')] })
      await writeRevision(databases[0]!, ontology, { nodesRemoved: [{ id: `institution/r${number}`, type: 'Institution' }] })
      const again = `${args}, asOf: { knownAt: "${data.revision.at}" }`
      expect(JSON.stringify(await ask(page(again)))).toBe(then)
    },
  )

  test('there were none before the first, and a position later than the instant is refused', async () => {
    const early = 'asOf: { knownAt: "2000-01-01T00:00:00Z" }'
    expect(await ask(page(early))).toMatchObject({
      data: { changes: { edges: [], pageInfo: { hasNextPage: false, endCursor: '0' } } },
    })
    const refused = await ask<{ errors: object[] }>(page(`after: "1", ${early}`))
    expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'changes.after' } }])
  })
})
