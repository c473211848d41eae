import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

const small = path.join(import.meta.dirname, '../ingest/cases/a-valid-set-has-no-problems')
const editor = { id: 'key/editor', name: 'An editor', scope: 'write' } as const
let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi([small])
})
beforeEach(async () => {
  await api.database.administer({ text: 'MATCH (n) DETACH DELETE n', parameters: {} })
  await loadSeed(api.database, readOntology(), { paths: [small] })
})
afterAll(() => api.close())

interface Proposal {
  readonly id: string
  readonly coder: string
  readonly status: string
  readonly value: string
}

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await api.ask(query, variables as Record<string, unknown>, editor)
  if (errors) throw new Error(JSON.stringify(errors))
  return data as T
}

const handling = (changes: object = {}): object => ({
  ...{ type: 'HANDLES', from: 'institution/europol', to: 'commitment/d/01a', role: 'LEAD' },
  ...{ basis: 'NAMED_IN_TEXT', source: 'passage/d/01', quote: 'avec Europol', ...changes },
})

async function propose(coder: string, ...input: object[]): Promise<Proposal[]> {
  const query =
    'mutation ($input: [StatementInput!]!, $coder: String) { proposeStatements(input: $input, coder: $coder) { id coder status value } }'
  return (await ask<{ proposeStatements: Proposal[] }>(query, { input, coder })).proposeStatements
}

async function correct(coder: string, changes: object): Promise<Proposal[]> {
  const input = [{ commitment: { id: 'commitment/d/01a', ...changes } }]
  const query =
    'mutation ($input: [EntityCorrection!]!, $coder: String) { proposeCorrections(input: $input, coder: $coder) { id coder status value } }'
  return (await ask<{ proposeCorrections: Proposal[] }>(query, { input, coder })).proposeCorrections
}

const accept = `mutation ($ids: [ID!]!, $key: String) {
  acceptProposals(ids: $ids, reason: RECODED, note: "Both agree.", idempotencyKey: $key) { revision { number } changes { kind id } repeated } }`

