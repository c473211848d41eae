import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readOntology } from '../src/schema/readOntology.ts'
import { openSeededApi, type SeededApi } from './setup/seededApi.ts'
import { seedFolder } from './setup/seedFolder.ts'

// What the graph says of the Franco-Belgian declaration of 11 June 2018, read by GraphQL and held against the stored text.
const document = 'document/fr-be-2018-06-11'
const file = path.join(seedFolder, 'documents/fr-be-2018-06-11.txt')
const ontology = readOntology()
let api: SeededApi

beforeAll(async () => {
  api = await openSeededApi()
})
afterAll(() => api.close())

describe('the document and its passages', () => {
  interface Passage {
    id: string
    text: string
    start: number
    end: number
    prefix: string | null
    suffix: string | null
  }
  interface Answer {
    document: { text: string; sha256: string; passages: Page<Passage> }
  }
  let answer: Answer['document']

  beforeAll(async () => {
    const query = `{ document(id: "${document}") { text sha256 passages(first: 100) { edges { node { id text start end prefix suffix } } } } }`
    answer = (await api.data<Answer>(query)).document
  })

  test('the stored text is the file, byte for byte', async () => {
    const bytes = await readFile(file)
    expect(answer.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(answer.text).toBe(bytes.toString('utf8'))
  })

  test('each passage is the span of the text from its start to its end, counted in code points, between what stands around it', () => {
    const points = [...answer.text]
    const span = (from: number, to: number): string => points.slice(Math.max(from, 0), to).join('')
    for (const { start, end, text, prefix, suffix } of nodes(answer.passages)) {
      const around = { prefix: span(start - 32, start), suffix: span(end, end + 32) }
      expect({ text, prefix: prefix ?? '', suffix: suffix ?? '' }).toEqual({ text: span(start, end), ...around })
    }
  })

  test('the eighteen bullets are passages 01 to 18, in the order of the text', () => {
    const bullets = answer.text
      .split('\n')
      .filter(line => /^- .{60}/.test(line))
      .map((line, index) => ({ id: passage(String(index + 1).padStart(2, '0')), text: line.slice(2) }))
    expect(bullets).toHaveLength(18)
    const numbered = nodes(answer.passages).filter(({ id }) => /\/\d\d$/.test(id))
    expect(numbered.map(({ id, text }) => ({ id, text }))).toEqual(bullets)
  })
})

// Commitment, what it promises, the verb that commits, the bullets that say so, and whom its words name, with the part of each.
const commitments: [id: string, strength: string, verb: string, bullets: string[], named: Record<string, string>][] = [
  ['01a', 'CONTINUE', 'De poursuivre le renforcement', ['01'], { 'class-services': 'OPERATOR' }],
  ['02a', 'EFFORT', 'De travailler sur', ['02'], {}],
  ['03a', 'PLEDGE', 'De faciliter', ['03'], {}],
  ['03b', 'PLEDGE', 'De veiller à assurer', ['03'], { 'class-authorities': 'OPERATOR' }],
  ['04a', 'PLEDGE', 'de nous accorder sur', ['04', '05'], {}],
  ['05a', 'PLEDGE', 'de renforcer', ['05'], {}],
  ['06a', 'PLEDGE', 'D’intensifier', ['06'], { 'be-nccn': 'OPERATOR', 'class-crisis-centres': 'OPERATOR' }],
  ['07a', 'EFFORT', 'D’œuvrer à', ['07'], { 'be-jus': 'CO_LEAD', 'es-mj': 'CO_LEAD', 'fr-mj': 'CO_LEAD', 'ma-mj': 'CO_LEAD' }],
  ['07b', 'EFFORT', 'D’agir auprès de', ['07'], { 'class-partners': 'ADDRESSEE' }],
  ['08a', 'PLEDGE', 'D’approfondir', ['08'], {}],
  [
    '09a',
    'PLEDGE',
    'd’anticiper',
    ['09'],
    {
      'class-administrative-authorities': 'OPERATOR',
      'class-intelligence-services': 'OPERATOR',
      'class-judicial-authorities': 'OPERATOR',
      'class-police-services': 'OPERATOR',
      'class-prison-administrations': 'OPERATOR',
    },
  ],
  ['09b', 'PLEDGE', 'feront l’objet d’une concertation', ['09'], { 'class-competent-authorities': 'CO_LEAD' }],
  ['10a', 'CONTINUE', 'De poursuivre', ['10'], {}],
  [
    '10b',
    'PLEDGE',
    'approfondiront',
    ['10'],
    { 'class-prison-administrations': 'CO_LEAD', 'class-prison-intelligence-services': 'CO_LEAD' },
  ],
  ['11a', 'EXPLORE', 'de réfléchir à', ['11'], { 'class-services': 'OPERATOR' }],
  ['12a', 'CONTINUE', 'De poursuivre', ['12'], {}],
  ['13a', 'CONTINUE', 'De poursuivre', ['13'], { 'class-local-authorities': 'ADDRESSEE' }],
  ['14a', 'PLEDGE', 'De tenir', ['14'], { 'class-experts-on-returning-minors': 'CONSULTED' }],
  ['15a', 'SUPPORT', 'D’appuyer', ['15'], { frontex: 'OPERATOR' }],
  ['16a', 'CALL_ON_OTHERS', 'nous appelons à travailler', ['16'], {}],
  ['17a', 'EFFORT', 'nous souhaitons renforcer', ['17'], { eurojust: 'CHANNEL', europol: 'CHANNEL' }],
  ['17b', 'EFFORT', 'intensifier', ['17'], {}],
  [
    '18a',
    'CALL_ON_OTHERS',
    'nous appelons à',
    ['18'],
    { 'class-communications-service-providers': 'ADDRESSEE', 'class-investigating-services': 'ADDRESSEE' },
  ],
  ['18b', 'CALL_ON_OTHERS', 'doit se doter', ['18'], { eu: 'ADDRESSEE' }],
  ['18c', 'PLEDGE', 'Nous nous engageons à poursuivre', ['18'], { 'council-eu': 'CHANNEL' }],
]

describe('the commitments', () => {
  interface Commitment {
    id: string
    text: string
    strength: string
    verbAsWritten: string
    deadline: string | null
    deadlineAsWritten: string | null
    statedIn: Page<{ id: string; text: string }>
    madeBy: Page<{ id: string }, { capacity: string }>
    handledBy: Page<{ id: string }, { role: string }>
    triggeredBy: Page<{ id: string }>
    followsUp: Page<{ id: string }>
    informationSystems: Page<{ id: string }>
  }
  let stated: Map<string, Commitment>

  beforeAll(async () => {
    const query = `{
      commitments(first: 100) { edges { node {
        id text strength verbAsWritten deadline deadlineAsWritten
        statedIn { edges { node { id text } } }
        madeBy { edges { capacity node { id } } }
        handledBy(basis: [NAMED_IN_TEXT], first: 30) { edges { role node { id } } }
        triggeredBy { edges { node { id } } }
        followsUp { edges { node { id } } }
        informationSystems { edges { node { id } } }
      } } }
    }`
    const { commitments: page } = await api.data<{ commitments: Page<Commitment> }>(query)
    stated = new Map(nodes(page).map(node => [node.id, node]))
  })

  test('there are twenty-five', () => {
    expect([...stated.keys()]).toEqual(commitments.map(([id]) => commitment(id)))
    expect(stated.size).toBe(25)
  })

  test.each(commitments)('%s is a %s, by the words "%s"', (id, strength, verb, bullets) => {
    const found = stated.get(commitment(id))!
    expect(found).toMatchObject({ strength, verbAsWritten: verb })
    expect(found.text).toContain(verb)
    expect(nodes(found.statedIn).map(node => node.id)).toEqual(bullets.map(passage))
    for (const { text } of nodes(found.statedIn)) expect(text).toContain(verb)
  })

  test.each(commitments)('%s names nobody but whom its words name', (id, _strength, _verb, _bullets, named) => {
    const handlers = stated.get(commitment(id))!.handledBy.edges.map(({ node, role }) => [node.id, role])
    expect(Object.fromEntries(handlers)).toEqual(
      Object.fromEntries(Object.entries(named).map(([body, role]) => [`institution/${body}`, role])),
    )
    expect(handlers).toHaveLength(Object.keys(named).length)
  })

  test('nine name nobody at all, and stay so', () => {
    const silent = [...stated.values()].filter(({ handledBy }) => handledBy.edges.length === 0).map(({ id }) => id)
    expect(silent).toEqual(['02a', '03a', '04a', '05a', '08a', '10a', '12a', '16a', '17b'].map(commitment))
  })

  test('both governments made every one of them; the rail PNR is called for with two more', () => {
    const both = { 'institution/be-government': 'PARTY', 'institution/fr-government': 'PARTY' }
    const four = { ...both, 'institution/nl-government': 'CO_ACTOR', 'institution/uk-government': 'CO_ACTOR' }
    for (const { id, madeBy } of stated.values()) {
      const makers = Object.fromEntries(madeBy.edges.map(({ node, capacity }) => [node.id, capacity]))
      expect([id, makers]).toEqual([id, id === commitment('16a') ? four : both])
    }
  })

  test('two have a deadline, in the words of the text', () => {
    const dated = [...stated.values()].filter(({ deadline }) => deadline !== null)
    expect(dated.map(({ id, deadline, deadlineAsWritten }) => [id, deadline, deadlineAsWritten])).toEqual([
      [commitment('07b'), '2018-12-31', 'd’ici la fin de l’année'],
      [commitment('14a'), '2018-12-31', 'avant la fin de l’année 2018'],
    ])
    for (const { text, deadlineAsWritten } of dated) expect(text).toContain(deadlineAsWritten)
    expect([...stated.values()].filter(({ deadlineAsWritten }) => deadlineAsWritten !== null)).toHaveLength(2)
  })

  test('the clause on cultural goods stands in bullets 4 and 5 and is one commitment', () => {
    const { text, statedIn } = stated.get(commitment('04a'))!
    expect(nodes(statedIn)).toHaveLength(2)
    for (const node of nodes(statedIn)) expect(node.text).toContain(text)
    const shared = [...stated.values()].filter(found => found.statedIn.edges.length > 1)
    expect(shared.map(({ id }) => id)).toEqual([commitment('04a')])
  })

  test('the attack of Liège triggered one commitment, which concerns the Schengen Information System', () => {
    const triggered = [...stated.values()].filter(({ triggeredBy }) => triggeredBy.edges.length > 0)
    expect(triggered.map(({ id }) => id)).toEqual([commitment('11a')])
    expect(nodes(triggered[0]!.triggeredBy)).toEqual([{ id: 'event/liege-2018-05-29' }])
    expect(nodes(triggered[0]!.informationSystems)).toEqual([{ id: 'system/sis' }])
  })

  test('the coordination against terrorist financing follows up the conference No Money For Terror', async () => {
    expect(nodes(stated.get(commitment('05a'))!.followsUp)).toEqual([{ id: 'event/no-money-for-terror-2018-04-25' }])
    const query = '{ event(id: "event/no-money-for-terror-2018-04-25") { followedUpBy { edges { node { id } } } } }'
    const { event } = await api.data<{ event: { followedUpBy: Page<{ id: string }> } }>(query)
    expect(nodes(event.followedUpBy)).toEqual([{ id: commitment('05a') }])
  })
})

describe('seen from the bodies that the text names', () => {
  test.each([
    ['europol', '17a', 'CHANNEL', 'via notamment les agences Eurojust, Europol'],
    ['eurojust', '17a', 'CHANNEL', 'via notamment les agences Eurojust, Europol'],
    ['frontex', '15a', 'OPERATOR', 'l’Agence FRONTEX'],
    ['be-jus', '07a', 'CO_LEAD', 'les ministres de la justice de la Belgique'],
    ['es-mj', '07a', 'CO_LEAD', 'les ministres de la justice de la Belgique, de l’Espagne'],
    ['fr-mj', '07a', 'CO_LEAD', 'les ministres de la justice de la Belgique, de l’Espagne, de la France'],
    ['ma-mj', '07a', 'CO_LEAD', 'les ministres de la justice de la Belgique, de l’Espagne, de la France et du Maroc'],
    ['council-eu', '18c', 'CHANNEL', 'Conseil'],
  ])('%s has %s as %s, by words that hold "%s"', async (body, id, role, words) => {
    const query = `query ($id: ID!) { institution(id: $id) {
      obligations(basis: [NAMED_IN_TEXT]) { edges { role quote source node { id } } }
    } }`
    interface Answer {
      institution: { obligations: Page<{ id: string }, { role: string; quote: string; source: string }> }
    }
    const { institution } = await api.data<Answer>(query, { id: `institution/${body}` })
    const [edge, ...others] = institution.obligations.edges
    expect(others).toEqual([])
    expect(edge).toMatchObject({ role, node: { id: commitment(id) }, source: passage(id.slice(0, 2)) })
    expect(edge!.quote).toContain(words)
  })
})

describe('what became of the commitments', () => {
  interface Report {
    date: string
    kind: string
    url: string | null
    searchedIn: string[]
    progress: string | null
    assessment: string | null
    reportsOn: Page<{ id: string }, { basis: string; source: string }>
  }
  interface Status {
    id: string
    progress: string
    assessment: string
    timeliness: string
    coded: string[]
    verifiable: boolean
  }
  let reports: Report[]
  let statuses: Map<string, Status>

  beforeAll(async () => {
    const query = `{
      progressReports(first: 100) { edges { node {
        date kind url searchedIn progress assessment reportsOn { edges { basis source node { id } } }
      } } }
      commitments(first: 100, asOf: { validAt: "2026-11-01" }) { edges { node {
        id progress assessment timeliness coded verifiable
      } } }
    }`
    const answer = await api.data<{ progressReports: Page<Report>; commitments: Page<Status> }>(query)
    reports = nodes(answer.progressReports)
    statuses = new Map(nodes(answer.commitments).map(status => [status.id, status]))
  })

  test('is said of each of them, after the declaration was made', () => {
    const reported = new Set(reports.flatMap(({ reportsOn }) => nodes(reportsOn).map(({ id }) => id)))
    expect([...reported].sort()).toEqual(commitments.map(([id]) => commitment(id)))
    expect(reports.filter(({ date }) => date <= '2018-06-11')).toEqual([])
    for (const { coded } of statuses.values()) expect(coded).toEqual(expect.arrayContaining(['HANDLERS', 'PROGRESS']))
  })

  test('is written at an address, or was looked for in places that are named', () => {
    const inVain = reports.filter(({ kind }) => kind === 'NOTHING_FOUND')
    expect(inVain).toHaveLength(19)
    for (const { url, searchedIn, progress } of inVain) expect([url, progress, searchedIn.length > 0]).toEqual([null, null, true])
    for (const { url, kind } of reports) if (kind !== 'NOTHING_FOUND') expect(url).toMatch(/^https?:\/\/[^/]+\/.+/)
  })

  test('is never delivery where there are only words, and never a judgement that the words do not allow', () => {
    const words = reports.filter(({ kind, progress }) => kind === 'REAFFIRMATION' && progress !== null)
    expect(words).toEqual([])
    const judged = [...statuses.values()].filter(({ assessment }) => /FULFILLED|NO_EVIDENCE/.test(assessment))
    expect(judged.filter(({ verifiable }) => !verifiable)).toEqual([])
  })

  test.each([
    ['06a', 'DELIVERED', 'NOT_ASSESSED', 'NO_DEADLINE'],
    ['07a', 'NOT_STARTED', 'NO_EVIDENCE', 'NO_DEADLINE'],
    ['07b', 'NOT_STARTED', 'NO_EVIDENCE', 'OVERDUE'],
    ['08a', 'IN_PROGRESS', 'UNVERIFIABLE', 'NO_DEADLINE'],
    ['13a', 'IN_PROGRESS', 'PARTIALLY_FULFILLED', 'NO_DEADLINE'],
    ['14a', 'NOT_STARTED', 'NO_EVIDENCE', 'OVERDUE'],
    ['16a', 'IN_PROGRESS', 'PARTIALLY_FULFILLED', 'NO_DEADLINE'],
    ['18b', 'DELIVERED', 'FULFILLED', 'NO_DEADLINE'],
  ])('%s is %s, %s, %s on 1 November 2026', (id, progress, assessment, timeliness) => {
    expect(statuses.get(commitment(id))).toMatchObject({ progress, assessment, timeliness })
  })

  test.each([
    ['13a', '2018-06-11', 'NOT_STARTED', 'NOT_ASSESSED', 'NO_DEADLINE'],
    ['13a', '2018-06-12', 'IN_PROGRESS', 'PARTIALLY_FULFILLED', 'NO_DEADLINE'],
    ['14a', '2018-12-31', 'NOT_STARTED', 'NOT_ASSESSED', 'NOT_DUE'],
    ['14a', '2019-01-01', 'NOT_STARTED', 'NOT_ASSESSED', 'OVERDUE'],
    ['14a', '2026-05-31', 'NOT_STARTED', 'NOT_ASSESSED', 'OVERDUE'],
    ['14a', '2026-06-01', 'NOT_STARTED', 'NO_EVIDENCE', 'OVERDUE'],
    ['15a', '2018-09-11', 'NOT_STARTED', 'NOT_ASSESSED', 'NO_DEADLINE'],
    ['15a', '2018-09-12', 'IN_PROGRESS', 'NOT_ASSESSED', 'NO_DEADLINE'],
    ['15a', '2019-12-04', 'DELIVERED', 'NOT_ASSESSED', 'NO_DEADLINE'],
    ['17a', '2021-03-08', 'IN_PROGRESS', 'NOT_ASSESSED', 'NO_DEADLINE'],
    ['17a', '2021-03-09', 'DELIVERED', 'NOT_ASSESSED', 'NO_DEADLINE'],
    ['18b', '2023-07-11', 'NOT_STARTED', 'NOT_ASSESSED', 'NO_DEADLINE'],
    ['18b', '2023-07-12', 'DELIVERED', 'FULFILLED', 'NO_DEADLINE'],
  ])('%s was on %s %s, %s, %s', async (id, validAt, progress, assessment, timeliness) => {
    const query = 'query ($id: ID!, $asOf: AsOf) { commitment(id: $id, asOf: $asOf) { progress assessment timeliness } }'
    const found = await api.data(query, { id: commitment(id), asOf: { validAt } })
    expect(found).toEqual({ commitment: { progress, assessment, timeliness } })
  })
})

test('of the reports on rail PNR one was dated by 1 January 2019', async () => {
  const query = `{ commitment(id: "${commitment('16a')}", asOf: { validAt: "2019-01-01" }) {
    progressReports(filter: { date: { reached: true } }) { edges { node { date } } }
  } }`
  expect(await api.data(query)).toEqual({ commitment: { progressReports: { edges: [{ node: { date: '2018-07-25' } }] } } })
})

describe('what is not known, as of a day', () => {
  const all = commitments.map(([id]) => id)
  const named = ['01a', '03b', '07b', '09a', '09b', '10b', '11a', '13a', '14a', '18a']
  const lawless = ['03b', '04a', '09a', '09b', '10a', '10b', '12a', '14a', '17a', '18a', '18b', '18c']

  test.each([
    ['NAMED_ONLY_BY_CLASS', '2018-06-11', named],
    ['NO_LEGAL_BASIS', '2018-06-11', lawless],
    ['NO_LEGAL_BASIS', '2027-07-10', lawless],
    ['NOT_CODED', '2026-11-01', ['06a', '07a', '07b', '08a', '13a']],
    ['NO_EVIDENCE', '2018-06-11', all],
    ['NO_EVIDENCE', '2018-06-12', all.filter(id => id !== '13a')],
    ['NO_EVIDENCE', '2026-11-01', ['03b', '07a', '07b', '09b', '14a', '18c']],
    ['SEARCHED_NOT_FOUND', '2026-05-31', []],
    ['SEARCHED_NOT_FOUND', '2026-06-01', all.filter(id => !['09a', '18a', '18b'].includes(id))],
  ])('%s on %s', async (kind, validAt, ids) => {
    const query = 'query ($kind: GapKind!, $asOf: AsOf) { gaps(kind: $kind, first: 100, asOf: $asOf) { edges { node { id } } } }'
    const { gaps } = await api.data<{ gaps: Page<{ id: string }> }>(query, { kind, asOf: { validAt } })
    expect(nodes(gaps).map(({ id }) => id)).toEqual(ids.map(commitment))
  })
})

test.each([
  ['03a', '2019-06-30', 'fr-c1', 'fr-pnat'],
  ['03a', '2019-07-01', 'fr-pnat', 'fr-c1'],
  ['10b', '2019-06-14', 'fr-bcrp', 'fr-snrp'],
  ['10b', '2019-06-15', 'fr-snrp', 'fr-bcrp'],
  ['16a', '2022-06-30', 'fr-uip', 'andv'],
  ['16a', '2022-07-01', 'andv', 'fr-uip'],
])('%s was on %s in the hands of %s, not of %s', async (id, validAt, hand, other) => {
  const query =
    'query ($id: ID!, $asOf: AsOf) { commitment(id: $id, asOf: $asOf) { handledBy(first: 50) { edges { node { id } } } } }'
  const found = await api.data<{ commitment: { handledBy: Page<{ id: string }> } }>(query, {
    id: commitment(id),
    asOf: { validAt },
  })
  const bodies = nodes(found.commitment.handledBy).map(node => node.id)
  expect([bodies.includes(`institution/${hand}`), bodies.includes(`institution/${other}`)]).toEqual([true, false])
})

test('two dates of the text differ from the law record, and both sides are kept', async () => {
  const query = `{ disputes { edges { node {
    kind property value entity { id } claims { value claimedBy rank rankReason basis source quote }
  } } } }`
  interface Dispute {
    kind: string
    property: string
    value: string
    entity: { id: string }
    claims: { value: string; claimedBy: string; rank: string; basis: string; source: string; quote: string | null }[]
  }
  const { disputes } = await api.data<{ disputes: Page<Dispute> }>(query)
  const found = nodes(disputes).map(({ kind, property, value, entity, claims }) => {
    const sides = claims.map(side => [side.value, side.claimedBy, side.rank, side.basis, side.source, side.quote])
    return [entity.id, property, kind, value, ...sides]
  })
  const rule = 'rule/claims-against-the-record'
  expect(found).toEqual([
    [
      ...['instrument/32016L0681', 'dateEntryIntoForce', 'DATE_MISMATCH', '2016-05-24'],
      ['2016-05-24', 'instrument/32016L0681', 'PREFERRED', 'INFERRED', rule, null],
      [
        ...['2018-05-25', document, 'DEPRECATED', 'NAMED_IN_TEXT', passage('16')],
        'L’entrée en vigueur le 25 mai dernier du PNR européen',
      ],
    ],
    [
      ...['instrument/32018R1240', 'dateDocument', 'DATE_MISMATCH', '2018-09-12'],
      ['2018-09-12', 'instrument/32018R1240', 'PREFERRED', 'INFERRED', rule, null],
      ['2018-04-25', document, 'DEPRECATED', 'NAMED_IN_TEXT', passage('15'), 'adoption le 25 avril d’un système ETIAS'],
    ],
  ])
})

describe('every statement', () => {
  interface Statement {
    id: string
    type: string
    basis: string
    source: string
    quote: string | null
  }
  const statements: Statement[] = []
  const texts = new Map<string, string>()

  beforeAll(async () => {
    const query = `query ($after: String) { relationships(first: 200, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id type basis source quote } }
    } }`
    for (let after: string | null = null, more = true; more; ) {
      const answer: { relationships: Page<Statement> } = await api.data(query, { after })
      statements.push(...nodes(answer.relationships))
      more = answer.relationships.pageInfo!.hasNextPage
      after = answer.relationships.pageInfo!.endCursor
    }
    const read = '{ documents(first: 100) { edges { node { id text } } } passages(first: 1000) { edges { node { id text } } } }'
    const held = await api.data<Record<string, Page<{ id: string; text: string }>>>(read)
    for (const page of Object.values(held)) for (const { id, text } of nodes(page)) texts.set(id, text)
  })

  test('is listed once, page after page', async () => {
    const { relationships } = await api.data<{ relationships: { totalCount: number } }>('{ relationships { totalCount } }')
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
    expect(statements).toHaveLength(relationships.totalCount)
    expect(statements.length).toBeGreaterThan(3 * 200)
  })

  test('has a basis and a source that is an address or an id', () => {
    const without = statements.filter(({ basis, source }) => !basis || !/^(https?:\/\/\S+|[a-z]+\/\S+)$/.test(source))
    expect(without).toEqual([])
  })

  test('that says its source names somebody quotes words that stand there, letter for letter', () => {
    const named = statements.filter(({ basis }) => basis === 'NAMED_IN_TEXT')
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter(({ source, quote }) => !quote || !texts.get(source)?.includes(quote))).toEqual([])
  })
})

