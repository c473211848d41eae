import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import type { CypherStatement } from '../../src/cypher/statement.ts'
import type { Database } from '../../src/database/connect.ts'
import { startServer } from '../../src/server.ts'
import { seedGraph } from '../setup/seedGraph.ts'
import { watchReads } from '../setup/watchReads.ts'

// Whether a query was asked before cannot be told from its answer, and makes Neo4j plan nothing twice.

let database: Database
let server: Listening
const ran: CypherStatement[] = []

beforeAll(async () => {
  database = await seedGraph()
  const options = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 60, responseCacheMegabytes: 0 }
  server = await startServer(watchReads(database, ran), { ...options, report: error => console.error(error) })
})
afterAll(async () => {
  await server?.close()
  await database?.close()
})

async function ask(query: string, variables: object): Promise<{ status: number; type: string | null; body: string }> {
  ran.length = 0
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
}

test.each([
  ['one root field', 'query ($id: ID!) { entity(id: $id) { __typename id label(lang: NL) } }'],
  [
    'several, with aliases',
    'query ($id: ID!) { a: institution(id: $id) { id } b: entity(id: $id) { label } revision { number } }',
  ],
  ['nothing that is there', 'query ($id: ID!) { theme(id: $id) { id } place(id: $id) { id } }'],
])('the first request for %s is answered by the statement of the later ones, with the same bytes', async (_, query) => {
  const variables = { id: 'institution/europol' }
  const first = await ask(query, variables)
  const statements = [...ran]
  expect(first.status).toBe(200)
  expect(statements).toHaveLength(1)
  expect(await ask(query, variables)).toEqual(first)
  expect(ran).toEqual(statements)
})

test('what is wrong with the first request is said as with the later ones', async () => {
  const query = 'query ($first: Int!) { themes(first: $first) { edges { node { id } } } }'
  const first = await ask(query, { first: 100_000 })
  expect(JSON.parse(first.body).errors[0].message).toMatch(/themes\.first/)
  expect(await ask(query, { first: 100_000 })).toEqual(first)
})
