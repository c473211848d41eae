import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openSeededApi, type SeededApi } from './setup/seededApi.ts'

// Which acts stood behind the agencies and systems of the declaration, day by day, held against the law record.
let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
})
afterAll(() => api.close())

test.each([
  ['institution/europol', '1998-09-30', []],
  ['institution/europol', '2009-12-31', ['instrument/europol-convention']],
  ['institution/europol', '2010-01-01', ['instrument/32009D0371']],
  ['institution/europol', '2017-04-30', ['instrument/32009D0371']],
  ['institution/europol', '2017-05-01', ['instrument/32016R0794']],
  ['institution/eurojust', '2002-03-05', []],
  ['institution/eurojust', '2002-03-06', ['instrument/32002D0187']],
  ['institution/eurojust', '2018-06-11', ['instrument/32002D0187']],
  ['institution/eurojust', '2019-06-01', ['instrument/32002D0187']],
  ['institution/eurojust', '2019-12-11', ['instrument/32002D0187']],
  ['institution/eurojust', '2019-12-12', ['instrument/32018R1727']],
  ['institution/frontex', '2005-04-30', []],
  ['institution/frontex', '2005-05-01', ['instrument/32004R2007']],
  ['institution/frontex', '2016-10-05', ['instrument/32004R2007']],
  ['institution/frontex', '2016-10-06', ['instrument/32016R1624']],
  ['institution/frontex', '2018-06-11', ['instrument/32016R1624']],
  ['institution/frontex', '2019-12-03', ['instrument/32016R1624']],
  ['institution/frontex', '2019-12-04', ['instrument/32019R1896']],
  ['institution/eu-lisa', '2011-11-20', []],
  ['institution/eu-lisa', '2018-12-10', ['instrument/32011R1077']],
  ['institution/eu-lisa', '2018-12-11', ['instrument/32018R1726']],
  ['institution/amla', '2025-06-30', []],
  ['institution/amla', '2025-07-01', ['instrument/32024R1620']],
  ['institution/etiascu', '2018-10-08', []],
  ['institution/etiascu', '2018-10-09', ['instrument/32018R1240']],
  ['institution/ccpd', '2015-10-01', ['instrument/tournai2']],
  ['institution/andv', '2022-06-30', []],
  ['institution/andv', '2022-07-01', ['instrument/fr-andv2022']],
  ['system/sis', '2013-04-08', []],
  ['system/sis', '2018-06-11', ['instrument/32006R1987', 'instrument/32007D0533']],
  ['system/sis', '2023-03-06', ['instrument/32006R1987', 'instrument/32007D0533']],
  ['system/sis', '2023-03-07', ['instrument/32018R1860', 'instrument/32018R1861', 'instrument/32018R1862']],
  ['system/ees', '2017-12-28', []],
  ['system/ees', '2018-06-11', ['instrument/32017R2226']],
  ['system/ees', '2025-07-26', ['instrument/32017R2226', 'instrument/32025R1534']],
  ['system/ctr', '2019-08-31', []],
  ['system/ctr', '2019-09-01', ['instrument/32005D0671']],
  ['system/ctr', '2023-10-31', ['instrument/32023R2131']],
  ['system/etias', '2018-06-11', []],
  ['system/etias', '2018-10-09', ['instrument/32018R1240']],
  ['system/eu-pnr', '2016-05-23', []],
  ['system/eu-pnr', '2018-06-11', ['instrument/32016L0681']],
  ['system/prum', '2008-08-25', []],
  ['system/prum', '2018-06-11', ['instrument/32008D0615', 'instrument/32008D0616']],
  ['system/prum', '2024-04-25', ['instrument/32008D0615', 'instrument/32008D0616', 'instrument/32024R0982']],
])('%s had on %s the mandate of %j', async (id, validAt, acts) => {
  const query = `query ($id: ID!, $asOf: AsOf) { entity(id: $id, asOf: $asOf) {
    ... on Institution { mandates { edges { basis source node { id } } } }
    ... on InformationSystem { mandates { edges { basis source node { id } } } }
  } }`
  interface Answer {
    entity: { mandates: { edges: { basis: string; source: string; node: { id: string } }[] } }
  }
  const { entity } = await api.data<Answer>(query, { id, asOf: { validAt } })
  expect(entity.mandates.edges.map(({ node }) => node.id).sort()).toEqual(acts)
  for (const { basis, source } of entity.mandates.edges)
    expect([basis, source]).toEqual(['BY_LAW', expect.stringMatching(/^http/)])
})