describe('every relationship is traversed in both directions', () => {
  const counts = new Map<string, { OUT: number; IN: number }>()

  beforeAll(async () => {
    for (const { name } of ontology.relationshipTypes.values()) counts.set(name, { OUT: 0, IN: 0 })
    for (const { list, traversals } of ontology.nodeTypes.values()) {
      const fields = [...traversals.values()].map(({ name, single }) => `${name} { ${single ? 'id' : 'totalCount'} }`)
      const query = `{ ${list}(first: 1000) { pageInfo { hasNextPage } edges { node { id ${fields.join(' ')} } } } }`
      const answer = await api.data<Record<string, Page<Record<string, { totalCount?: number } | null>>>>(query)
      expect(answer[list]!.pageInfo!.hasNextPage).toBe(false)
      for (const node of nodes(answer[list]!))
        for (const { name, direction, relationship } of traversals.values())
          counts.get(relationship.name)![direction] += node[name] ? (node[name].totalCount ?? 1) : 0
    }
  })

  test.each([...ontology.relationshipTypes.keys()])('%s', async name => {
    const query = `{ relationships(filter: { types: [${name}] }) { totalCount } }`
    const { relationships } = await api.data<{ relationships: { totalCount: number } }>(query)
    expect(counts.get(name)).toEqual({ OUT: relationships.totalCount, IN: relationships.totalCount })
  })

  test('and nearly all types occur in the seed, so that the counts above say something', () => {
    const unused = [...counts].filter(([, { OUT }]) => OUT === 0).map(([name]) => name)
    expect(unused.length).toBeLessThan(ontology.relationshipTypes.size / 3)
  })
})

