import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openApi, openSeededApi, type SeededApi } from '../setup/seededApi.ts'

let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
})
afterAll(() => api.close())

const query = `query ($id: ID!, $first: Int!) {
  commitment(id: $id) { id label handledBy(first: $first) { totalCount edges { role node { id ... on Institution { acronym } } } } }
  entity(id: $id) { __typename label(lang: FR) }
}`

test('Requests that come at the same time share statements, and each gets its own answer', async () => {
  const { commitments } = await api.data<{ commitments: { edges: { node: { id: string } }[] } }>(
    '{ commitments(first: 100) { edges { node { id } } } }',
  )
  const requests = commitments.edges.flatMap(({ node }) => [1, 2].map(first => ({ id: node.id, first })))
  requests.push({ id: 'commitment/none', first: 1 })
  const alone = []
  for (const variables of requests) alone.push(await api.askPrepared(query, variables))
  const together = await api.askTogether(query, requests)
  expect(together).toEqual(alone)
  expect(api.ran.length).toBeLessThan(requests.length / 2)
  expect(alone.at(-1)).toBe('{"data":{"commitment":null,"entity":null}}\n')
})

test('Filtered lists with their number share statements as well', async () => {
  const list = `query ($theme: [ID!]!, $first: Int!) {
    commitments(filter: { theme: $theme }, orderBy: DEADLINE_ASC, first: $first) { totalCount edges { node { id deadline } } } }`
  const themes = ['theme/terrorism', 'theme/organised-crime', 'theme/police-cooperation', 'theme/none']
  const requests = Array.from({ length: 24 }, (_, index) => ({ theme: [themes[index % 4]!], first: 3 }))
  const alone = []
  for (const each of requests) alone.push(await api.askPrepared(list, each))
  expect(new Set(alone).size).toBe(4)
  expect(JSON.parse(alone[0]!).data.commitments.totalCount).toBeGreaterThan(3)
  expect(await api.askTogether(list, requests)).toEqual(alone)
  expect(api.ran.length).toBeLessThan(requests.length / 2)
})

test.each([
  [
    'lists in the order of a value that some lack',
    'query ($s: [CommitmentStrength!], $first: Int!) { commitments(filter: { strength: $s }, orderBy: DEADLINE_ASC, first: $first) { edges { node { id } } } }',
    ['CONTINUE', 'EFFORT', 'CALL_ON_OTHERS'].map(s => ({ s: [s], first: 3 })),
  ],
  [
    'all relationships of a node, among them those that may meet in crowds, after a cursor',
    'query ($id: ID!, $types: [RelationshipType!]) { entity(id: $id) { relationships(types: $types, first: 5) { totalCount edges { cursor node { id } } } } }',
    ['institution/europol', 'theme/information-exchange', 'document/fr-be-2018-06-11'].map(id => ({ id })),
  ],
  [
    'shortest paths',
    'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 4, first: 2) { length nodes { id } } }',
    ['institution/europol', 'institution/fr-sgdsn', 'institution/none'].map(to => ({ from: 'institution/eurojust', to })),
  ],
  [
    'searches in one language',
    `query ($query: String!) { search(query: $query, lang: EN, types: [Commitment, Institution], first: 3) { edges { score node { id label
      ... on Commitment { handledBy(first: 2) { totalCount edges { node { id } } } } } } } }`,
    ['police cooperation', 'europol', 'terrorism', 'nothing is called so'].map(query => ({ query })),
  ],
  [
    'searches in all languages with their number, page after page',
    'query ($query: String!, $after: String) { search(query: $query, first: 2, after: $after) { totalCount pageInfo { hasNextPage } edges { cursor score node { id } } } }',
    ['police', 'europol', 'belgique'].flatMap(query => [{ query }, { query, after: '20~institution/europol' }]),
  ],
  [
    'relationships of a filter with their number',
    'query ($from: ID!, $after: String) { relationships(filter: { from: $from }, first: 2, after: $after) { totalCount edges { cursor node { id type } } } }',
    ['institution/europol', 'commitment/fr-be-2018-06-11/17a', 'institution/none'].map(from => ({ from })),
  ],
  [
    'questions as of an earlier instant, each with its own',
    `query ($id: ID!, $at: DateTime!) { institution(id: $id, asOf: { knownAt: $at }) { label
      obligations(first: 3) { totalCount edges { node { id } } } } }`,
    ['institution/europol', 'institution/none'].flatMap(id =>
      ['2000-01-01', '2100-01-01'].map(day => ({ id, at: `${day}T00:00:00Z` })),
    ),
  ],
  [
    'neighbourhoods',
    'query ($id: ID!, $depth: Int!) { neighbourhood(id: $id, depth: $depth, limit: 20) { nodes { id } relationships { id } } }',
    ['institution/europol', 'institution/eurojust', 'institution/none'].flatMap(id => [1, 2].map(depth => ({ id, depth }))),
  ],
])('So do %s', async (_, text, variables) => {
  const requests = Array.from({ length: 24 }, (_, index) => variables[index % variables.length]!)
  const alone = []
  for (const each of requests) alone.push(await api.askPrepared(text, each))
  expect(JSON.parse(alone[0]!).data).toBeDefined()
  expect(new Set(alone).size).toBeGreaterThan(1)
  const together = await api.askTogether(text, requests)
  expect(together).toEqual(alone)
  expect(api.ran.length).toBeLessThan(requests.length / 2)
})

