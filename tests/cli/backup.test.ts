import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Database } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src/database/open.ts'
import { Editor } from '../../src/edit/editor.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { embeddedEnvironment } from '../setup/embeddedEnvironment.ts'
import { seedFolder } from '../setup/seedFolder.ts'

// A service of its own with an embedded Neo4j, whose folder is deleted.
const root = path.join(import.meta.dirname, '../..')
const ontology = readOntology()
const { JAVA_HOME: javaHome = '' } = process.env
let folder: string
let opened: OpenDatabase | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-lost-'))
})
afterAll(async () => {
  await opened?.close()
  await rm(folder, { recursive: true })
})

async function open(name: string): Promise<Database> {
  const settings = { heapMegabytes: 300, pageCacheMegabytes: 32, onProgress: () => {}, ...(javaHome && { javaHome }) }
  opened = await openDatabase({ home: path.join(folder, name), ...settings })
  return opened.database
}

async function close(): Promise<void> {
  await opened?.close()
  opened = undefined
}

function pacta(home: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...embeddedEnvironment(), PACTA_HOME: path.join(folder, home) }
  return new Promise(resolve => {
    execFile(process.execPath, ['dist/cli/main.js', ...args], { cwd: root, env }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, said: out + error }),
    )
  })
}

/** All that a database holds, its past and its books with it. */
async function contentOf(database: Database): Promise<unknown[]> {
  const rows = (text: string) => database.administer({ text, parameters: {} })
  return [
    await rows('MATCH (n) RETURN labels(n) AS labels, properties(n) AS n ORDER BY labels, n.id, n.number, n.revision'),
    await rows('MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS r ORDER BY r.id'),
    await rows('SHOW INDEXES YIELD name, type, state RETURN name, type, state ORDER BY name'),
  ]
}

test('A store that is lost whole comes back from its backup, and lives on', async () => {
  const database = await open('lost')
  await migrate(database, ontology)
  await loadSeed(database, ontology, { paths: [seedFolder], dataset: 'seed' })
  const correction = { institution: { id: 'institution/europol', acronym: 'EUROPOL' } }
  await new Editor(ontology, database).edit({
    ...{ reason: 'CORRECTION', caller: 'tests', author: 'A tester' },
    operations: [{ kind: 'correctEntity', at: 'input[0]', value: correction }],
  })
  const before = await contentOf(database)
  await close()

  const file = path.join(folder, 'pacta.backup')
  expect(await pacta('lost', 'backup', file)).toMatchObject({ code: 0 })
  await rm(path.join(folder, 'lost'), { recursive: true })
  expect(await readdir(folder)).toEqual(['pacta.backup'])

  expect(await pacta('new', 'restore', file)).toMatchObject({ code: 0, said: expect.stringContaining('Restored ') })
  const restored = await open('new')
  expect(await contentOf(restored)).toEqual(before)
  expect(await loadSeed(restored, ontology, { paths: [seedFolder], dataset: 'seed' })).toMatchObject({
    unchanged: true,
    revision: 2,
  })
  await new Editor(ontology, restored).edit({
    ...{ reason: 'CORRECTION', caller: 'tests' },
    operations: [{ kind: 'correctEntity', at: 'input[0]', value: { institution: { id: 'institution/europol', acronym: null } } }],
  })
  expect(await restored.read({ text: 'MATCH (r:Revision) RETURN max(r.number) AS last', parameters: {} })).toEqual([{ last: 3 }])
}, 300_000)
