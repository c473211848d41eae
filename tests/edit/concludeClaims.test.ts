import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Row } from '../../src/database/connect.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

// An edit draws the conclusions from claims that a load would: each is held against a load of files that say the same.
const editor = { id: 'key/editor', name: 'An editor', scope: 'write' } as const
const act = { dateDocument: '2016-04-27', dateEntryIntoForce: '2016-05-24', dateTranspositionDeadline: '2018-05-25' }
const claim = { id: 'claim/a', property: 'dateEntryIntoForce', value: '2018-05-25' }
let api: SeededApi
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-claims-'))
  await writeFile(path.join(folder, 'input.yaml'), files(act, [claim]))
  api = await openSeededApi([folder])
})
beforeEach(() => load(act, [claim]))
afterAll(async () => {
  await api.close()
  await rm(folder, { recursive: true })
})

type Act = Readonly<Record<string, string>>
type Claimed = typeof claim

const input = { ...claim, label: { en: 'b' }, claimedBy: 'https://example.org/press' }
const corrected = (changes: object) => ({ correctEntity: { instrument: { id: 'instrument/act', ...changes } } })
const asserted = (from: string) => ({
  assertStatement: { type: 'CLAIMS', from, to: 'instrument/act', basis: 'CURATED', source: 'https://example.org/press' },
})

test.each<readonly [string, readonly object[], Act, readonly Claimed[]]>([
  [
    'another day of the act',
    [corrected({ dateEntryIntoForce: '2016-05-25' })],
    { ...act, dateEntryIntoForce: '2016-05-25' },
    [claim],
  ],
  [
    'the day that was claimed',
    [corrected({ dateEntryIntoForce: '2018-05-25' })],
    { ...act, dateEntryIntoForce: '2018-05-25' },
    [claim],
  ],
  ['no day of the act', [corrected({ dateEntryIntoForce: null })], without(act, 'dateEntryIntoForce'), [claim]],
  [
    'the day of another step',
    [corrected({ dateTranspositionDeadline: '2018-05-26' })],
    { ...act, dateTranspositionDeadline: '2018-05-26' },
    [claim],
  ],
  [
    'another claim',
    [{ correctEntity: { claim: { id: 'claim/a', value: '2018-05-26' } } }],
    act,
    [{ ...claim, value: '2018-05-26' }],
  ],
  [
    'a claim that the record bears out',
    [{ correctEntity: { claim: { id: 'claim/a', value: '2016-05' } } }],
    act,
    [{ ...claim, value: '2016-05' }],
  ],
  [
    'a second claim',
    [{ addEntity: { claim: { ...input, id: 'claim/b', value: '2017-01-01' } } }, asserted('claim/b')],
    act,
    [claim, { ...claim, id: 'claim/b', value: '2017-01-01' }],
  ],
  ['no claim any more', [{ removeEntity: 'claim/a' }], act, []],
  ['no act any more', [{ removeEntity: 'claim/a' }, { removeEntity: 'instrument/act' }], {}, []],
])('an edit that gives %s concludes as a load does', async (_, operations, record, claims) => {
  expect(await stored()).toHaveLength(2)
  const { revision } = await edit(operations)
  const concluded = await stored()
  expect(await revisions()).toBe(revision)
  await load(record, claims)
  expect(concluded).toEqual(await stored())
})

