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
    // Where several name the other end, from the one with the fewest statements.
    ['commitments', '{ theme: ["theme/terrorism"], handledBy: { id: ["institution/europol"] } }'],
    [
      'commitments',
      '{ theme: ["theme/terrorism", "theme/prevention"], handledBy: { id: ["institution/be-pf", "institution/europol"] } }',
    ],
    [
      'commitments',
      '{ theme: ["theme/police-cooperation"], instrument: ["instrument/32023L0977"], handledBy: { id: ["institution/be-ocam"] } }',
    ],
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

describe('what a body handles, of which a filter names the other end', () => {
  test.each([
    ['institution/europol', '{ theme: ["theme/terrorism"] }'],
    ['institution/be-ocam', '{ theme: ["theme/police-cooperation"], instrument: ["instrument/32023L0977"] }'],
    ['institution/be-ocam', '{ instrument: ["instrument/32023L0977"], handledBy: { id: ["institution/be-vsse"] } }'],
  ])('%s, %s: the same at once, by pages, in another order, and as of an instant', async (id, filter) => {
    const ask = async (page: string, asOf = '') => {
      const query = `{ institution(id: "${id}" ${asOf}) { list: obligations(filter: ${filter}, ${page}) {
        totalCount edges { cursor node { id } } } } }`
      return (await api.data<{ institution: { list: Pages } }>(query)).institution.list
    }
    const { totalCount, edges } = await ask('first: 100')
    const ids = edges.map(({ node }) => node.id)
    expect(ids.length).toBeGreaterThan(0)
    expect(totalCount).toBe(ids.length)
    const then = await ask('first: 100', ', asOf: { knownAt: "2100-01-01T00:00:00Z" }')
    expect(then.edges.map(({ node }) => node.id)).toEqual(ids)
    const labelled = await ask('first: 100, orderBy: LABEL_ASC')
    expect(labelled.edges.map(({ node }) => node.id).sort()).toEqual([...ids].sort())
    for (const [index, { cursor }] of edges.entries()) {
      const next = await ask(`first: 1, after: ${JSON.stringify(cursor)}`)
      expect(next.edges.map(({ node }) => node.id)).toEqual(ids.slice(index + 1, index + 2))
    }
  })
})

test.each([
  ['{ theme: ["theme/terrorism"] }'],
  ['{ theme: ["theme/terrorism"], verifiable: true }'],
  ['{ theme: ["theme/terrorism", "theme/prevention"] }'],
  ['{ theme: ["theme/terrorism"], instrument: ["instrument/32017L0541"] }'],
  ['{ instruments: { id: ["instrument/32016L0681"], aspect: [SUBJECT] } }'],
])('commitments(filter: %s) come by pages as they do at once', async filter => {
  const ask = async (page: string) =>
    (await api.data<{ list: Pages }>(`{ list: commitments(filter: ${filter}, ${page}) { edges { cursor node { id } } } }`)).list
  const counted = await api.data<{ list: Pages }>(
    `{ list: commitments(filter: ${filter}, first: 500) { totalCount edges { cursor node { id } } } }`,
  )
  const { edges } = await ask('first: 500')
  expect(edges.length).toBeGreaterThan(0)
  expect(edges).toEqual(counted.list.edges)
  expect(counted.list.totalCount).toBe(edges.length)
  for (const [index, { cursor }] of edges.entries()) {
    const next = await ask(`first: 2, after: ${JSON.stringify(cursor)}`)
    expect(next.edges).toEqual(edges.slice(index + 1, index + 3))
  }
})

test('an id of another type than the filter asks for finds nothing', async () => {
  const { list } = await api.data<{ list: Pages }>(
    '{ list: commitments(filter: { instrument: ["system/prum"] }) { edges { cursor node { id } } } }',
  )
  const { systems } = await api.data<{ systems: Pages }>(
    '{ systems: commitments(filter: { informationSystem: ["system/prum"] }) { edges { cursor node { id } } } }',
  )
  expect(list.edges).toEqual([])
  expect(systems.edges.length).toBeGreaterThan(0)
})

interface Pages {
  readonly totalCount: number
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
}

test('coverage counts as many gaps of each kind as gaps gives, now and, in each group too, as of an instant', async () => {
  const each = 'commitments gaps { kind count }'
  const ofAll = `${each} themes { theme { id } ${each} } documents { document { id } ${each} } institutions { institution { id } ${each} }`
  const { now, then } = await api.data<Record<'now' | 'then', { gaps: { kind: string; count: number }[] }>>(
    `{ now: coverage { ${ofAll} } then: coverage(asOf: { knownAt: "2100-01-01T00:00:00Z" }) { ${ofAll} } }`,
  )
  expect(then).toEqual(now)
  const kinds = now.gaps.map(({ kind }) => kind)
  const alone = await api.data<Record<string, { totalCount: number }>>(
    `{ ${kinds.map(kind => `${kind}: gaps(kind: ${kind}) { totalCount }`).join(' ')} }`,
  )
  expect(now.gaps).toEqual(kinds.map(kind => ({ kind, count: alone[kind]!.totalCount })))
  expect(now.gaps.some(({ count }) => count > 0)).toBe(true)
})
