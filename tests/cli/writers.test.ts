import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect } from '../../src/database/connect.ts'
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { Editor } from '../../src/edit/editor.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

// Three API processes on one Neo4j, several writers on each; one process and then Neo4j are killed in between.
const root = path.join(import.meta.dirname, '../..')
const processes = 3
const writersEach = 4
const writesEach = 12
const all = processes * writersEach * writesEach
const running = new Set<ChildProcess>()
let home: string
let neo4j: Embedded

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'pacta-writers-'))
  neo4j = await startNeo4j()
  const database = await connect(neo4j)
  const ontology = readOntology()
  await migrate(database, ontology)
  await new Editor(ontology, database).edit({
    ...{ reason: 'RECODED', caller: 'tests' },
    operations: [{ kind: 'addEntity', at: 'input[0]', value: { theme: { id: 'theme/top', label: { en: 'Top' } } } }],
  })
  await database.close()
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await neo4j?.stop()
  await rm(home, { recursive: true, force: true })
})

test('Writers on several processes make revisions without gaps, each write once and whole, though a process and Neo4j are killed', async () => {
  const services = await Promise.all(Array.from({ length: processes }, serve))
  const [killed, other, last] = services as [Service, Service, Service]
  // What a link or an image of another page could send writes nothing.
  const search = new URLSearchParams({
    query: 'mutation { addEntities(reason: RECODED, input: [{ theme: { id: "theme/by-get", label: { en: "G" } } }]) { ids } }',
  })
  const got = await fetch(`${last.url}/graphql?${search}`, { headers: { 'apollo-require-preflight': 'true' } })
  expect(got.status).toBe(405)

  const outcome: Outcome = { acknowledged: new Map(), uncertain: new Set() }
  const writers = services.flatMap((service, at) =>
    Array.from({ length: writersEach }, (_, writer) =>
      write(service, service === killed ? other : service, `p${at}w${writer}`, outcome),
    ),
  )
  await until(() => [...outcome.acknowledged.keys()].filter(id => id.startsWith('theme/p0')).length >= writersEach)
  killed.child.kill('SIGKILL')
  await until(() => outcome.acknowledged.size >= all / 2)
  expect(outcome.uncertain.size).toBeGreaterThan(0)
  process.kill(neo4j.pid, 'SIGKILL')
  await neo4j.exited
  await neo4j.stop()
  expect(outcome.acknowledged.size).toBeLessThan(all)
  neo4j = await startNeo4j(neo4j.port)
  await Promise.all(writers)

  expect(outcome.acknowledged.size).toBe(all)
  const database = await connect(neo4j)
  const revisions = await database.administer({
    text: 'MATCH (r:Revision) RETURN r.number AS number, r.at.epochMillis AS at, r.nodesAdded AS nodes, r.statementsAdded AS statements ORDER BY number',
    parameters: {},
  })
  expect(revisions.map(({ number }) => number)).toEqual(Array.from({ length: all + 1 }, (_, index) => index + 1))
  const times = revisions.map(({ at }) => Number(at))
  expect(times.every((time, index) => index === 0 || time > times[index - 1]!)).toBe(true)
  expect(revisions.slice(1).every(({ nodes, statements }) => nodes === 1 && statements === 1)).toBe(true)
  // Each write added a theme and one statement of it, and both say the revision that was acknowledged.
  const written = await database.administer({
    text: 'MATCH (t:Theme) WHERE t.id <> "theme/top" RETURN t.id AS id, t.revision AS revision, [(t)-[b:BROADER]->(:Theme { id: "theme/top" }) | b.revision] AS statements',
    parameters: {},
  })
  await database.close()
  expect(new Map(written.map(({ id, revision }) => [id, revision]))).toEqual(outcome.acknowledged)
  for (const { revision, statements } of written) expect(statements).toEqual([revision])
}, 240_000)

/** The revision of each theme that was acknowledged, and the themes of which a writer once did not know the outcome. */
interface Outcome {
  readonly acknowledged: Map<string, number>
  readonly uncertain: Set<string>
}

interface Service {
  readonly child: ChildProcess
  readonly url: string
}

async function startNeo4j(port?: number): Promise<Embedded> {
  const { JAVA_HOME: javaHome } = process.env
  const options = { home, heapMegabytes: 256, pageCacheMegabytes: 32, onProgress: () => {} }
  return startEmbedded({ ...options, ...(port && { port }), ...(javaHome && { javaHome }) })
}

/** `pacta serve` on the Neo4j of this test, open to anonymous writers. */
async function serve(): Promise<Service> {
  const { PATH = '', HOME = '' } = process.env
  const open = { PORT: '0', PACTA_ANONYMOUS: 'write', PACTA_RATE_ANONYMOUS: '100000', LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, ['dist/cli/main.js', 'serve', '--no-seed'], {
    cwd: root,
    env: { PATH, HOME, NEO4J_URI: neo4j.uri, NEO4J_PASSWORD: neo4j.password, ...open },
    // What it logs while Neo4j is away is of no interest here.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (said += text))
  for (;;) {
    const url = /Pacta answers at (\S+)\/graphql/.exec(said)?.[1]
    if (url) return { child, url }
    if (child.exitCode !== null) throw new Error(`The service did not start: ${said}`)
    await sleep(50)
  }
}

/** Writes one theme after the other; who does not know the outcome asks again with the same key, where the service is gone elsewhere. */
async function write(service: Service, elsewhere: Service, name: string, { acknowledged, uncertain }: Outcome): Promise<void> {
  for (let number = 0; number < writesEach; number++) {
    const id = `theme/${name}-${number}`
    for (;;) {
      const { url } = service.child.signalCode === null ? service : elsewhere
      const revision = await add(url, id).catch(() => undefined)
      if (revision !== undefined) {
        acknowledged.set(id, revision)
        break
      }
      uncertain.add(id)
      await sleep(100)
    }
  }
}

/** The revision that added this theme. */
async function add(url: string, id: string): Promise<number> {
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

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20)
}
