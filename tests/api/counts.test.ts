import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi([path.join(import.meta.dirname, '../ingest/cases/a-valid-set-has-no-problems')])
})
afterAll(() => api.close())

test.each([
  ['search(query: "europol"', 3],
  ['search(query: "europol", asOf: { knownAt: "2100-01-01T00:00:00Z" }', 3],
  ['disputes(first: 10', 0],
  ['disputes(first: 10, asOf: { knownAt: "2100-01-01T00:00:00Z" }', 0],
  ['gaps(kind: NO_EVIDENCE', 0],
])('%s) gives its rows, their count and the page together', async (field, count) => {
  const query = `{ found: ${field}) { totalCount edges { node { __typename } } pageInfo { hasNextPage } } }`
  const { found } = await api.data<{ found: { totalCount: number; edges: object[]; pageInfo: object } }>(query)
  expect(found).toMatchObject({ totalCount: count, edges: { length: count }, pageInfo: { hasNextPage: false } })
  expect(JSON.parse((await api.askPrepared(query))!)).toEqual({ data: { found } })
})
