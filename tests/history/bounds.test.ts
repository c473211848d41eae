import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { emptyDatabase } from '../setup/database.ts'
import { entity, revise, statement } from '../setup/revise.ts'
import { openApi, type SeededApi } from '../setup/seededApi.ts'

// Answers that hold only a part of what there is: the same part is given again, whatever has come to it since.
const few = Array.from({ length: 130 }, (_, index) => String(index).padStart(3, '0'))
const commitment = (id: string, label: string) =>
  entity('Commitment', id, label, { text: label, verbAsWritten: 'do', strength: 'PLEDGE', verifiable: true })
let api: SeededApi
let at: string

/** Two institutions that handle the same commitments: a hub, and so many equally short paths. */
function between(prefix: string): Parameters<typeof revise>[1] {
  const ids = few.map(number => `commitment/${prefix}-${number}`)
  return {
    nodesAdded: ids.map((id, index) => commitment(id, `Exchange of ${index % 2 ? 'data' : 'data on passengers'}`)),
    statementsAdded: ids.flatMap(id => [
      statement('HANDLES', 'institution/one', id, { role: 'LEAD' }),
      statement('HANDLES', 'institution/other', id, { role: 'LEAD' }),
    ]),
  }
}

const questions: Readonly<Record<string, string>> = {
  search: `query ($asOf: AsOf) { search(query: "exchange data", first: 20, asOf: $asOf) { totalCount pageInfo { endCursor } edges { score cursor node { id } } } }`,
  prefix: `query ($asOf: AsOf) { search(query: "exch", lang: EN, first: 20, asOf: $asOf) { edges { score cursor node { id } } } }`,
  neighbourhood: `query ($asOf: AsOf) { neighbourhood(id: "institution/one", limit: 500, asOf: $asOf) { nodes { id } relationships { id } } }`,
  'a small neighbourhood': `query ($asOf: AsOf) { neighbourhood(id: "institution/one", depth: 2, limit: 20, asOf: $asOf) { nodes { id } relationships { id } } }`,
  'one path': `query ($asOf: AsOf) { paths(from: "institution/one", to: "institution/other", first: 1, asOf: $asOf) { nodes { id } relationships { id } } }`,
  paths: `query ($asOf: AsOf) { paths(from: "institution/one", to: "institution/other", first: 20, asOf: $asOf) { nodes { id } relationships { id } } }`,
}
const then = new Map<string, string>()

beforeAll(async () => {
  api = openApi(await emptyDatabase())
  const bodies = ['one', 'other'].map(name => entity('Institution', `institution/${name}`, name, { kind: 'AGENCY' }))
  const first = between('m')
  at = (await revise(api.database, { ...first, nodesAdded: [...bodies, ...first.nodesAdded!] })).at
  for (const [name, query] of Object.entries(questions)) then.set(name, (await api.askPrepared(query, { asOf: {} }))!)
  // Of what comes later some stands before, some after what was there, and all of it matches the words that are searched for.
  for (const prefix of ['a', 'z']) await revise(api.database, between(prefix))
  const [gone] = first.nodesAdded!
  await revise(api.database, { nodesChanged: [commitment(gone!.id, 'Exchange of data')] })
}, 120_000)
afterAll(() => api.close())

describe('what was given then is given again byte for byte, and something else now', () => {
  test.each(Object.keys(questions))('%s', async name => {
    expect(await api.askPrepared(questions[name]!, { asOf: { knownAt: at } })).toBe(then.get(name))
    expect(await api.askPrepared(questions[name]!, { asOf: {} })).not.toBe(then.get(name))
  })
})

test('The hundred neighbours of a node that are given are the first by id', async () => {
  const { data } = JSON.parse(then.get('neighbourhood')!)
  const ids = data.neighbourhood.nodes.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(['institution/one', ...few.slice(0, 100).map(number => `commitment/m-${number}`)])
})

test('Equally short paths are given by the ids of their nodes', async () => {
  const through = (name: string) =>
    JSON.parse(then.get(name)!).data.paths.map((path: { nodes: { id: string }[] }) => path.nodes[1]!.id)
  expect(through('paths')).toEqual(few.slice(0, 20).map(number => `commitment/m-${number}`))
  expect(through('one path')).toEqual(['commitment/m-000'])
})

test('One path and several can be asked for in one operation', async () => {
  const query = `{ one: paths(from: "institution/one", to: "institution/other", first: 1) { length }
    several: paths(from: "institution/one", to: "institution/other", first: 2) { length } }`
  expect(await api.data(query)).toEqual({ one: [{ length: 2 }], several: [{ length: 2 }, { length: 2 }] })
  expect(JSON.parse((await api.askPrepared(query, {}))!).data).toEqual(await api.data(query))
})

test('All that match are hits, those whose shortest name is nearest to the words first, and pages follow one another', async () => {
  const page = `query ($after: String, $asOf: AsOf) { search(query: "exchange data", first: 200, after: $after, asOf: $asOf) {
    totalCount pageInfo { endCursor hasNextPage } edges { score node { id label } } } }`
  interface Page {
    readonly totalCount: number
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }
    readonly edges: readonly { readonly score: number; readonly node: { readonly id: string; readonly label: string } }[]
  }
  const { search: first } = await api.data<{ search: Page }>(page, {})
  const { search: second } = await api.data<{ search: Page }>(page, { after: first.pageInfo.endCursor })
  const edges = [...first.edges, ...second.edges]
  expect([first.totalCount, edges.length, second.pageInfo.hasNextPage]).toEqual([390, 390, false])
  const sorted = [...edges].sort((a, b) => b.score - a.score || (a.node.id < b.node.id ? -1 : 1))
  expect(edges).toEqual(sorted)
  const scores = (label: string) => new Set(edges.filter(({ node }) => node.label === label).map(({ score }) => score))
  // 20 for names that hold the words, and for their length 39 × 13 / (13 + 16) and 39 × 13 / (13 + 30).
  expect([scores('Exchange of data'), scores('Exchange of data on passengers')]).toEqual([new Set([37]), new Set([31])])
})
