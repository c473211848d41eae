import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createApiKey, findApiKey } from '../../src/database/apiKeys.ts'
import { backUp } from '../../src/database/backup/backUp.ts'
import { restore } from '../../src/database/backup/restore.ts'
import type { Database } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'

const address = { uri: process.env['PACTA_TEST_URI']!, username: 'neo4j', password: process.env['PACTA_TEST_PASSWORD']! }
const ontology = readOntology()
let database: Database
let folder: string
let file: string
let keyId: string

// Two revisions, so that there are past versions; a key; and one value of each kind that a property can hold.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-backup-'))
  file = path.join(folder, 'pacta.backup')
  database = await emptyDatabase()
  for (const [label, role] of [
    ['First', 'LEAD'],
    ['Second', 'SUPPORT'],
  ])
    await load(label!, role!)
  keyId = (await createApiKey(database, { name: 'Kept', scope: 'read' })).key.id
  await database.administer({
    text: `CREATE (:Odd { whole: 9007199254740993, float: 1.0, tiny: -0.0, huge: 1e300, yes: true, words: ['é', '"', '\\u2028'], none: [],
      day: date('2018-06-11'), old: date('-0044-03-15'), instant: datetime('2018-06-11T10:00:00.123456789Z'),
      offset: datetime('2018-06-11T10:00:00+02:00'), zone: datetime('2018-06-11T10:00:00+02:00[Europe/Paris]') })`,
    parameters: {},
  })
}, 240_000)
afterAll(async () => {
  await clear()
  await migrate(database, ontology)
  await database.close()
  await rm(folder, { recursive: true })
})

test('a database that is lost is restored from its backup, with its past, its keys and the kind of every value', async () => {
  const before = await readState()
  const made = await backUp(address, file)
  expect(made.nodes).toBe(Number(before.nodes))
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await clear()
  expect((await readState()).nodes).toBe(0)

  expect(await restore(address, file)).toEqual(made)
  await migrate(database, ontology)
  expect(await readState()).toEqual(before)
  expect(await findApiKey(database, keyId)).toMatchObject({ name: 'Kept', scope: 'read' })
  const again = await backUp(address, path.join(folder, 'again.backup'))
  expect(again.contentHash).toBe(made.contentHash)

  // And it lives on: the next load finds what it left, and makes the next revision.
  expect((await load('Third', 'SUPPORT')).revision).toBe(3)
  const changed = await backUp(address, path.join(folder, 'changed.backup'))
  expect(changed.contentHash).not.toBe(made.contentHash)
}, 240_000)

test('a file that is there is never overwritten, and a database that is not empty never restored into', async () => {
  const before = await readFile(file)
  await expect(backUp(address, file)).rejects.toThrow('is there already; name a new file.')
  expect(await readFile(file)).toEqual(before)
  const state = await readState()
  await expect(restore(address, file)).rejects.toThrow(
    'The database is not empty; an archive is restored into an empty one only.',
  )
  expect(await readState()).toEqual(state)
})

describe('an archive is refused before anything is written', () => {
  beforeAll(clear)

  test.each<[string, (whole: Buffer) => Buffer, RegExp]>([
    ['that was cut off in its middle', whole => whole.subarray(0, whole.length / 2), /damaged or cut off/],
    ['that lost its last byte', whole => whole.subarray(0, -1), /damaged or cut off/],
    ['whose lines were cut off', edit(lines => lines.slice(0, -1)), /has no manifest at its end: it was cut off/],
    ['that lost a line', edit(lines => lines.toSpliced(3, 1)), /is not as it was written/],
    [
      'in which a value was changed',
      edit(lines => lines.map(line => line.replace('"Second"', '"Sekond"'))),
      /is not as it was written/,
    ],
    ['with something after its end', edit(lines => [...lines, '{"n":[["A"],{}]}']), /Something follows its manifest/],
    ['that is another file', () => gzipSync('hello\n'), /does not begin as an archive/],
    ['that is not compressed', () => Buffer.from('{"archive":"pacta","version":1}\n'), /damaged or cut off/],
    ['that is empty', () => Buffer.alloc(0), /cut off/],
  ])('%s', async (_name, damage, message) => {
    const damaged = path.join(folder, 'damaged.backup')
    await writeFile(damaged, damage(await readFile(file)))
    await expect(restore(address, damaged)).rejects.toThrow(message)
    expect((await readState()).nodes).toBe(0)
  })

  test('that is not there', async () => {
    await expect(restore(address, path.join(folder, 'none'))).rejects.toThrow(/^There is no file/)
  })
})

test('a restoration that was cut off is known by its mark: nothing answers from it, and it begins anew', async () => {
  await clear()
  await database.administer({
    text: "CREATE (:Restoration { id: 'restoration' }), (:Entity { id: 'half/there' })",
    parameters: {},
  })
  await expect(migrate(database, ontology)).rejects.toThrow('A restoration into this database was cut off')
  await restore(address, file)
  await migrate(database, ontology)
  const [row] = await database.read({
    text: "MATCH (n) WHERE n:Restoration OR n.id = 'half/there' RETURN count(n) AS left",
    parameters: {},
  })
  expect(row).toEqual({ left: 0 })
})

async function load(label: string, role: string) {
  const source = path.join(folder, 'seed.yaml')
  await writeFile(
    source,
    `institutions:\n  - id: institution/a\n    label: { en: ${label} }\n    kind: FORUM\n    partOf:\n      - node: institution/b\n        basis: CURATED\n        source: https://example.org/${role}\n  - id: institution/b\n    label: { en: Other }\n    kind: FORUM\n`,
  )
  return loadSeed(database, ontology, { paths: [source], dataset: 'example' })
}

async function clear(): Promise<void> {
  await database.administer({ text: 'MATCH (n) DETACH DELETE n', parameters: {} })
}

/** Counts by label and type, and all that can be said of the properties with their types. */
async function readState(): Promise<{ nodes?: unknown } & Record<string, unknown>> {
  const [row] = await database.read({
    text: `CALL () { MATCH (n) RETURN count(n) AS nodes }
      CALL () { MATCH (n) UNWIND labels(n) AS label WITH label, count(*) AS times ORDER BY label RETURN collect([label, times]) AS labels }
      CALL () { MATCH ()-[r]->() WITH type(r) AS type, count(*) AS times ORDER BY type RETURN collect([type, times]) AS types }
      CALL () { MATCH (n) UNWIND keys(n) AS name
        WITH labels(n) AS of, name, valueType(n[name]) AS kind, toStringList([] + n[name]) AS value ORDER BY of, name, value
        RETURN collect([of, name, kind, value]) AS properties }
      CALL () { MATCH ()-[r]->() UNWIND keys(r) AS name
        WITH type(r) AS of, name, valueType(r[name]) AS kind, toStringList([] + r[name]) AS value ORDER BY of, name, value
        RETURN collect([of, name, kind, value]) AS statements }
      RETURN nodes, labels, types, properties, statements`,
    parameters: {},
  })
  return row!
}

/** Changes the lines of an archive, and compresses them again. */
function edit(change: (lines: string[]) => string[]): (whole: Buffer) => Buffer {
  return whole => {
    const lines = gunzipSync(whole).toString('utf8').trimEnd().split('\n')
    return gzipSync(`${change(lines).join('\n')}\n`)
  }
}
