import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
})
afterAll(() => api.close())

interface Handlings {
  readonly totalCount: number
  readonly edges: readonly { readonly node: { readonly id: string } }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

// Of the present, indexes give the rows in their order as far as a page needs; of an instant, all are read and then ordered.
test.each([
  [''],
  ['institution: "institution/europol"'],
  ['theme: "theme/terrorism"'],
  ['instrument: "instrument/32016L0681"'],
  ['theme: "theme/terrorism", instrument: "instrument/32016L0681"'],
  ['theme: "theme/terrorism", institution: "institution/europol"'],
  ['instrument: "instrument/32017L0541", institution: "institution/be-pf"'],
  ['theme: "theme/police-cooperation", instrument: "instrument/32023L0977", institution: "institution/be-ocam"'],
])('whoHandles(%s) has the same rows in pages, at once, and as of an instant', async given => {
  const ask = async (page: string) => {
    const query = `{ whoHandles(${given} ${page}) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`
    return (await api.data<{ whoHandles: Handlings }>(query)).whoHandles
  }
  const whole = await ask('first: 500')
  const ids = whole.edges.map(({ node }) => node.id)
  expect(ids.length).toBeGreaterThan(0)
  expect(whole.totalCount).toBe(ids.length)
  const then = await ask('first: 500, asOf: { knownAt: "2100-01-01T00:00:00Z" }')
  expect(then.edges).toEqual(whole.edges)
  const paged: string[] = []
  for (let after = ''; ; ) {
    const { edges, pageInfo } = await ask(`first: 1 ${after}`)
    paged.push(...edges.map(({ node }) => node.id))
    if (!pageInfo.hasNextPage) break
    after = `, after: ${JSON.stringify(pageInfo.endCursor)}`
  }
  expect(paged).toEqual(ids)
})
