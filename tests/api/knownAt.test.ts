import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { askedAt } from '../setup/askedAt.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

const cases = path.join(import.meta.dirname, 'cases')
let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
}, 180_000)
afterAll(() => api.close())

test.each(readdirSync(cases))('Asked at the present instant, the answer is that of the present: %s', async name => {
  const folder = path.join(cases, name)
  const query = await readFile(path.join(folder, 'query.graphql'), 'utf8')
  const variables = JSON.parse(await readFile(path.join(folder, 'variables.json'), 'utf8').catch(() => '{}'))
  const then = askedAt(query, new Date().toISOString())
  expect(then).toContain('knownAt')
  const [present, past] = [await api.ask(query, variables), await api.ask(then, variables)]
  expect(past.errors).toBeUndefined()
  expect(JSON.stringify(past.data)).toBe(JSON.stringify(present.data))
  expect(await api.askPrepared(then, variables)).toBe(`${JSON.stringify({ data: past.data })}\n`)
})
