import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Database } from '../../src/database/connect.ts'
import type { Perspective } from '../../src/derive/bloom/shape.ts'
import { findFaults } from '../derive/bloom/findFaults.ts'
import { seedGraph } from '../setup/seedGraph.ts'

const root = path.join(import.meta.dirname, '../..')
let database: Database
let folder: string

beforeAll(async () => {
  database = await seedGraph()
  await database.administer({ text: 'CREATE (:Movie { title: "Stalker" })-[:SHOWN_IN]->(:Cinema)', parameters: {} })
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-bloom-'))
}, 240_000)
afterAll(async () => {
  await database?.administer({ text: 'MATCH (n:Movie|Cinema) DETACH DELETE n', parameters: {} })
  await database?.close()
  await rm(folder, { recursive: true, force: true })
})

test('writes each perspective for the database that the settings name, with what else it holds listed and hidden', async () => {
  const { status, stdout } = bloom('--out', folder, '--lang', 'FR')
  expect(status).toBe(0)
  const names = (await readdir(folder)).sort()
  expect(names).toEqual((await readdir(path.join(root, 'schema/bloom'))).sort())
  expect(stdout.trim().split('\n').sort()).toEqual(names.map(name => path.join(folder, name)))
  for (const name of names) {
    const file = await read(path.join(folder, name))
    const derived = await read(path.join(root, 'schema/bloom', name))
    expect(findFaults(file)).toEqual([])
    expect(file.id).not.toBe(derived.id)
    expect(file.templates.map(({ cypher }) => cypher)).toEqual(derived.templates.map(({ cypher }) => cypher))
    expect(Object.keys(file.labels)).toEqual(expect.arrayContaining(['Movie', 'Cinema', 'Institution']))
    expect(file.hiddenRelationshipTypes).toContain('SHOWN_IN')
    expect(file.categories.map(({ name: category }) => category)).not.toContain('Movie')
  }
  expect((await read(path.join(folder, 'legal-basis.json'))).name).toBe('Pacta : base juridique')
}, 120_000)

test('refuses a language that it does not speak, and writes nothing', async () => {
  const elsewhere = path.join(folder, 'none')
  const { status, stderr } = bloom('--out', elsewhere, '--lang', 'DE')
  expect(status).toBe(2)
  expect(stderr).toContain('--lang takes FR, EN, NL, not "DE".')
  await expect(readdir(elsewhere)).rejects.toThrow('ENOENT')
})

function bloom(...args: string[]) {
  const { PATH = '', HOME = '', PACTA_TEST_URI: NEO4J_URI = '', PACTA_TEST_PASSWORD: NEO4J_PASSWORD = '' } = process.env
  const env = { PATH, HOME, NEO4J_URI, NEO4J_PASSWORD }
  return spawnSync(process.execPath, ['dist/cli/main.js', 'bloom', ...args], { cwd: root, env, encoding: 'utf8' })
}

async function read(file: string): Promise<Perspective> {
  return JSON.parse(await readFile(file, 'utf8')) as Perspective
}