test('Of equal requests that wait, one is read, and all get its answer', async () => {
  const requests = Array.from({ length: 40 }, (_, index) => ({
    id: `commitment/fr-be-2018-06-11/${index % 2 ? '01a' : '17a'}`,
    first: 2,
  }))
  const alone = [await api.askPrepared(query, requests[0]), await api.askPrepared(query, requests[1])]
  const together = await api.askTogether(query, requests)
  expect(together).toEqual(requests.map((_, index) => alone[index % 2]))
  const read = api.ran.map(({ parameters }) => (parameters['batch'] as object[] | undefined)?.length ?? 1)
  // Four begin at once, and two are left.
  expect(read.reduce((sum, each) => sum + each)).toBe(6)
})

test('Slow reads do not wait for each other, since an answer comes with those that go with it', async () => {
  const hasty = openApi(api.database, { longestGroup: 0 })
  const requests = Array.from({ length: 24 }, (_, index) => ({ id: `commitment/none-${index}`, first: 1 }))
  for (let round = 0; round < 2; round++) {
    const answers = await hasty.askTogether(query, requests)
    expect(new Set(answers)).toEqual(new Set(['{"data":{"commitment":null,"entity":null}}\n']))
    expect(hasty.ran.length).toBe(requests.length)
  }
})

test('A request at fault does not harm those that were waiting with it', async () => {
  const ids = ['institution/europol', 'institution/eurojust', 'institution/frontex']
  const answers = await Promise.all([
    ...Array.from({ length: 12 }, (_, index) =>
      api.askPrepared('query ($id: ID!) { institution(id: $id) { id } }', { id: ids[index % 3] }),
    ),
    api.askPrepared(
      'query ($id: ID!, $after: String) { institution(id: $id) { obligations(after: $after) { edges { cursor } } } }',
      {
        id: 'institution/europol',
        after: 'not a cursor of ours',
      },
    ),
  ])
  expect(answers.slice(0, 12)).toEqual(
    Array.from({ length: 12 }, (_, index) => `{"data":{"institution":{"id":"${ids[index % 3]}"}}}\n`),
  )
  expect(answers[12]).toBeUndefined()
})

test('Types and other enumerations in a variable are read as those in the text are', async () => {
  const written = '{ relationships(filter: { types: [TRIGGERED], basis: [NAMED_IN_TEXT] }) { edges { node { id type } } } }'
  const given = 'query ($filter: RelationshipFilter) { relationships(filter: $filter) { edges { node { id type } } } }'
  const variables = { filter: { types: ['TRIGGERED'], basis: ['NAMED_IN_TEXT'] } }
  const expected = await api.data<{ relationships: { edges: unknown[] } }>(written)
  expect(expected.relationships.edges.length).toBeGreaterThan(0)
  expect(await api.data(given, variables)).toEqual(expected)
  expect(JSON.parse((await api.askPrepared(given, variables)) ?? '')).toEqual({ data: expected })
})