describe('what coders propose', () => {
  test('is not seen by readers until it is accepted, and then says who coded it', async () => {
    const [first] = await propose('Ann', handling())
    const [second] = await propose('Ben', handling())
    const seen =
      '{ revision { number } relationships(filter: { types: [HANDLES] }) { totalCount } commitment(id: "commitment/d/01a") { handledBy { totalCount } } }'
    const before = { revision: { number: 1 }, relationships: { totalCount: 1 }, commitment: { handledBy: { totalCount: 1 } } }
    expect(await api.data(seen)).toEqual(before)
    const ids = [first!.id, second!.id]
    const done = await ask<{ acceptProposals: object }>(accept, { ids, key: 'k' })
    expect(done.acceptProposals).toMatchObject({ revision: { number: 2 }, changes: [{ kind: 'ADDED' }], repeated: false })
    expect(await api.data(seen)).toEqual({
      revision: { number: 2 },
      relationships: { totalCount: 2 },
      commitment: { handledBy: { totalCount: 2 } },
    })
    expect(
      await ask('{ proposals(filter: { status: ACCEPTED }) { totalCount edges { node { status revision decidedBy note } } } }'),
    ).toEqual({
      proposals: {
        totalCount: 2,
        edges: Array(2).fill({ node: { status: 'ACCEPTED', revision: 2, decidedBy: 'An editor', note: 'Both agree.' } }),
      },
    })
    const [revision] = await api.database.administer({
      text: 'MATCH (r:Revision { number: 2 }) RETURN r.note AS note, r.author AS author',
      parameters: {},
    })
    expect(revision).toEqual({ note: 'Proposed by Ann, Ben. Both agree.', author: 'An editor' })
    expect((await ask<{ acceptProposals: object }>(accept, { ids, key: 'k' })).acceptProposals).toMatchObject({
      revision: { number: 2 },
      repeated: true,
    })
    await expect(ask(accept, { ids })).rejects.toThrow(/is accepted already/)
  })

  test('is kept once, checked as an edit is, and rejected for a reason', async () => {
    const [proposal] = await propose('Ann', handling())
    expect(await propose('Ann', handling())).toEqual([proposal])
    await expect(propose('Ann', handling({ quote: 'with Europol' }))).rejects.toThrow(/input\[0\]\.quote/)
    const reject = 'mutation ($ids: [ID!]!) { rejectProposals(ids: $ids, note: "Only a channel.") { status note } }'
    expect(await ask(reject, { ids: [proposal!.id] })).toEqual({
      rejectProposals: [{ status: 'REJECTED', note: 'Only a channel.' }],
    })
    await expect(ask(accept, { ids: [proposal!.id] })).rejects.toThrow(/is rejected already/)
    await expect(ask(accept, { ids: ['proposal/none'] })).rejects.toThrow(/ids\[0\]: There is no/)
  })

  test('is for those who may write', async () => {
    for (const query of ['{ proposals { totalCount } }', '{ agreement { field } }', '{ disagreements { totalCount } }']) {
      const { errors } = await api.ask(query)
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
    }
  })

  test('is accepted by one of two who decide at the same time', async () => {
    const [proposal] = await correct('Ann', { strength: 'EFFORT' })
    const variables = { ids: [proposal!.id] }
    const answers = await Promise.allSettled([ask(accept, variables), ask(accept, variables)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await api.data('{ revision { number } commitment(id: "commitment/d/01a") { strength } }')).toEqual({
      ...{ revision: { number: 2 }, commitment: { strength: 'EFFORT' } },
    })
  })
})

describe('two coders', () => {
  beforeEach(async () => {
    await propose('Ann', handling(), handling({ role: 'OPERATOR', from: 'institution/europol', validFrom: '2019-01-01' }))
    await propose('Ben', handling({ role: 'SUPPORT' }))
    await correct('Ann', { strength: 'EFFORT', verifiable: true })
    await correct('Ben', { strength: 'EXPLORE', verifiable: true })
  })

  test('have their agreement computed field by field', async () => {
    const { agreement } = await ask<{ agreement: object[] }>(
      '{ agreement(document: "document/d") { field alpha units pairs coders } }',
    )
    const coders = ['Ann', 'Ben']
    expect(agreement).toEqual([
      { field: 'Commitment.strength', alpha: 0, units: 1, pairs: 1, coders },
      { field: 'Commitment.verifiable', alpha: null, units: 1, pairs: 1, coders },
      { field: 'HANDLES.role', alpha: 0, units: 1, pairs: 1, coders },
    ])
    expect(await ask('{ agreement(document: "document/none") { field } }')).toEqual({ agreement: [] })
  })

  test('have what they say differently listed, until it is decided', async () => {
    const query = '{ disagreements { totalCount edges { node { field unit about codings { coder value proposals { id } } } } } }'
    interface Listed {
      readonly disagreements: { readonly edges: readonly { readonly node: { codings: { proposals: Proposal[] }[] } & object }[] }
    }
    const { disagreements } = await ask<Listed>(query)
    expect(disagreements).toMatchObject({
      totalCount: 2,
      edges: [
        {
          node: {
            field: 'Commitment.strength',
            codings: [
              { coder: 'Ann', value: 'EFFORT' },
              { coder: 'Ben', value: 'EXPLORE' },
            ],
          },
        },
        {
          node: {
            ...{ field: 'HANDLES.role', unit: 'institution/europol commitment/d/01a', about: 'commitment/d/01a' },
            codings: [
              { coder: 'Ann', value: 'LEAD + OPERATOR' },
              { coder: 'Ben', value: 'SUPPORT' },
            ],
          },
        },
      ],
    })
    const [ann, ben] = disagreements.edges[0]!.node.codings.map(({ proposals }) => proposals[0]!.id)
    await ask(accept, { ids: [ann] })
    await ask('mutation ($ids: [ID!]!) { rejectProposals(ids: $ids, note: "Ann is right.") { id } }', { ids: [ben] })
    expect(await ask('{ disagreements { totalCount } }')).toEqual({ disagreements: { totalCount: 1 } })
    expect(await ask('{ agreement { field } }')).toMatchObject({ agreement: { length: 3 } })
  })

  test('differ also in what only one of them says', async () => {
    await propose('Ben', handling({ from: 'institution/europol', role: 'LEAD', validFrom: '2018-01-01' }))
    await ask(
      'mutation { addEntities(reason: RECODED, input: [{ institution: { id: "institution/other", kind: AGENCY, label: { en: "Other" } } }]) { ids } }',
    )
    await propose('Ben', handling({ from: 'institution/other' }))
    const { disagreements } = await ask<{ disagreements: { edges: { node: { unit: string; codings: object[] } }[] } }>(
      '{ disagreements { edges { node { unit codings { coder value } } } } }',
    )
    expect(disagreements.edges.map(({ node }) => node).find(({ unit }) => unit.startsWith('institution/other'))!.codings).toEqual(
      [
        { coder: 'Ann', value: 'NOT_SAID' },
        { coder: 'Ben', value: 'LEAD' },
      ],
    )
  })
})