test('what an edit concludes is among its changes, and an edit that touches no claim concludes nothing', async () => {
  expect(await edit([corrected({ dateEntryIntoForce: '2018-05-25' })])).toMatchObject({
    changes: [
      { kind: 'CHANGED', id: 'instrument/act' },
      { kind: 'CHANGED', id: expect.stringMatching(/^statement\//) },
      { kind: 'REMOVED', id: expect.stringMatching(/^statement\//) },
      { kind: 'REMOVED', id: 'claim/a/record' },
    ],
  })
  expect((await edit([corrected({ kind: 'REGULATION' })])).changes).toEqual([{ kind: 'CHANGED', id: 'instrument/act' }])
})

test('a conclusion that an editor ranked keeps that rank, and a load of the same files keeps what was concluded', async () => {
  const [, concluded] = await stored()
  await edit([{ rankStatement: { id: `statement/${concluded!['statement']}@1`, rank: 'NORMAL', rankReason: 'Not sure.' } }])
  await edit([corrected({ dateEntryIntoForce: '2016-05-25' })])
  const after = await stored()
  expect(after).toEqual([
    expect.objectContaining({ id: 'claim/a', rank: 'DEPRECATED', reason: expect.stringContaining('gives 2016-05-25;') }),
    expect.objectContaining({ id: 'claim/a/record', value: '2016-05-25', rank: 'NORMAL', reason: 'Not sure.' }),
  ])
  expect(await loadSeed(api.database, readOntology(), { paths: [folder] })).toMatchObject({ unchanged: true })
  expect(await stored()).toEqual(after)
})

test('a claim that an editor ranked keeps that rank', async () => {
  const [claimed] = await stored()
  await edit([{ rankStatement: { id: `statement/${claimed!['statement']}@1`, rank: 'NORMAL' } }])
  const expected = { 'claim/a': 'NORMAL', 'claim/a/record': 'PREFERRED' }
  const ranks = async () => Object.fromEntries((await stored()).map(({ id, rank }) => [id, rank]))
  expect(await ranks()).toEqual(expected)
  await edit([corrected({ dateEntryIntoForce: '2016-05-25' })])
  expect(await ranks()).toEqual(expected)
})

test('an act that goes takes the conclusion with it', async () => {
  await edit([{ removeEntity: 'instrument/act' }])
  const rows = await api.database.administer({ text: 'MATCH (c:Claim) RETURN c.id AS id', parameters: {} })
  expect(rows).toEqual([{ id: 'claim/a' }])
})

async function load(record: Act, claims: readonly Claimed[]): Promise<void> {
  await api.database.administer({ text: 'MATCH (n) DETACH DELETE n', parameters: {} })
  await writeFile(path.join(folder, 'input.yaml'), files(record, claims))
  await loadSeed(api.database, readOntology(), { paths: [folder] })
}

function files(record: Act, claims: readonly Claimed[]): string {
  const days = Object.entries(record).map(([name, day]) => `    ${name}: ${day}\n`)
  const acts = days.length
    ? `instruments:\n  - id: instrument/act\n    label: { en: Act }\n    kind: DIRECTIVE\n${days.join('')}`
    : ''
  const items = claims.map(
    ({ id, property, value }) => `
  - id: ${id}
    label: { en: ${id.at(-1)} }
    property: ${property}
    value: '${value}'
    claimedBy: https://example.org/press
    claims: [{ node: instrument/act }]`,
  )
  const claimed = items.length ? `claims:${items.join('')}\n` : ''
  return `defaults: { basis: CURATED, source: 'https://example.org/press' }\n${acts}${claimed}themes: [{ id: theme/t, label: { en: T } }]\n`
}

function without(record: Act, name: string): Act {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== name))
}

interface Edited {
  readonly revision: number
  readonly changes: readonly { readonly kind: string; readonly id: string }[]
}

async function edit(operations: readonly object[]): Promise<Edited> {
  const query = `mutation ($operations: [EditOperation!]!) { edit(operations: $operations, reason: CORRECTION) {
    revision { number } changes { kind id } } }`
  const { data, errors } = await api.ask(query, { operations }, editor)
  if (!data) throw new Error(JSON.stringify(errors))
  const { revision, changes } = data['edit'] as { revision: { number: number }; changes: Edited['changes'] }
  return { revision: revision.number, changes }
}

async function revisions(): Promise<number> {
  const { revision } = await api.data<{ revision: { number: number } }>('{ revision { number } }')
  return revision.number
}

/** All claims, with what is said of them now. */
async function stored(): Promise<Row[]> {
  const text = `MATCH (c:Claim)-[r:CLAIMS]->(about) RETURN c.id AS id, about.id AS about, c.property AS property, c.value AS value,
  c.labelEn AS label, r.source AS source, r.rank AS rank, r.rankReason AS reason, r.key AS statement ORDER BY id`
  return api.database.administer({ text, parameters: {} })
}
