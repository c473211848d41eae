import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import { createApiKey } from '../../src/database/apiKeys.ts'
import type { Database } from '../../src/database/connect.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { emptyDatabase } from '../setup/database.ts'

// What `pacta reconcile` does, asked for over GraphQL by one who may write, and looked at by anyone.
const ontology = readOntology()
const files = `
defaults: { basis: CURATED, source: 'https://example.org/' }
informationSystems: [{ id: system/s, label: { en: System } }]
institutions:
  - { id: institution/frontex, label: { en: Frontex }, kind: EU_AGENCY, wikidata: Q1 }
  - { id: institution/frontx, label: { en: Frontex }, kind: EU_AGENCY, operates: [{ node: system/s }] }
  - { id: institution/border-agency, label: { en: Coast Guard }, kind: EU_AGENCY }
`
let database: Database
let server: Listening
let folder: string
let key: string

beforeAll(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-merge-'))
  await writeFile(path.join(folder, 'all.yaml'), files)
  const options = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 30, responseCacheMegabytes: 1 }
  server = await startServer(database, { ...options, report: error => console.error(error) })
})
beforeEach(async () => {
  await database.administer({ text: 'MATCH (n) WHERE NOT n:Gate DETACH DELETE n', parameters: {} })
  await loadSeed(database, ontology, { paths: [path.join(folder, 'all.yaml')], dataset: 'all' })
  key = (await createApiKey(database, { name: 'Curator', scope: 'write' })).text
})
afterAll(async () => {
  await server?.close()
  await database?.close()
  await rm(folder, { recursive: true })
})

async function ask(
  query: string,
  authorization?: string,
): Promise<{ data?: Record<string, unknown>; errors?: { extensions: object }[] }> {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization: `Bearer ${authorization}` }) }
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
  return (await response.json()) as never
}

const merge = (kept: string, lost: string, more = '') =>
  ask(
    `mutation { merge(kept: "institution/${kept}", lost: "institution/${lost}", reason: RECODED${more}) {
      merge kept lost moved repeated notTaken revision { number } } }`,
    key,
  )
const whereIs = (id: string) =>
  ask(`{ entity(id: "institution/${id}") { id } mergedInto(id: "institution/${id}") }`).then(({ data }) => data)

test('Duplicates are proposed with what speaks for them, as many as are asked for, to who may write', async () => {
  const query = '{ duplicates(type: Institution, first: 1) { type kept lost score evidence { speaks weight reason } } }'
  expect((await ask(query, key)).data).toEqual({
    duplicates: [
      {
        ...{ type: 'Institution', kept: 'institution/frontx', lost: 'institution/frontex', score: 0.7 },
        evidence: [{ speaks: 'FOR', weight: 0.7, reason: 'a name of both is “Frontex”' }],
      },
    ],
  })
  expect((await ask(query.replace('first: 1', 'score: 0.71'), key)).data).toEqual({ duplicates: [] })
})

test('A merge is one revision in the name of its caller, and the lost id says what it became, through later merges too', async () => {
  expect((await merge('frontex', 'frontx', ', note: "The same", expectedRevision: 1')).data).toEqual({
    merge: {
      ...{ merge: 'merge/2', kept: 'institution/frontex', lost: 'institution/frontx' },
      ...{ moved: 1, repeated: [], notTaken: [], revision: { number: 2 } },
    },
  })
  expect(await whereIs('frontx')).toEqual({ entity: null, mergedInto: 'institution/frontex' })
  await merge('border-agency', 'frontex')
  expect(await whereIs('frontx')).toEqual({ entity: null, mergedInto: 'institution/border-agency' })
  expect(await whereIs('border-agency')).toEqual({ entity: { id: 'institution/border-agency' }, mergedInto: null })
  expect(await whereIs('nowhere')).toEqual({ entity: null, mergedInto: null })
  const { data } = await ask('{ merges(entity: "institution/frontx") { id type kept lost revision author note undoneRevision } }')
  expect(data).toEqual({
    merges: [
      {
        ...{ id: 'merge/2', type: 'Institution', kept: 'institution/frontex', lost: 'institution/frontx' },
        ...{ revision: 2, author: 'Curator', note: 'The same', undoneRevision: null },
      },
    ],
  })
  expect((await ask('{ merges(first: 1) { id } }')).data).toEqual({ merges: [{ id: 'merge/3' }] })
})

test('A merge that is undone leads nowhere any more, and one that was added again is itself', async () => {
  await merge('frontex', 'frontx')
  const undo = 'mutation { undoMerge(merge: "merge/2", reason: CORRECTION) { merge stays revision { number } } }'
  expect((await ask(undo, key)).data).toEqual({ undoMerge: { merge: 'merge/2', stays: [], revision: { number: 3 } } })
  expect(await whereIs('frontx')).toEqual({ entity: { id: 'institution/frontx' }, mergedInto: null })
  await merge('frontex', 'frontx')
  const added = `mutation { addEntities(reason: CORRECTION, input: [{ institution: { id: "institution/frontx", label: { en: "Again" }, kind: EU_BODY } }]) { ids } }`
  expect((await ask(added, key)).data).toEqual({ addEntities: { ids: ['institution/frontx'] } })
  expect(await whereIs('frontx')).toEqual({ entity: { id: 'institution/frontx' }, mergedInto: null })
  await merge('frontx', 'frontex')
  expect(await whereIs('frontex')).toEqual({ entity: null, mergedInto: 'institution/frontx' })
})

test.each([
  ['a merge without a key', () => mergeAs(undefined), { code: 'UNAUTHENTICATED' }],
  ['proposals without a key', () => ask('{ duplicates(type: Person) { score } }'), { code: 'UNAUTHENTICATED' }],
  [
    'a merge of a graph that moved on',
    () => merge('frontex', 'frontx', ', expectedRevision: 7'),
    { code: 'CONFLICT', argument: 'expectedRevision', got: 7, revision: 1 },
  ],
  [
    'a merge into what is not there',
    () => merge('frontx', 'frontexx'),
    { code: 'BAD_USER_INPUT', argument: 'lost', got: 'institution/frontexx', nearest: 'institution/frontex' },
  ],
  [
    'an undo of what never was',
    () => ask('mutation { undoMerge(merge: "merge/9", reason: RECODED) { merge } }', key),
    { code: 'BAD_USER_INPUT', argument: 'merge', got: 'merge/9' },
  ],
  [
    'too many at once',
    () => ask('{ merges(first: 1001) { id } }'),
    { code: 'BAD_USER_INPUT', argument: 'merges.first', got: 1001, nearest: '1000' },
  ],
  [
    'a score that is none',
    () => ask('{ duplicates(type: Person, score: 2) { score } }', key),
    { code: 'BAD_USER_INPUT', argument: 'duplicates.score', got: 2 },
  ],
])('%s is refused with what is at fault, and nothing is written', async (_name, request, extensions) => {
  const { errors } = await request()
  expect(errors).toMatchObject([{ extensions }])
  expect((await ask('{ revision { number } merges { id } }')).data).toEqual({ revision: { number: 1 }, merges: [] })
})

function mergeAs(authorization: string | undefined): ReturnType<typeof ask> {
  const query = 'mutation { merge(kept: "institution/frontex", lost: "institution/frontx", reason: RECODED) { merge } }'
  return ask(query, authorization)
}
