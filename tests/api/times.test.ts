import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'
import { openApi, type SeededApi } from '../setup/seededApi.ts'

// Three acts follow each other: the second repeals the first, the third the second; a fourth repeals but one provision.
const records = `
defaults: { basis: CURATED, source: https://example.org/record }
instruments:
  - { id: instrument/1, label: { en: First }, kind: DECISION, dateEntryIntoForce: 2002-03-06, dateEndOfValidity: 2019-12-11 }
  - id: instrument/2
    label: { en: Second }
    kind: REGULATION
    dateEntryIntoForce: 2018-12-11
    dateApplicability: 2019-12-12
    dateEndOfValidity: 2023-06-30
    repeals: [{ node: instrument/1, validFrom: 2019-12-12 }]
  - id: instrument/3
    label: { en: Third }
    kind: REGULATION
    dateEntryIntoForce: 2023-07-10
    repeals: [{ node: instrument/2, validFrom: 2023-07-01 }]
  - id: instrument/4
    label: { en: Fourth }
    kind: REGULATION
    dateEntryIntoForce: 2010-01-01
    repeals: [{ node: instrument/1, provisions: [Article 2], validFrom: 2010-01-01 }]
  - { id: instrument/undated, label: { en: Undated }, kind: TREATY }
institutions:
  - { id: institution/a, label: { en: A }, kind: AGENCY, dateFounded: 1999-07, dateDissolved: 2017 }
  - id: institution/b
    label: { en: B }
    kind: AGENCY
    partOf:
      - { node: institution/a, validFrom: 2018, validTo: 2019 }
      - { node: institution/a, validFrom: 2019-06, validTo: 2019-09-15 }
    participatedIn:
      - { node: event/one }
      - { node: event/two, rank: DEPRECATED, rankReason: Another body took part. }
events:
  - { id: event/one, label: { en: One }, kind: MEETING, startDate: 2018-05, endDate: 2018-05 }
  - { id: event/two, label: { en: Two }, kind: MEETING, startDate: 2018-05-29 }
`
let api: SeededApi
let folder: string

beforeAll(async () => {
  const database = await emptyDatabase()
  api = openApi(database)
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-times-'))
  await writeFile(path.join(folder, 'records.yaml'), records)
  await loadSeed(database, readOntology(), { paths: [folder] })
})
afterAll(async () => {
  await api.close()
  await rm(folder, { recursive: true })
})

test.each([
  ['2001-01-01', null, null],
  ['2010-06-01', 'instrument/1', true],
  ['2019-06-01', 'instrument/1', true],
  ['2019-12-12', 'instrument/2', false],
  // The second had ended and the third had not begun.
  ['2023-07-05', null, false],
  ['2024-01-01', 'instrument/3', false],
])('On %s the act in the place of the first is %s', async (day, version, first) => {
  const { instrument, later } = await api.data<
    Record<string, { inForce: boolean | null; currentVersion: { id: string } | null }>
  >(
    `query ($day: Date!) {
      instrument(id: "instrument/1", asOf: { validAt: $day }) { inForce currentVersion { id } }
      later: instrument(id: "instrument/1") { currentVersion(asOf: { validAt: $day }) { id } }
    }`,
    { day },
  )
  expect(instrument?.currentVersion?.id ?? null).toBe(version)
  expect(later?.currentVersion?.id ?? null).toBe(version)
  if (first !== null) expect(instrument?.inForce).toBe(first)
})

test('Of an act without a date of entry into force it is not known which act stands in its place', async () => {
  const query = '{ instrument(id: "instrument/undated") { inForce currentVersion { id } } }'
  expect(await api.data(query)).toEqual({ instrument: { inForce: null, currentVersion: null } })
  expect(await api.askPrepared(query)).toBe('{"data":{"instrument":{"inForce":null,"currentVersion":null}}}\n')
})

