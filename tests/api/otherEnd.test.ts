import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
})
afterAll(() => api.close())

interface List {
  readonly totalCount: number
  readonly edges: readonly { readonly node: { readonly id: string } }[]
}

describe('a list by what stands at the other end of a relationship', () => {
  // All but the last three are counted from there, where few meet the filter; pages alone are read in their order.
  test.each([
    ['commitments', '{ handledBy: { kind: [EU_AGENCY] } }'],
    ['commitments', '{ handledBy: { kind: [MINISTRY], statement: { basis: [NAMED_IN_TEXT] } } }'],
    ['commitments', '{ handledBy: { kind: [MINISTRY] }, not: { handledBy: { kind: [EU_AGENCY] } } }'],
    ['commitments', '{ handledBy: { kind: [MINISTRY] }, label: { contains: "e" } }'],
    ['commitments', '{ handledBy: { kind: [EU_AGENCY] }, instruments: { kind: [REGULATION] } }'],
    ['commitments', '{ or: [{ handledBy: { kind: [EU_AGENCY] } }, { handledBy: { kind: [MINISTRY] } }] }'],
    ['commitments', '{ handledBy: { kind: [EU_AGENCY, MINISTRY, POLICE, COURT, OFFICE, SERVICE, NETWORK] } }'],
    ['institutions', '{ obligations: { verifiable: true } }'],
  ])('%s(filter: %s) has each once, and as many as it says', async (field, filter) => {
    const [counted, alone, number] = await Promise.all([
      api.data<{ list: List }>(`{ list: ${field}(filter: ${filter}, first: 500) { totalCount edges { node { id } } } }`),
      api.data<{ list: List }>(`{ list: ${field}(filter: ${filter}, first: 500) { edges { node { id } } } }`),
      api.data<{ list: List }>(`{ list: ${field}(filter: ${filter}) { totalCount } }`),
    ])
    const ids = alone.list.edges.map(({ node }) => node.id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
    expect(counted.list).toEqual({ totalCount: ids.length, edges: alone.list.edges })
    expect(number.list.totalCount).toBe(ids.length)
  })
})

test('coverage counts as many gaps of each kind as gaps gives, now and as of an instant', async () => {
  const ofAll = 'gaps { kind count }'
  const { now, then } = await api.data<Record<'now' | 'then', { gaps: { kind: string; count: number }[] }>>(
    `{ now: coverage { ${ofAll} } then: coverage(asOf: { knownAt: "2100-01-01T00:00:00Z" }) { ${ofAll} } }`,
  )
  expect(then).toEqual(now)
  const kinds = now.gaps.map(({ kind }) => kind)
  const each = await api.data<Record<string, { totalCount: number }>>(
    `{ ${kinds.map(kind => `${kind}: gaps(kind: ${kind}) { totalCount }`).join(' ')} }`,
  )
  expect(now.gaps).toEqual(kinds.map(kind => ({ kind, count: each[kind]!.totalCount })))
  expect(now.gaps.some(({ count }) => count > 0)).toBe(true)
})
