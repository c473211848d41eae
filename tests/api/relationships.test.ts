import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

// Relationships given flat: those from a node or to one come page by page, each once, by type, other end and id.

let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
})
afterAll(() => api.close())

interface Page {
  readonly totalCount: number
  readonly edges: readonly { readonly cursor: string; readonly node: Relationship }[]
}
interface Relationship {
  readonly id: string
  readonly type: string
  readonly from: { readonly id: string }
  readonly to: { readonly id: string }
}

async function ask(filter: object, first: number, after?: string): Promise<Page> {
  const query = `query ($filter: RelationshipFilter, $first: Int, $after: String) {
    relationships(filter: $filter, first: $first, after: $after) { totalCount edges { cursor node { id type from { id } to { id } } } } }`
  return (await api.data<{ relationships: Page }>(query, { filter, first, after: after ?? null })).relationships
}

test.each([
  ['from an institution, of which very many commitments may be handled', { from: 'institution/europol' }, 'to'],
  ['to a theme', { to: 'theme/information-exchange' }, 'from'],
  ['to an institution, of types that meet in crowds there and of others', { to: 'institution/europol' }, 'from'],
  ['from a document', { from: 'document/fr-be-2018-06-11' }, 'to'],
  ['of one type', { from: 'institution/europol', types: ['HANDLES'] }, 'to'],
  ['of a type that never crowds', { to: 'institution/europol', types: ['GOVERNS'] }, 'from'],
] as const)('%s: pages of any size give the same rows', async (_, filter, far) => {
  const whole = await ask(filter, 500)
  expect(whole.edges.length).toBe(whole.totalCount)
  expect(whole.totalCount).toBeGreaterThan(0)
  const keys = whole.edges.map(({ node }) => [node.type, node[far].id, node.id].join('\n'))
  expect(keys).toEqual([...new Set(keys)].sort())
  for (const size of [1, 3, 7]) {
    const found: string[] = []
    let after: string | undefined
    for (let left = whole.totalCount; left > 0; left -= size) {
      const { edges } = await ask(filter, size, after)
      found.push(...edges.map(({ node }) => node.id))
      after = edges.at(-1)!.cursor
    }
    expect(found).toEqual(whole.edges.map(({ node }) => node.id))
  }
})

test.each([
  ['an institution, where very many may meet at both of its ends', 'institution/europol'],
  ['a theme', 'theme/information-exchange'],
  ['a document, which other documents and passages are tied to', 'document/fr-be-2018-06-11'],
])('All relationships of %s: pages of any size give each once, by type, other end and id', async (_, id) => {
  const query = `query ($id: ID!, $first: Int, $after: String) { entity(id: $id) { relationships(first: $first, after: $after) {
    totalCount edges { cursor node { id type from { id } to { id } } } } } }`
  const page = async (first: number, after?: string) =>
    (await api.data<{ entity: { relationships: Page } }>(query, { id, first, after: after ?? null })).entity.relationships
  const rows: Relationship[] = []
  const { totalCount } = await page(1)
  for (let after: string | undefined; rows.length < totalCount; ) {
    const { edges } = await page(100, after)
    rows.push(...edges.map(({ node }) => node))
    after = edges.at(-1)!.cursor
  }
  const keys = rows.map(({ id: own, type, from, to }) => [type, from.id === id ? to.id : from.id, own].join('\n'))
  expect(keys).toEqual([...new Set(keys)].sort())
  const [out, into] = await Promise.all([ask({ from: id }, 1), ask({ to: id }, 1)])
  expect(rows.length).toBe(out.totalCount + into.totalCount)
  const size = Math.ceil(totalCount / 9)
  const found: string[] = []
  for (let after: string | undefined; found.length < totalCount; ) {
    const { edges } = await page(size, after)
    found.push(...edges.map(({ node }) => node.id))
    after = edges.at(-1)!.cursor
  }
  expect(found).toEqual(rows.map(row => row.id))
})
