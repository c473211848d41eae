import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

// Each folder is a question to the seeded graph: the Cypher it becomes and its answer. UPDATE=1 writes both, for review.
const cases = path.join(import.meta.dirname, 'cases')
let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
})
afterAll(() => api.close())

test.each(readdirSync(cases))('%s', async name => {
  const folder = path.join(cases, name)
  const query = await readFile(path.join(folder, 'query.graphql'), 'utf8')
  const variables = JSON.parse(await readFile(path.join(folder, 'variables.json'), 'utf8').catch(() => '{}'))
  const { data, errors } = await api.ask(query, variables)
  const answer = `${JSON.stringify(errors ? { data, errors } : data, null, 2)}\n`
  const cypher = api.ran.map(({ text }) => `${text}\n`).join('\n')
  await compare(path.join(folder, 'expected.cypher'), cypher)
  await compare(path.join(folder, 'expected.json'), answer)
  // The short way of known operations gives the very bytes that graphql-js would, from one statement for all root fields.
  if (!errors) {
    expect(await api.askPrepared(query, variables)).toBe(`${JSON.stringify({ data })}\n`)
    expect(api.ran).toHaveLength(1)
    await askTogether(query, variables, `${JSON.stringify({ data })}\n`)
  }
})

/** Those that come together may share a statement; if that failed, each of them would run again, and there would be more. */
async function askTogether(query: string, variables: Record<string, unknown>, answer: string): Promise<void> {
  const answers = await api.askTogether(query, Array(8).fill(variables))
  expect(new Set(answers)).toEqual(new Set([answer]))
  expect(api.ran.length).toBeLessThanOrEqual(8)
}

async function compare(file: string, found: string): Promise<void> {
  if (process.env['UPDATE']) await writeFile(file, found)
  expect(found).toBe(await readFile(file, 'utf8'))
}