test.each([
  ['system/sis', '2013-05-08', []],
  ['system/sis', '2013-05-09', ['institution/eu-lisa']],
  ['system/ees', '2017-12-28', []],
  ['system/ees', '2018-06-11', ['institution/eu-lisa']],
  ['system/etias', '2018-06-11', []],
  ['system/etias', '2018-10-09', ['institution/eu-lisa']],
  ['system/ctr', '2019-09-01', ['institution/eurojust']],
  ['system/eu-pnr', '2018-06-11', []],
])('%s was run, or was to be run, on %s by %j', async (id, validAt, bodies) => {
  const query = `query ($id: ID!, $asOf: AsOf) { informationSystem(id: $id, asOf: $asOf) { operatedBy { edges { node { id } } } } }`
  const edges = bodies.map(body => ({ node: { id: body } }))
  expect(await api.data(query, { id, asOf: { validAt } })).toEqual({ informationSystem: { operatedBy: { edges } } })
})

test.each([
  ['eurojust', '17a', '2018-06-11', ['32002D0187']],
  ['eurojust', '17a', '2019-12-11', ['32002D0187']],
  ['eurojust', '17a', '2019-12-12', ['32018R1727']],
  ['europol', '17a', '2018-06-11', ['32016R0794']],
  ['europol', '03a', '2018-06-11', ['32002F0465', '32016R0794']],
  ['frontex', '15a', '2019-12-03', ['32016R0399', '32016R1624']],
  ['frontex', '15a', '2019-12-04', ['32016R0399', '32019R1896']],
  ['eu-lisa', '11a', '2018-06-11', ['32006R1987', '32007D0533', '32011R1077']],
  ['eu-lisa', '11a', '2018-12-11', ['32006R1987', '32007D0533', '32018R1726']],
  ['eu-lisa', '11a', '2023-03-07', ['32018R1726', '32018R1861', '32018R1862']],
  ['eurojust', '01a', '2024-12-11', ['32005D0671', '32006F0960', '32018R1727', 'tournai2']],
  ['eurojust', '01a', '2024-12-12', ['32005D0671', '32018R1727', '32023L0977', 'tournai2']],
  ['fr-tracfin', '05a', '2027-07-10', ['32017L0541']],
  ['be-incc', '02a', '2018-06-11', ['32008D0615', '32008D0616']],
  ['be-jus', '07a', '2018-06-11', []],
])('The law behind what %s does for %s is on %s %j', async (body, letter, validAt, acts) => {
  const query = `query ($institution: ID!, $commitment: ID!, $asOf: AsOf) {
    whoHandles(institution: $institution, commitment: $commitment, asOf: $asOf) { edges { node { legalBasis { id } } } }
  }`
  const asked = { institution: `institution/${body}`, commitment: `commitment/fr-be-2018-06-11/${letter}`, asOf: { validAt } }
  const legalBasis = acts.map(act => ({ id: `instrument/${act}` }))
  expect(await api.data(query, asked)).toEqual({ whoHandles: { edges: [{ node: { legalBasis } }] } })
})

