import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Database } from '../../src/database/connect.ts'
import { Editor } from '../../src/edit/editor.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'

// Three API processes on one Neo4j, several writers on each, and one process killed in between.
const root = path.join(import.meta.dirname, '../..')
const processes = 3
const writersEach = 4
const writesEach = 8
const running = new Set<ChildProcess>()
let database: Database

beforeAll(async () => {
  database = await emptyDatabase()
  await new Editor(readOntology(), database).edit({
    ...{ reason: 'RECODED', caller: 'tests' },
    operations: [{ kind: 'addEntity', at: 'input[0]', value: { theme: { id: 'theme/top', label: { en: 'Top' } } } }],
  })
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await database.close()
})

test('Writers on several processes make revisions without gaps, each acknowledged write once, though one process is killed', async () => {
  const services = await Promise.all(Array.from({ length: processes }, serve))
  const acknowledged = new Map<string, number>()
  const uncertain = new Set<string>()
  const writers = services.flatMap((service, at) =>
    Array.from({ length: writersEach }, (_, writer) => write(service, `p${at}w${writer}`, acknowledged, uncertain)),
  )
  // What a link or an image of another page could send writes nothing.
  const search = new URLSearchParams({
    query: 'mutation { addEntities(reason: RECODED, input: [{ theme: { id: "theme/by-get", label: { en: "G" } } }]) { ids } }',
  })
  const got = await fetch(`${services[2]!.url}/graphql?${search}`, { headers: { 'apollo-require-preflight': 'true' } })
  expect(got.status).toBe(405)
  const killed = services[0]!
  while ([...acknowledged.keys()].filter(id => id.startsWith('theme/p0')).length < writersEach) await sleep(20)
  killed.child.kill('SIGKILL')
  await Promise.all(writers)

  // Who does not know the outcome asks again elsewhere, with the same key.
  expect(uncertain.size).toBeGreaterThan(0)
  for (const id of uncertain) acknowledged.set(id, (await add(services[1]!.url, id))!)
  const expected = (processes - 1) * writersEach * writesEach + writersEach
  expect(acknowledged.size).toBeGreaterThanOrEqual(expected)

  const revisions = await database.administer({
    text: 'MATCH (r:Revision) RETURN r.number AS number, r.at.epochMillis AS at, r.nodesAdded AS nodes, r.statementsAdded AS statements ORDER BY number',
    parameters: {},
  })
  expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, index) => index + 1))
  const times = revisions.map(({ at }) => Number(at))
  expect(times.every((time, index) => index === 0 || time > times[index - 1]!)).toBe(true)
  expect(revisions.slice(1).every(({ nodes, statements }) => nodes === 1 && statements === 1)).toBe(true)
  // Each write added a theme and one statement of it, and both say the revision that was acknowledged.
  const written = await database.administer({
    text: 'MATCH (t:Theme) WHERE t.id <> "theme/top" RETURN t.id AS id, t.revision AS revision, [(t)-[b:BROADER]->(:Theme { id: "theme/top" }) | b.revision] AS statements',
    parameters: {},
  })
  expect(new Map(written.map(({ id, revision }) => [id, revision]))).toEqual(acknowledged)
  for (const { revision, statements } of written) expect(statements).toEqual([revision])
  expect(revisions).toHaveLength(acknowledged.size + 1)
}, 120_000)

interface Service {
  readonly child: ChildProcess
  readonly url: string
}

/** `pacta serve` on the test database, open to anonymous writers. */
async function serve(): Promise<Service> {
  const { PATH = '', HOME = '', PACTA_TEST_URI = '', PACTA_TEST_PASSWORD = '' } = process.env
  const neo4j = { NEO4J_URI: PACTA_TEST_URI, NEO4J_PASSWORD: PACTA_TEST_PASSWORD }
  const open = { PORT: '0', PACTA_ANONYMOUS: 'write', PACTA_RATE_ANONYMOUS: '100000', LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, ['dist/cli/main.js', 'serve', '--no-seed'], {
    cwd: root,
    env: { PATH, HOME, ...neo4j, ...open },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  let said = ''
  child.stdout.setEncoding('utf8').on('data', text => (said += text))
  for (;;) {
    const url = /Pacta answers at (\S+)\/graphql/.exec(said)?.[1]
    if (url) return { child, url }
    if (child.exitCode !== null) throw new Error('The service did not start.')
    await sleep(50)
  }
}

/** Writes one theme after the other; ends when the process is gone. */
async function write({ url }: Service, name: string, acknowledged: Map<string, number>, uncertain: Set<string>): Promise<void> {
  for (let number = 0; number < writesEach; number++) {
    const id = `theme/${name}-${number}`
    const revision = await add(url, id).catch(() => undefined)
    if (revision === undefined) {
      uncertain.add(id)
      return
    }
    acknowledged.set(id, revision)
  }
}

/** The revision that added this theme. */
async function add(url: string, id: string): Promise<number | undefined> {
  const query = `mutation ($id: ID!, $key: String!) {
    addEntities(reason: RECODED, idempotencyKey: $key, input: [{ theme: { id: $id, label: { en: "T" }, statements: [
      { type: BROADER, to: "theme/top", basis: CURATED, source: "https://example.org/" }] } }]) { revision { number } } }`
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id, key: id } }),
  })
  const { data, errors } = (await response.json()) as {
    data?: { addEntities: { revision: { number: number } } }
    errors?: unknown
  }
  if (!data) throw new Error(JSON.stringify(errors))
  return data.addEntities.revision.number
}