test('A date written as a month or a year is its first day, and says how exactly it is known', async () => {
  const { a, b, one, two } = await api.data<Record<string, never>>(`{
    a: institution(id: "institution/a") { dateFounded dateFoundedPrecision dateDissolved dateDissolvedPrecision }
    b: institution(id: "institution/b", asOf: { validAt: "2018-07-01" }) {
      dateFounded dateFoundedPrecision
      partOf { edges { validFrom validFromPrecision validTo validToPrecision } }
    }
    one: event(id: "event/one") { startDate datePrecision endDate endDatePrecision }
    two: event(id: "event/two") { startDate datePrecision }
  }`)
  expect(a).toEqual({
    ...{ dateFounded: '1999-07-01', dateFoundedPrecision: 'MONTH' },
    ...{ dateDissolved: '2017-01-01', dateDissolvedPrecision: 'YEAR' },
  })
  const year = { validFrom: '2018-01-01', validFromPrecision: 'YEAR', validTo: '2019-01-01', validToPrecision: 'YEAR' }
  expect(b).toEqual({ dateFounded: null, dateFoundedPrecision: null, partOf: { edges: [year] } })
  expect(one).toEqual({
    ...{ startDate: '2018-05-01', datePrecision: 'MONTH' },
    ...{ endDate: '2018-05-01', endDatePrecision: 'MONTH' },
  })
  expect(two).toEqual({ startDate: '2018-05-29', datePrecision: 'DAY' })
})

test.each([
  ['2017-12-31', 0],
  ['2018-01-01', 1],
  ['2018-12-31', 1],
  ['2019-01-01', 0],
  ['2019-06-01', 1],
  ['2019-09-14', 1],
  ['2019-09-15', 0],
])('A statement holds from the first day of its first month or year until that of its last: %s', async (validAt, count) => {
  const query = 'query ($asOf: AsOf) { institution(id: "institution/b", asOf: $asOf) { partOf { totalCount } } }'
  expect(await api.data(query, { asOf: { validAt } })).toEqual({ institution: { partOf: { totalCount: count } } })
})

test('Events can be asked for by how exactly their date is known', async () => {
  const query = 'query ($known: [DatePrecision!]) { events(filter: { datePrecision: $known }) { edges { node { id } } } }'
  expect(await api.data(query, { known: ['MONTH'] })).toEqual({ events: { edges: [{ node: { id: 'event/one' } }] } })
  expect(await api.data(query, { known: ['DAY'] })).toEqual({ events: { edges: [{ node: { id: 'event/two' } }] } })
})

const one = { node: { id: 'event/one' } }
const two = { node: { id: 'event/two' } }

test('What is set aside is shown when all ranks are asked for, or when a filter names its rank', async () => {
  const found = await api.data(`{
    institution(id: "institution/b") {
      best: participatedIn { totalCount edges { node { id } } }
      all: participatedIn(rank: ALL) { totalCount edges { node { id } } }
      relationships(types: [PARTICIPATED_IN]) { totalCount }
      allRelationships: relationships(types: [PARTICIPATED_IN], rank: ALL) { totalCount }
    }
    relationships(filter: { types: [PARTICIPATED_IN] }) { totalCount }
    every: relationships(filter: { types: [PARTICIPATED_IN] }, rank: ALL) { totalCount }
    aside: relationships(filter: { rank: [DEPRECATED] }) { edges { node { to { id } rank rankReason } } }
    normal: relationships(filter: { types: [PARTICIPATED_IN], rank: [NORMAL] }) { totalCount }
    events(filter: { participants: { id: "institution/b" } }) { edges { node { id } } }
    eventsAside: events(filter: { participants: { id: "institution/b", statement: { rank: [DEPRECATED] } } }) { edges { node { id } } }
  }`)
  expect(found).toEqual({
    institution: {
      best: { totalCount: 1, edges: [one] },
      all: { totalCount: 2, edges: [one, two] },
      relationships: { totalCount: 1 },
      allRelationships: { totalCount: 2 },
    },
    relationships: { totalCount: 1 },
    every: { totalCount: 2 },
    aside: { edges: [{ node: { to: { id: 'event/two' }, rank: 'DEPRECATED', rankReason: 'Another body took part.' } }] },
    normal: { totalCount: 1 },
    events: { edges: [one] },
    eventsAside: { edges: [two] },
  })
})