describe('No act stands behind anything on a day on which it is not in force', () => {
  interface Acts {
    edges: { node: { id: string; inForce: boolean | null } }[]
  }
  const acts = '{ edges { node { id inForce } } }'
  const mandates = `query ($asOf: AsOf) {
    institutions(first: 500, asOf: $asOf) { edges { node { acts: mandates ${acts} } } }
    informationSystems(first: 100, asOf: $asOf) { edges { node { acts: mandates ${acts} } } }
  }`
  const legalBases = `query ($asOf: AsOf) {
    commitments(first: 100, asOf: $asOf) { edges { node { acts: instruments(aspect: LEGAL_BASIS) ${acts} } } }
  }`
  const before = ['1998-10-01', '2005-05-01', '2010-01-01', '2013-04-09', '2016-10-06', '2017-05-01']
  // From the day of the declaration, the law on which its commitments rest as well.
  const since = ['2018-06-11', '2018-12-11', '2019-12-04', '2019-12-12', '2021-01-01', '2023-03-06', '2023-03-07']
  const later = ['2024-12-11', '2024-12-12', '2026-11-01', '2027-07-09', '2027-07-10']

  test.each([
    ...[...before, ...since, ...later].map((day): [string, string, string] => ['mandates', day, mandates]),
    ...[...since, ...later].map((day): [string, string, string] => ['legal bases', day, legalBases]),
  ])('%s on %s', async (_, validAt, query) => {
    const answer = await api.data<Record<string, { edges: { node: { acts: Acts } }[] }>>(query, { asOf: { validAt } })
    const standing = Object.values(answer).flatMap(({ edges }) => edges.flatMap(({ node }) => node.acts.edges))
    expect(standing.length).toBeGreaterThan(0)
    expect(standing.filter(({ node }) => node.inForce === false)).toEqual([])
  })
})

test.each([
  ['32002D0187', '2002-03-05', false],
  ['32002D0187', '2019-12-11', true],
  ['32002D0187', '2019-12-12', false],
  ['32018R1727', '2018-12-10', false],
  ['32018R1727', '2018-12-11', true],
  ['32016R1624', '2019-12-04', true],
  ['32016R1624', '2021-01-01', false],
  ['32007D0533', '2023-03-06', true],
  ['32007D0533', '2023-03-07', false],
  ['32018R1862', '2018-12-27', true],
  ['32018R1862', '2018-12-26', false],
  ['32006R1986', '2023-03-06', true],
  ['32006R1986', '2023-03-07', false],
  ['32019R0818', '2019-06-10', false],
  ['32019R0818', '2019-06-11', true],
  ['32006F0960', '2024-12-11', null],
  ['32006F0960', '2024-12-12', false],
  ['32015L0849', '2027-07-09', true],
  ['32015L0849', '2027-07-10', false],
  ['32004L0082', '2026-11-25', true],
  ['32011R1077', '2018-12-10', true],
  ['32011R1077', '2018-12-11', false],
  ['32009D0371', '2017-05-01', false],
  ['32016L0681', '2016-05-24', true],
  ['32018R1240', '2018-06-11', false],
])('%s was on %s in force: %j', async (celex, validAt, inForce) => {
  const query = 'query ($celex: ID!, $asOf: AsOf) { instrument(celex: $celex, asOf: $asOf) { inForce } }'
  expect(await api.data(query, { celex, asOf: { validAt } })).toEqual({ instrument: { inForce } })
})

test.each([
  ['32018R1862', '2019-06-10', []],
  ['32018R1862', '2019-06-11', ['32019R0818']],
  ['32018R1862', '2021-08-02', ['32019R0818']],
  ['32018R1862', '2021-08-03', ['32019R0818', '32021R1150']],
  ['32016R0794', '2018-10-08', []],
  ['32016R0794', '2018-10-09', ['32018R1241']],
  ['32016R0794', '2022-06-27', ['32018R1241']],
  ['32016R0794', '2022-06-28', ['32018R1241', '32022R0991']],
  ['32017R2226', '2021-08-02', ['32018R1240', '32019R0817']],
  ['32017R2226', '2021-08-03', ['32018R1240', '32019R0817', '32021R1152']],
  ['32018R1726', '2025-01-27', ['32019R0817', '32019R0818', '32023R0969', '32024R0982']],
  ['32018R1726', '2025-01-28', ['32019R0817', '32019R0818', '32023R0969', '32024R0982', '32025R0012']],
])('%s was on %s amended by %j', async (celex, validAt, acts) => {
  const query =
    'query ($celex: ID!, $asOf: AsOf) { instrument(celex: $celex, asOf: $asOf) { amendedBy { edges { node { celex } } } } }'
  const { instrument } = await api.data<{ instrument: { amendedBy: { edges: { node: { celex: string } }[] } } }>(query, {
    celex,
    asOf: { validAt },
  })
  expect(instrument.amendedBy.edges.map(({ node }) => node.celex).sort()).toEqual(acts)
})

