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

type Ask = (first: number, after?: string) => Promise<Page>

async function ask(filter: object, first: number, after?: string): Promise<Page> {
  const query = `query ($filter: RelationshipFilter, $first: Int, $after: String) {
    relationships(filter: $filter, first: $first, after: $after) { totalCount edges { cursor node { id type from { id } to { id } } } } }`
  return (await api.data<{ relationships: Page }>(query, { filter, first, after: after ?? null })).relationships
}

/** All rows, read in pages of this size. */
async function readAll(page: Ask, size: number): Promise<Relationship[]> {
  const rows: Relationship[] = []
  for (let after: string | undefined; ; ) {
    const { totalCount, edges } = await page(size, after)
    rows.push(...edges.map(({ node }) => node))
    if (rows.length >= totalCount || edges.length === 0) return rows
    after = edges.at(-1)!.cursor
  }
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
  for (const size of [1, 3, 7])
    expect(await readAll((first, after) => ask(filter, first, after), size)).toEqual(whole.edges.map(({ node }) => node))
})

test.each([
  ['an institution, where very many may meet at both of its ends', 'institution', 'institution/europol'],
  ['a theme', 'theme', 'theme/information-exchange'],
  ['a commitment, where few meet', 'commitment', 'commitment/fr-be-2018-06-11/01a'],
  ['a document, which other documents and passages are tied to', 'document', 'document/fr-be-2018-06-11'],
])('all relationships of %s: pages of any size give each once, by type, other end and id', async (_, field, id) => {
  const pageOf =
    (lookup: string): Ask =>
    async (first, after) => {
      const query = `query ($id: ID!, $first: Int, $after: String) { found: ${lookup}(id: $id) { relationships(first: $first, after: $after) {
        totalCount edges { cursor node { id type from { id } to { id } } } } } }`
      return (await api.data<{ found: { relationships: Page } }>(query, { id, first, after: after ?? null })).found.relationships
    }
  const rows = await readAll(pageOf('entity'), 100)
  const keys = rows.map(({ id: own, type, from, to }) => [type, from.id === id ? to.id : from.id, own].join('\n'))
  expect(keys).toEqual([...new Set(keys)].sort())
  const [out, into] = await Promise.all([ask({ from: id }, 1), ask({ to: id }, 1)])
  expect(rows.length).toBe(out.totalCount + into.totalCount)
  for (const lookup of ['entity', field]) expect(await readAll(pageOf(lookup), Math.ceil(rows.length / 9))).toEqual(rows)
})

test('a relationship that cannot lead there is not found, and is no error', async () => {
  expect(await ask({ from: 'theme/information-exchange', types: ['SIGNED'] }, 5)).toEqual({ totalCount: 0, edges: [] })
  const query =
    '{ theme(id: "theme/information-exchange") { relationships(types: [SIGNED]) { totalCount edges { node { id } } } } }'
  expect(await api.data(query)).toEqual({ theme: { relationships: { totalCount: 0, edges: [] } } })
})