describe('one root field is one statement of Cypher', () => {
  const deep = `{
    handledBy(first: 5) { edges { role node {
      id partOf(first: 3) { edges { node { id locatedIn(first: 3) { edges { node { id institutions(first: 3) { edges { node {
        id obligations(first: 3) { edges { node { id statedIn(first: 3) { edges { node { id document { id } } } } } } }
      } } } } } } } } }
    } } }
  }`
  test.each([
    ['a look-up', `{ commitment(id: "${commitment('17a')}") { id } }`, 1],
    ['a look-up of what is not there', '{ commitment(id: "commitment/none") { id } }', 1],
    ['a look-up with six levels of relationships below it', `{ commitment(id: "${commitment('17a')}") ${deep} }`, 1],
    ['two root fields', `{ a: commitment(id: "${commitment('17a')}") { id } b: institutions { totalCount } }`, 2],
    ['a question for what is not in the graph', '{ __typename __schema { queryType { name } } }', 0],
  ])('%s', async (_name, query, count) => {
    await api.data(query)
    expect(api.ran).toHaveLength(count)
  })
})

interface Page<Node, Edge = unknown> {
  edges: (Edge & { node: Node })[]
  pageInfo?: { hasNextPage: boolean; endCursor: string | null }
}

function nodes<Node>({ edges }: Page<Node>): Node[] {
  return edges.map(({ node }) => node)
}

function commitment(id: string): string {
  return `commitment/fr-be-2018-06-11/${id}`
}

function passage(id: string): string {
  return `passage/fr-be-2018-06-11/${id}`
}