test('an act whose repeal takes effect on a day still to be fixed stands, and the repeal is set aside with that reason', async () => {
  const query = `query ($validAt: Date) { instrument(celex: "32004L0082", asOf: { validAt: $validAt }) {
    repealedBy { edges { node { celex } } } currentVersion { celex } } }`
  const currentVersion = { celex: '32004L0082' }
  expect(await api.data(query, { validAt: '2018-06-11' })).toEqual({ instrument: { repealedBy: { edges: [] }, currentVersion } })
  expect(await api.data(query, { validAt: '2026-11-25' })).toEqual({ instrument: { repealedBy: { edges: [] }, currentVersion } })
  const all = '{ instrument(celex: "32004L0082") { repealedBy(rank: ALL) { edges { rankReason node { celex } } } } }'
  const rankReason = 'The repeal takes effect when the Regulation applies, on a day that was not found.'
  expect(await api.data(all)).toEqual({ instrument: { repealedBy: { edges: [{ rankReason, node: { celex: '32025R0012' } }] } } })
})

describe('partial repeals', () => {
  const query = `query ($validAt: Date) { instrument(celex: "32016R1624", asOf: { validAt: $validAt }) {
    repealedBy { edges { provisions exceptProvisions validFrom node { celex } } }
  } }`
  const kept = ['Article 20', 'Article 30', 'Article 31']
  const most = { provisions: [], exceptProvisions: kept, validFrom: '2019-12-04', node: { celex: '32019R1896' } }
  const rest = { provisions: kept, exceptProvisions: [], validFrom: '2021-01-01', node: { celex: '32019R1896' } }

  test.each([
    ['2019-12-03', []],
    ['2019-12-04', [most]],
    ['2021-01-01', [most, rest]],
  ])('of the Frontex Regulation of 2016 on %s', async (validAt, edges) => {
    const { instrument } = await api.data<{ instrument: { repealedBy: { edges: { validFrom: string }[] } } }>(query, { validAt })
    const sorted = [...instrument.repealedBy.edges].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    expect(sorted).toEqual(edges)
  })
})

test.each([
  ['32016R1624', '2018-06-11', '32016R1624'],
  ['32016R1624', '2019-12-03', '32016R1624'],
  ['32016R1624', '2019-12-04', '32019R1896'],
  ['32004R2007', '2018-06-11', '32016R1624'],
  ['32004R2007', '2020-06-01', '32019R1896'],
  ['32002D0187', '2019-06-01', '32002D0187'],
  ['32002D0187', '2019-12-12', '32018R1727'],
  ['32007D0533', '2018-06-11', '32007D0533'],
  ['32007D0533', '2023-03-07', '32018R1862'],
  ['32006F0960', '2024-12-12', '32023L0977'],
  ['32009D0371', '2016-06-13', '32009D0371'],
  ['32009D0371', '2017-05-01', '32016R0794'],
  ['32011R1077', '2018-12-11', '32018R1726'],
  ['31991L0477', '2021-04-26', '32021L0555'],
  ['32015L0849', '2027-07-10', '32024L1640'],
])('in the place of %s stood on %s %s', async (celex, validAt, stood) => {
  const query =
    'query ($celex: ID!, $at: Date) { instrument(celex: $celex, asOf: { validAt: $at }) { currentVersion { celex } } }'
  expect(await api.data(query, { celex, at: validAt })).toEqual({ instrument: { currentVersion: { celex: stood } } })
})
