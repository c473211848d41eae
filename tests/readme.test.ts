import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readQuestion } from '../src/explorer/query/readQuestion.ts'
import { openSeededApi, type SeededApi } from './setup/seededApi.ts'

// Each query of README.md is followed by its answer; a reader who runs it gets exactly that.
const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8')
const pairs = [...readme.matchAll(/^```graphql\n(.*?)^```\n+```json\n(.*?)^```$/gms)].map(([, query = '', answer = '']) => ({
  line: firstLine(query),
  query,
  answer,
}))
let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
})
afterAll(() => api.close())

test('README.md has at least three queries, each followed by its answer', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(3)
  expect(pairs).toHaveLength(readme.match(/^```graphql$/gm)?.length ?? 0)
})

test.each(pairs)('the query at line $line of README.md has the answer that follows it', async ({ query, answer }) => {
  const { data, errors } = await api.ask(query)
  expect(errors).toBeUndefined()
  expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(answer))
})

test('every query of README.md stands word for word, with the question before it, among the ready questions of the query page', () => {
  const folder = path.join(import.meta.dirname, '../src/explorer/query/questions')
  const ready = readdirSync(folder).map(name => readQuestion(readFileSync(path.join(folder, name), 'utf8')))
  const asked = ready.map(({ title, query }) => ({ title, query: query.slice(query.indexOf('\n') + 1) }))
  for (const { query } of pairs) expect(asked.map(question => question.query)).toContain(query)
  for (const { title } of asked.filter(({ query }) => pairs.slice(0, 3).some(pair => pair.query === query)))
    expect(readme).toContain(`\n${title}\n`)
})

test('ARCHITECTURE.md walks through a case as it is', () => {
  const folder = path.join(import.meta.dirname, 'api/cases/the-mandate-of-an-agency-depends-on-the-date')
  const walk = readFileSync(path.join(import.meta.dirname, '../ARCHITECTURE.md'), 'utf8')
  const [query, cypher, answer] = ['graphql', 'cypher', 'json'].map(
    language => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(walk)?.[1] ?? `There is no ${language}.`,
  ) as [string, string, string]
  expect(readFileSync(path.join(folder, 'query.graphql'), 'utf8')).toContain(query)
  expect(readFileSync(path.join(folder, 'expected.cypher'), 'utf8')).toContain(cypher)
  expect(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')).then).toEqual(JSON.parse(answer))
})

function firstLine(query: string): number {
  return readme.slice(0, readme.indexOf(query)).split('\n').length
}
