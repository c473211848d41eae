import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Database, Row } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'
import { embeddedEnvironment } from '../setup/embeddedEnvironment.ts'

// `pacta load` in a process of its own, killed while it writes, and taken up again.
const root = path.join(import.meta.dirname, '../..')
const themes = 15_000
const running = new Set<ChildProcess>()
let database: Database
let folder: string
let file: string

beforeAll(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-killed-'))
  file = path.join(folder, 'themes.ndjson')
  const said = { basis: 'CURATED', source: 'https://example.org/' }
  // Above the size from which on a load is a sequence of revisions.
  const words = 'Words of a description that say nothing. '.repeat(24).trim()
  const lines = Array.from({ length: themes }, (_, number) => ({
    ...{ type: 'Theme', id: `theme/t${number}`, label: { en: `Theme ${number}` }, description: { en: words } },
    ...(number > 0 && { broader: [{ node: `theme/t${Math.floor((number - 1) / 10)}`, ...said }] }),
  }))
  await writeFile(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await empty()
  await migrate(database, readOntology())
  await database.close()
  await rm(folder, { recursive: true })
})

interface Loading {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>
}

function load(...args: string[]): Loading {
  const { PATH = '', HOME = '', PACTA_TEST_URI = '', PACTA_TEST_PASSWORD = '' } = process.env
  return loadWith({ PATH, HOME, NEO4J_URI: PACTA_TEST_URI, NEO4J_PASSWORD: PACTA_TEST_PASSWORD }, ...args)
}

function loadWith(env: Record<string, string>, ...args: string[]): Loading {
  const child = spawn(process.execPath, ['dist/cli/main.js', 'load', '--dataset', 'themes', file, ...args], {
    ...{ cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
  })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (said += text))
  const ended = new Promise<{ code: number | null; said: string }>(resolve =>
    child.once('close', code => {
      running.delete(child)
      resolve({ code, said })
    }),
  )
  return { child, ended }
}

function rows(text: string): Promise<Row[]> {
  return database.administer({ text, parameters: {} })
}

/** In parts, since all of it does not fit into one transaction. */
async function empty(): Promise<void> {
  await rows('MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS')
}

/** The indexes that are ready, but for those of constraints and those that Neo4j makes itself. */
async function indexes(): Promise<unknown[]> {
  const shown = await rows(`SHOW INDEXES YIELD name, type, state, owningConstraint
    WHERE type <> 'LOOKUP' AND owningConstraint IS NULL AND state = 'ONLINE' RETURN name ORDER BY name`)
  return shown.map(({ name }) => name)
}

/** A digest of all that is said, but for when and by which revision it was recorded. */
async function graph(): Promise<string> {
  const digest = createHash('sha256')
  const entities = 'MATCH (e:Entity) RETURN e { .*, revision: null, recordedAt: null } AS row ORDER BY e.id'
  const statements =
    'MATCH (a)-[r]->(b) RETURN [a.id, type(r), b.id, r { .*, id: null, revision: null, recordedAt: null }] AS row ORDER BY r.key'
  for (const text of [entities, statements])
    for await (const { row } of database.stream({ text, parameters: {} })) digest.update(JSON.stringify(row))
  return digest.digest('hex')
}

test('A large load that is killed on its way and resumed ends with the graph of one that was not', async () => {
  expect(await load().ended).toMatchObject({ code: 0, said: expect.stringContaining('Revision 2: ') })
  const whole = await graph()
  const [{ parts }] = (await rows('MATCH (r:Revision) RETURN count(r) AS parts')) as [{ parts: number }]
  expect(parts).toBe(2)
  const built = await indexes()
  await empty()
  for (const name of built) await rows(`DROP INDEX ${name}`)

  const { child, ended } = load()
  child.stderr!.on('data', text => /Wrote 20000 of/.test(text) && child.kill('SIGKILL'))
  expect((await ended).code).toBeNull()
  const [{ written }] = (await rows('MATCH (r:Revision) RETURN count(r) AS written')) as [{ written: number }]
  expect(written).toBeGreaterThanOrEqual(1)
  expect(written).toBeLessThan(parts)
  expect(await graph()).not.toBe(whole)
  // They are built over the whole graph, so there are none yet.
  expect(await indexes()).toEqual([])

  expect(await load('--resume').ended).toMatchObject({ code: 0 })
  expect(await graph()).toBe(whole)
  expect(await indexes()).toEqual(built)
  expect(await rows('MATCH (r:Revision) RETURN r.number AS number, r.part AS part ORDER BY number')).toEqual(
    Array.from({ length: parts }, (_, index) => ({ number: index + 1, part: index + 1 })),
  )
  expect(await load('--dry-run').ended).toMatchObject({ code: 0, said: expect.stringContaining('Nothing changed; ') })
}, 300_000)

test('A large load into an embedded Neo4j that was never started is an import, as one revision', async () => {
  const environment = { ...embeddedEnvironment(), PACTA_HOME: path.join(folder, 'new') }
  const { code, said } = await loadWith(environment).ended
  expect(said).toMatch(new RegExp(`Importing ${themes} entities and ${themes - 1} statements.*Revision 1: `, 's'))
  expect(code).toBe(0)
  expect(await loadWith(environment, '--bulk', '--no-bulk').ended).toEqual({
    ...{ code: 2, said: '--bulk and --no-bulk exclude each other.\n' },
  })
}, 240_000)
