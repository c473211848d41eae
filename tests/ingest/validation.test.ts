import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { validate } from '../../src/ingest/load.ts'
import { SeedError } from '../../src/ingest/problem.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

// Each folder is a set of seed files and the problems found in it; UPDATE=1 writes what is found now, for review.
const cases = path.join(import.meta.dirname, 'cases')
const ontology = readOntology()
const { UPDATE: update } = process.env

test.each(readdirSync(cases))('%s', async name => {
  const folder = path.join(cases, name)
  const found = await describeProblems(folder)
  const expected = path.join(folder, 'expected.txt')
  if (update) await writeFile(expected, found)
  expect(found).toBe(await readFile(expected, 'utf8'))
})

async function describeProblems(folder: string): Promise<string> {
  try {
    await validate(ontology, [folder])
    return 'No problems.\n'
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
    return `${error.message.replaceAll(folder + path.sep, '')}\n`
  }
}
