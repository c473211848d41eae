import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { validate } from '../../src/ingest/load.ts'
import { SeedError } from '../../src/ingest/problem.ts'
import { readSeed } from '../../src/ingest/readSeed.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

const ontology = readOntology()
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-seed-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a path that leads nowhere and a folder without YAML are problems', async () => {
  const missing = path.join(folder, 'missing.yaml')
  expect(await problemsOf(missing)).toEqual([`${missing}:1:1: There is no such file or folder.`])
  expect(await problemsOf(folder)).toEqual([
    `${folder}:1:1: The folder holds no file that ends in .yaml, .yml, .ndjson or .jsonl.`,
  ])
})

test('a file that is nested beyond reason is a problem, not a crash', async () => {
  const file = await write('deep.yaml', `themes: ${'['.repeat(100_000)}`)
  expect((await problemsOf(file)).length).toBeGreaterThan(0)
})

test('only the first hundred problems are shown, and all are kept', async () => {
  const file = await write('many.yaml', Array.from({ length: 150 }, (_, n) => `unknown${n}: []\n`).join(''))
  const error = (await validate(ontology, [file]).catch((problem: unknown) => problem)) as SeedError
  expect(error).toBeInstanceOf(SeedError)
  expect(error.problems).toHaveLength(150)
  expect(error.message.split('\n')).toHaveLength(101)
  expect(error.message).toMatch(/\n… and 50 more problems\.$/)
})

test('a file given twice is read once', async () => {
  const file = await write('themes.yaml', 'themes:\n  - { id: theme/a, label: { en: A } }\n')
  expect((await readSeed(ontology, [file, folder])).records).toHaveLength(1)
})

test('a link does not lead a stored copy out of the folder', async () => {
  await symlink('/etc/hostname', path.join(folder, 'copy.txt'))
  const record = '{ id: document/a, label: { en: A }, kind: REPORT, language: EN, file: copy.txt }'
  const file = await write('documents.yaml', `documents:\n  - ${record}\n`)
  expect(await problemsOf(file)).toEqual([`${file}:2:75: \`copy.txt\` leads out of the seed's folder: a stored copy lies in it.`])
})

test('a stored copy may lie in the root of the seed, beside the folder of its record', async () => {
  await write('copy.txt', 'Words.')
  const file = await write(
    'documents.yaml',
    'documents:\n  - { id: document/a, label: { en: A }, kind: REPORT, language: EN, file: copy.txt }\n',
  )
  const { records, problems } = await readSeed(ontology, [file], folder)
  expect(problems).toEqual([])
  expect(records[0]?.derived.get('text')).toBe('Words.')
})

async function write(name: string, text: string): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, text)
  return file
}

async function problemsOf(given: string): Promise<string[]> {
  try {
    await validate(ontology, [given])
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}
