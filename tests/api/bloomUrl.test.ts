import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildGraphQLSchema } from '../../src/api/graphql/buildSchema.ts'
import { perspectives } from '../../src/derive/bloom/perspectives.ts'
import { perspectiveNames } from '../../src/schema/bloomPerspective.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

let api: SeededApi
const server = 'https://graph.example.org:7473/bloom/'

beforeAll(async () => {
  api = await openSeededApi()
}, 180_000)
afterAll(async () => {
  buildGraphQLSchema()
  await api.close()
})

test('a service that does not know where Bloom is gives null', async () => {
  expect(await api.data('{ node(id: "institution/europol") { bloomUrl } }')).toEqual({ node: { bloomUrl: null } })
})

test('an entity links into Bloom by its category and its id', async () => {
  buildGraphQLSchema({ bloomUrl: server })
  const { node } = await api.data<{ node: { bloomUrl: string } }>('{ node(id: "institution/europol") { id bloomUrl } }')
  expect(node.bloomUrl).toBe(`${server}?search=Institution%20institution%2Feuropol&perspective=Pacta%3A%20Researcher&run=true`)
})

test('a link names the perspective and the phrase wanted, whatever is in them, and keeps what the address has', async () => {
  buildGraphQLSchema({ bloomUrl: 'https://explore.example.org/?connectURL=neo4j%2Bs%3A%2F%2Fdb' })
  const { institution } = await api.data<{ institution: { bloomUrl: string } }>(
    'query ($phrase: String!) { institution(id: "institution/europol") { bloomUrl(perspective: PROVENANCE, phrase: $phrase) } }',
    { phrase: 'Où & "qui" = Europol ?' },
  )
  const { searchParams } = new URL(institution.bloomUrl)
  expect(Object.fromEntries(searchParams)).toEqual({
    connectURL: 'neo4j+s://db',
    search: 'Où & "qui" = Europol ?',
    perspective: 'Pacta: Provenance and disputes',
    run: 'true',
  })
})

test('the short way gives the same link', async () => {
  buildGraphQLSchema({ bloomUrl: server })
  const query = '{ commitments(first: 2) { edges { node { id bloomUrl(perspective: TIMELINE) } } } }'
  expect(JSON.parse((await api.askPrepared(query)) ?? '{}')).toEqual({ data: await api.data(query) })
})

test('every perspective that a link can name is among the files', () => {
  expect(perspectives.map(({ name }) => name.EN)).toEqual(Object.values(perspectiveNames))
})
