import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Database, Row } from '../../src/database/connect.ts'
import { type LoadReport, loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'

// Claims of dates are held against the records of what they are about: an act and an event, with the claim of each test.
const ontology = readOntology()
const records = `
instruments:
  - id: instrument/act
    label: { en: Act, fr: Acte }
    kind: DIRECTIVE
    dateDocument: 2016-04-27
    dateEntryIntoForce: 2016-05-24
    dateTranspositionDeadline: 2018-05-25
    sources: ['https://example.org/act']
events:
  - { id: event/attack, label: { en: Attack }, kind: ATTACK, startDate: 2018-05-29 }
`
let database: Database

beforeAll(async () => {
  database = await emptyDatabase()
})
beforeEach(() => database.administer({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }))
afterAll(() => database.close())

describe('a claim that differs from the record', () => {
  test('stands beside what the record says, each ranked with its reason', async () => {
    await load(records + claims(['a', 'instrument/act', 'dateEntryIntoForce', '2018-05-25']))
    expect(await stored()).toEqual([
      {
        id: 'claim/a',
        ...{ about: 'instrument/act', property: 'dateEntryIntoForce', value: '2018-05-25', by: 'https://example.org/press' },
        ...{ basis: 'CURATED', source: 'https://example.org/press', rank: 'DEPRECATED' },
        reason: 'The record of instrument/act gives 2016-05-24; 2018-05-25 is its dateTranspositionDeadline.',
      },
      {
        id: 'claim/a/record',
        ...{ about: 'instrument/act', property: 'dateEntryIntoForce', value: '2016-05-24', by: 'instrument/act' },
        ...{ basis: 'INFERRED', source: 'rule/claims-against-the-record', rank: 'PREFERRED' },
        reason:
          'It stands in the record of instrument/act, from the sources of that record. https://example.org/press gives 2018-05-25.',
      },
    ])
    const [own] = await rows("MATCH (c:Claim { id: 'claim/a/record' }) RETURN c.sources AS sources, c.labelFr AS label")
    expect(own).toEqual({ sources: ['https://example.org/act'], label: 'Acte: dateEntryIntoForce 2016-05-24' })
  })

  test('of an event is found as well', async () => {
    await load(records + claims(['a', 'event/attack', 'startDate', '2018-05-28']))
    expect(await ranks()).toEqual({ 'claim/a': 'DEPRECATED', 'claim/a/record': 'PREFERRED' })
  })

  test('of something else than a day is found as well', async () => {
    await load(records + claims(['a', 'instrument/act', 'kind', 'REGULATION'], ['b', 'instrument/act', 'kind', 'DIRECTIVE']))
    expect(await ranks()).toEqual({ 'claim/a': 'DEPRECATED', 'claim/a/record': 'PREFERRED', 'claim/b': 'NORMAL' })
  })

  test('is held against the record once, however many claims there are of the same', async () => {
    const about = ['instrument/act', 'dateDocument'] as const
    await load(records + claims(['c', ...about, '2016-04-28'], ['b', ...about, '2016-04-26'], ['a', ...about, '2016-04-27']))
    const expected = { 'claim/a': 'NORMAL', 'claim/b': 'DEPRECATED', 'claim/b/record': 'PREFERRED', 'claim/c': 'DEPRECATED' }
    expect(await ranks()).toEqual(expected)
  })

  test('keeps the rank that its editor gave it', async () => {
    const ranked = claims(['a', 'instrument/act', 'dateDocument', '2016-04-28']).replace(
      '{ node: instrument/act }',
      '{ node: instrument/act, rank: PREFERRED, rankReason: It is signed. }',
    )
    await load(records + ranked)
    expect(await ranks()).toEqual({ 'claim/a': 'PREFERRED', 'claim/a/record': 'NORMAL' })
  })

  test('is found in another dataset than the record', async () => {
    await load(records)
    await load(claims(['a', 'instrument/act', 'dateDocument', '2016-04-28']), 'other')
    expect(await ranks()).toEqual({ 'claim/a': 'DEPRECATED', 'claim/a/record': 'PREFERRED' })
    const [row] = await rows("MATCH (c:Claim { id: 'claim/a/record' }) RETURN c.dataset AS dataset, c.value AS value")
    expect(row).toEqual({ dataset: 'other', value: '2016-04-27' })
  })
})

test.each([
  ['that agrees', 'dateDocument', '2016-04-27'],
  ['of the month in which the day lies', 'dateDocument', '2016-04'],
  ['of the year in which the day lies', 'dateDocument', '2016'],
  ['of what the record does not say', 'dateEndOfValidity', '2020-12-31'],
  ['of a name, which has one value for each language', 'label', 'Actus'],
])('nothing is concluded from a claim %s', async (_, property, value) => {
  await load(records + claims(['a', 'instrument/act', property, value]))
  expect(await ranks()).toEqual({ 'claim/a': 'NORMAL' })
})

describe('a later load', () => {
  const disputed = claims(['a', 'instrument/act', 'dateDocument', '2016-04-28'])

  test('of the same files changes nothing', async () => {
    await load(records + disputed)
    expect(await load(records + disputed)).toMatchObject({ revision: 1, unchanged: true })
  })

  test('of files that hold what was concluded before concludes it anew', async () => {
    await load(records + disputed)
    const before = await stored()
    const concluded = `
  - id: claim/a/record
    label: { en: Old }
    property: dateDocument
    value: '1999-01-01'
    claimedBy: instrument/act
    claims: [{ node: instrument/act, basis: INFERRED, source: rule/claims-against-the-record, rank: PREFERRED, rankReason: Old. }]
`
    expect(await load(records + disputed + concluded)).toMatchObject({ unchanged: true })
    expect(await stored()).toEqual(before)
  })

  test('of a corrected record ends the dispute', async () => {
    await load(records + disputed)
    await load(records.replace('2016-04-27', '2016-04-28') + disputed)
    expect(await ranks()).toEqual({ 'claim/a': 'NORMAL' })
  })
})

function claims(...given: (readonly [slug: string, about: string, property: string, value: string])[]): string {
  const items = given.map(
    ([slug, about, property, value]) => `
  - id: claim/${slug}
    label: { en: ${slug} }
    property: ${property}
    value: '${value}'
    claimedBy: https://example.org/press
    claims: [{ node: ${about} }]`,
  )
  return `defaults: { basis: CURATED, source: 'https://example.org/press' }\nclaims:${items.join('')}`
}

async function load(text: string, dataset = 'example'): Promise<LoadReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pacta-claims-'))
  await writeFile(path.join(folder, 'input.yaml'), text)
  return loadSeed(database, ontology, { paths: [folder], dataset }).finally(() => rm(folder, { recursive: true }))
}

function stored(): Promise<Row[]> {
  return rows(`MATCH (c:Claim)-[r:CLAIMS]->(e:Entity)
RETURN c.id AS id, e.id AS about, c.property AS property, c.value AS value, c.claimedBy AS by, r.basis AS basis,
  r.source AS source, r.rank AS rank, r.rankReason AS reason ORDER BY id`)
}

async function ranks(): Promise<Record<string, unknown>> {
  return Object.fromEntries((await stored()).map(({ id, rank }) => [String(id), rank]))
}

function rows(text: string): Promise<Row[]> {
  return database.read({ text, parameters: {} })
}
