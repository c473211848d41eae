import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Database } from '../../src/database/connect.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { connectToTestDatabase, emptyDatabase } from '../setup/database.ts'

// Three services over one database, each with a pool and a cache of its own, as three processes would have.
let databases: Database[]
let servers: Listening[]
let folder: string
const options = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 15, responseCacheMegabytes: 8, report: () => {} }
const query = '{ institution(id: "institution/example") { label(lang: EN) } revision { number } }'

beforeAll(async () => {
  databases = [await emptyDatabase(), await connectToTestDatabase(), await connectToTestDatabase()]
  servers = await Promise.all(databases.map(database => startServer(database, options)))
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-cache-'))
})
afterAll(async () => {
  await Promise.all(servers.map(server => server.close()))
  await Promise.all(databases.map(database => database.close()))
  await rm(folder, { recursive: true })
})

async function write(label: string): Promise<void> {
  const text = `institutions:\n  - id: institution/example\n    label: { en: ${label} }\n    kind: FORUM\n`
  await writeFile(path.join(folder, 'example.yaml'), text)
  await loadSeed(databases[0]!, readOntology(), { paths: [folder], dataset: 'example' })
}

async function ask(server: Listening): Promise<string> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return answer.text()
}

test('An answer given after a write was acknowledged shows that write, on every process', async () => {
  for (let round = 1; round <= 8; round++) {
    // All caches are full and their leases fresh at the moment of the write.
    const before = Promise.all(servers.map(async server => [await ask(server), await ask(server), await ask(server)]))
    await before
    await write(`Round ${round}`)
    const after = await Promise.all(servers.map(ask))
    const expected = { data: { institution: { label: `Round ${round}` }, revision: { number: round } } }
    for (const text of after) expect(JSON.parse(text)).toEqual(expected)
  }
})

test('A repeated question is answered without the database', async () => {
  const database = databases[1]!
  let reads = 0
  const counted = new Proxy(database, {
    get: (target, name) => {
      if (name === 'readValues' || name === 'read') reads++
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const server = await startServer(counted, options)
  try {
    await ask(server)
    await ask(server)
    reads = 0
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(server)))
    expect(new Set(answers).size).toBe(1)
    expect(reads).toBe(0)
  } finally {
    await server.close()
  }
})

test('GET gives an ETag, and 304 while nothing has changed', async () => {
  const url = `${servers[2]!.url}/graphql?query=${encodeURIComponent(query)}`
  const headers = { 'apollo-require-preflight': 'true' }
  await (await fetch(url, { headers })).text()
  const first = await fetch(url, { headers })
  const etag = first.headers.get('etag') as string
  expect(etag).toMatch(/^".+"$/)
  expect(await first.json()).toHaveProperty('data.institution.label')
  const again = await fetch(url, { headers: { ...headers, 'if-none-match': etag } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  await write('Another label')
  const changed = await fetch(url, { headers: { ...headers, 'if-none-match': etag } })
  expect(changed.status).toBe(200)
  expect(await changed.json()).toHaveProperty('data.institution.label', 'Another label')
})
