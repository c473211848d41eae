import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/database/connect.ts'
import { type LoadReport, loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

const small = path.join(import.meta.dirname, '../ingest/cases/a-valid-set-has-no-problems')
const editor = { id: 'key/editor', name: 'An editor', scope: 'write' } as const
const web = 'https://example.org/evidence'
let api: SeededApi
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-edit-'))
  await cp(small, folder, { recursive: true })
  api = await openSeededApi([folder])
})
beforeEach(async () => {
  await api.database.administer({ text: 'MATCH (n) DETACH DELETE n', parameters: {} })
  await cp(small, folder, { recursive: true })
  await load()
})
afterAll(async () => {
  await api.close()
  await rm(folder, { recursive: true })
})

interface Result {
  readonly revision: { readonly number: number; readonly at: string }
  readonly changes: readonly { readonly kind: string; readonly id: string; readonly previous: string | null }[]
  readonly ids: readonly string[]
  readonly brokenQuotes: readonly object[]
  readonly unchanged: boolean
  readonly repeated: boolean
}

interface Refusal {
  readonly message: string
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** Does one mutation, given as the type of its main argument and its arguments. */
async function ask(name: string, variables: Record<string, unknown>): Promise<{ data?: Result; errors?: readonly Refusal[] }> {
  const types: Record<string, string> = {
    ...{ addEntities: '[EntityInput!]!', correctEntities: '[EntityCorrection!]!', removeEntities: '[ID!]!' },
    ...{ assertStatements: '[StatementInput!]!', supersedeStatements: '[StatementSupersession!]!' },
    ...{ retractStatements: '[ID!]!', rankStatements: '[StatementRanking!]!', recordProgress: '[ProgressInput!]!' },
    edit: '[EditOperation!]!',
  }
  const argument = 'ids' in variables ? 'ids' : 'operations' in variables ? 'operations' : 'input'
  const query = `mutation ($${argument}: ${types[name]}, $reason: ChangeReason!, $note: String, $expectedRevision: Int, $idempotencyKey: String) {
    ${name}(${argument}: $${argument}, reason: $reason, note: $note, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) {
      revision { number at } changes { kind id previous } ids unchanged repeated brokenQuotes { id source words nearest } } }`
  const { data, errors } = await api.ask(query, { reason: 'CORRECTION', ...variables }, editor)
  const result = data?.[name] as Result | undefined
  return { ...(result && { data: result }), ...(errors && { errors }) }
}

async function write(name: string, variables: Record<string, unknown>): Promise<Result> {
  const { data, errors } = await ask(name, variables)
  if (!data) throw new Error(JSON.stringify(errors))
  return data
}

async function refusal(name: string, variables: Record<string, unknown>): Promise<Refusal> {
  const { errors } = await ask(name, variables)
  if (!errors) throw new Error('It was not refused.')
  return errors[0]!
}

function load(): Promise<LoadReport> {
  return loadSeed(api.database, readOntology(), { paths: [folder] })
}

async function editFile(before: string | RegExp, after: string): Promise<void> {
  const file = path.join(folder, 'input.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace(before, after))
}

function rows(text: string): Promise<Row[]> {
  return api.database.administer({ text, parameters: {} })
}

type Handling = { readonly id: string; readonly role: string; readonly rank: string; readonly quote: string | null }

async function handles(): Promise<Handling[]> {
  const { institution } = await api.data<{ institution: { relationships: { edges: { node: Handling }[] } } }>(
    '{ institution(id: "institution/europol") { relationships(types: [HANDLES]) { edges { node { id role rank quote } } } } }',
  )
  return institution.relationships.edges.map(({ node }) => node)
}

const agency = { institution: { id: 'institution/example', kind: 'AGENCY', label: { en: 'Example', fr: 'Exemple' } } }
const europol = (changes: object): object => ({ institution: { id: 'institution/europol', ...changes } })
const lead = {
  ...{ type: 'HANDLES', from: 'institution/europol', to: 'commitment/d/01a', role: 'LEAD' },
  ...{ basis: 'NAMED_IN_TEXT', source: 'passage/d/01', quote: 'renforcer l’échange' },
}

describe('each edit is one revision, which says who made it and why', () => {
  test('adds entities with what is said of them', async () => {
    const statements = [{ type: 'PART_OF', to: 'institution/europol', basis: 'CURATED', source: web, validFrom: '2019-01-01' }]
    const result = await write('addEntities', {
      input: [{ institution: { ...agency.institution, statements } }],
      ...{ reason: 'WORLD_CHANGED', note: 'Set up by decree.' },
    })
    expect(result).toMatchObject({ revision: { number: 2 }, unchanged: false, repeated: false, brokenQuotes: [] })
    expect(result.ids).toEqual(['institution/example', expect.stringMatching(/^statement\/[0-9a-f]{16}@2$/)])
    expect(
      await api.data(
        '{ institution(id: "institution/example") { label(lang: FR) partOf { edges { validFrom rank node { id } } } } }',
      ),
    ).toEqual({
      institution: {
        label: 'Exemple',
        partOf: { edges: [{ validFrom: '2019-01-01', rank: 'NORMAL', node: { id: 'institution/europol' } }] },
      },
    })
    expect(
      await rows(
        'MATCH (r:Revision { number: 2 }) RETURN r { .reason, .author, .note, .dataset, .nodesAdded, .statementsAdded } AS r',
      ),
    ).toEqual([
      {
        r: {
          reason: 'WORLD_CHANGED',
          author: 'An editor',
          note: 'Set up by decree.',
          dataset: 'edits',
          nodesAdded: 1,
          statementsAdded: 1,
        },
      },
    ])
  })

  test('corrects what is given, clears what is null and keeps the rest, and the version before', async () => {
    await write('addEntities', { input: [{ institution: { ...agency.institution, aliases: ['EX'] } }] })
    const given = { id: 'institution/example', label: { fr: 'Autre', en: null }, aliases: null }
    await write('correctEntities', { input: [{ institution: given }] })
    expect(
      await api.data(
        '{ institution(id: "institution/example") { en: label fr: label(lang: FR) kind aliases } search(query: "exemple") { totalCount } }',
      ),
    ).toEqual({
      institution: { en: 'Autre', fr: 'Autre', kind: 'AGENCY', aliases: [] },
      search: { totalCount: 0 },
    })
    expect(
      await rows('MATCH (v:EntityVersion) RETURN v { .labelEn, .labelFr, .aliases, .revision, .supersededRevision } AS v'),
    ).toEqual([{ v: { labelEn: 'Example', labelFr: 'Exemple', aliases: ['EX'], revision: 2, supersededRevision: 3 } }])
  })

  test('asserts, ranks, supersedes and retracts statements, which stay known as past', async () => {
    const asserted = await write('assertStatements', { input: [lead] })
    const [id] = asserted.ids
    const ranked = await write('rankStatements', { input: [{ id, rank: 'PREFERRED', rankReason: 'The text says so.' }] })
    expect(ranked.changes).toEqual([{ kind: 'CHANGED', id: id!.replace('@2', '@3'), previous: id }])
    const superseded = await write('supersedeStatements', { input: [{ id: ranked.ids[0], role: 'SUPPORT', quote: 'échange' }] })
    expect(superseded.changes.map(({ kind }) => kind)).toEqual(['ADDED', 'REMOVED'])
    expect((await handles()).map(({ role, rank, quote }) => [role, rank, quote])).toContainEqual([
      'SUPPORT',
      'PREFERRED',
      'échange',
    ])
    await write('rankStatements', { input: [{ id: superseded.ids[0], rank: 'NORMAL' }] })
    await write('retractStatements', { ids: [(await handles()).find(({ role }) => role === 'SUPPORT')!.id] })
    expect((await handles()).map(({ role }) => role)).toEqual(['CHANNEL'])
    expect(
      await rows(
        'MATCH ()-[r:SUPERSEDED_HANDLES]->() RETURN r.role AS role, r.rank AS rank, r.rankReason AS reason, r.revision AS a, r.supersededRevision AS z ORDER BY a',
      ),
    ).toEqual([
      { role: 'LEAD', rank: 'NORMAL', reason: null, a: 2, z: 3 },
      { role: 'LEAD', rank: 'PREFERRED', reason: 'The text says so.', a: 3, z: 4 },
      { role: 'SUPPORT', rank: 'PREFERRED', reason: 'The text says so.', a: 4, z: 5 },
      { role: 'SUPPORT', rank: 'NORMAL', reason: null, a: 5, z: 6 },
    ])
  })

  test('takes a new date as known to the day, unless it says otherwise', async () => {
    const dated = { ...lead, validFrom: '2018-01-01', validFromPrecision: 'YEAR' }
    const [id] = (await write('assertStatements', { input: [dated] })).ids
    const kept = await write('supersedeStatements', { input: [{ id, quote: 'échange' }] })
    expect((await rows('MATCH ()-[r:HANDLES { role: "LEAD" }]->() RETURN r.validFromPrecision AS precision'))[0]).toEqual({
      precision: 'YEAR',
    })
    await write('supersedeStatements', { input: [{ id: kept.ids[0], validFrom: '2018-03-02' }] })
    expect(
      (
        await rows(
          'MATCH ()-[r:HANDLES { role: "LEAD" }]->() RETURN toString(r.validFrom) AS from, r.validFromPrecision AS precision',
        )
      )[0],
    ).toEqual({
      ...{ from: '2018-03-02', precision: null },
    })
  })

  test('records progress, which the commitment then shows', async () => {
    const report = {
      commitments: ['commitment/d/01a'],
      date: '2018-10-01',
      kind: 'LAW_ADOPTED',
      url: web,
      text: 'A law.',
      progress: 'DELIVERED',
    }
    const first = await write('recordProgress', { input: [report, report] })
    expect(first.ids.filter(id => id.startsWith('progress/'))).toEqual([
      'progress/d/01a/2018-10-01',
      'progress/d/01a/2018-10-01-2',
    ])
    expect(
      await api.data(
        '{ commitment(id: "commitment/d/01a") { progress timeliness progressReports { edges { basis source node { label } } } } }',
      ),
    ).toEqual({
      commitment: {
        ...{ progress: 'DELIVERED', timeliness: 'ON_TIME' },
        progressReports: { edges: Array(2).fill({ basis: 'CURATED', source: web, node: { label: 'Law adopted, 2018-10-01' } }) },
      },
    })
  })

  test('records what was looked for in vain, with where as the source', async () => {
    const report = {
      commitments: ['commitment/d/01a'],
      date: '2018-10-01',
      kind: 'NOTHING_FOUND',
      text: 'None.',
      searchedIn: [web],
    }
    await write('recordProgress', { input: [report] })
    expect(
      await api.data('{ commitment(id: "commitment/d/01a") { progressReports { edges { source node { kind } } } } }'),
    ).toEqual({
      commitment: { progressReports: { edges: [{ source: web, node: { kind: 'NOTHING_FOUND' } }] } },
    })
  })

  test('removes entities with what is said of them, and brings them back', async () => {
    await write('addEntities', {
      input: [{ institution: { ...agency.institution, statements: [{ ...lead, from: undefined }] } }],
    })
    const removed = await write('removeEntities', { ids: ['institution/example'] })
    expect(removed.changes.map(({ kind }) => kind)).toEqual(['REMOVED', 'REMOVED'])
    expect(await api.data('{ institution(id: "institution/example") { id } }')).toEqual({ institution: null })
    expect((await write('addEntities', { input: [agency] })).ids).toEqual(['institution/example'])
    expect(await api.data('{ institution(id: "institution/example") { label obligations { totalCount } } }')).toEqual({
      institution: { label: 'Example', obligations: { totalCount: 0 } },
    })
  })

  test('does a batch as one revision, in which one part can refer to another', async () => {
    const result = await write('edit', {
      operations: [
        { assertStatement: { ...lead, from: 'institution/example' } },
        { addEntity: agency },
        { correctEntity: europol({ dateFounded: '1999-07-01' }) },
        { retractStatement: (await handles())[0]!.id },
      ],
    })
    expect(result.revision.number).toBe(2)
    expect(result.changes.map(({ kind, id }) => `${kind} ${id.replace(/\/[0-9a-f]{16}/, '')}`)).toEqual([
      'ADDED institution/example',
      'CHANGED institution/europol',
      'ADDED statement@2',
      'REMOVED statement@1',
    ])
  })

  test('makes no revision when all is so already', async () => {
    expect(await write('correctEntities', { input: [europol({ kind: 'EU_AGENCY' })] })).toMatchObject({
      ...{ revision: { number: 1 }, unchanged: true, changes: [] },
    })
  })
})

describe('an edit that cannot be done is refused whole, with the argument at fault', () => {
  test.each<[string, string, Record<string, unknown>, string, RegExp]>([
    [
      'an end that is nowhere',
      'assertStatements',
      { input: [{ ...lead, to: 'commitment/d/01b' }] },
      'input[0].to',
      /There is no “commitment\/d\/01b”. Did you mean `commitment\/d\/01a`/,
    ],
    [
      'a start that is nowhere',
      'assertStatements',
      { input: [{ ...lead, from: 'institution/europool' }] },
      'input[0].from',
      /Did you mean `institution\/europol`/,
    ],
    [
      'an end of another type',
      'assertStatements',
      { input: [{ ...lead, to: 'document/d' }] },
      'input[0].to',
      /takes Commitment; document\/d is of type Document/,
    ],
    [
      'a start of another type',
      'assertStatements',
      { input: [{ ...lead, from: 'document/d' }] },
      'input[0].from',
      /HANDLES starts at Institution; document\/d is of type Document/,
    ],
    ['a property that is missing', 'assertStatements', { input: [{ ...lead, role: undefined }] }, 'input[0]', /needs `role`/],
    [
      'a property of another type',
      'assertStatements',
      { input: [{ ...lead, aspect: 'SUBJECT' }] },
      'input[0].aspect',
      /has no `aspect`/,
    ],
    [
      'words that are not in the source',
      'assertStatements',
      { input: [{ ...lead, quote: "renforcer l'échange" }] },
      'input[0].quote',
      /not in passage\/d\/01 word for word.* It has “renforcer l’échange”/,
    ],
    [
      'a quote that is missing',
      'assertStatements',
      { input: [{ ...lead, quote: undefined }] },
      'input[0]',
      /NAMED_IN_TEXT needs `quote`/,
    ],
    [
      'a source that is none',
      'assertStatements',
      { input: [{ ...lead, source: 'somewhere' }] },
      'input[0].source',
      /A source is a URL or an id/,
    ],
    [
      'a rank without its reason',
      'assertStatements',
      { input: [{ ...lead, rank: 'DEPRECATED' }] },
      'input[0].rank',
      /needs `rankReason`/,
    ],
    [
      'days in the wrong order',
      'assertStatements',
      { input: [{ ...lead, validFrom: '2020-01-01', validTo: '2019-01-01' }] },
      'input[0].validTo',
      /must come after/,
    ],
    [
      'what is said already',
      'assertStatements',
      { input: [{ ...lead, role: 'CHANNEL' }] },
      'input[0]',
      /said already as statement\/.*@1/,
    ],
    ['what is said twice', 'assertStatements', { input: [lead, lead] }, 'input[1]', /said already at input\[0\]/],
    [
      'an id that exists',
      'addEntities',
      { input: [europol({ kind: 'AGENCY', label: { en: 'X' } })] },
      'input[0].institution.id',
      /exists already: correct it/,
    ],
    [
      'an id of another type',
      'addEntities',
      { input: [{ theme: { id: 'institution/example', label: { en: 'X' } } }] },
      'input[0].theme.id',
      /not an id of `themes`/,
    ],
    [
      'a statement of a new entity',
      'addEntities',
      {
        input: [
          agency,
          {
            theme: {
              id: 'theme/x',
              label: { en: 'X' },
              statements: [{ type: 'BROADER', to: 'theme/y', basis: 'CURATED', source: web }],
            },
          },
        ],
      },
      'input[1].theme.statements[0].to',
      /There is no “theme\/y”/,
    ],
    [
      'a passage without its document',
      'addEntities',
      { input: [{ passage: { id: 'passage/d/02', label: { en: 'B' }, text: 'Fin', start: 61, end: 64 } }] },
      'input[0].passage.id',
      /needs its `document`/,
    ],
    [
      'a text that is not normal',
      'correctEntities',
      { input: [europol({ label: { en: 'e\u0301' } })] },
      'input[0].institution.label.en',
      /normal form C/,
    ],
    [
      'what is needed and cleared',
      'correctEntities',
      { input: [europol({ kind: null })] },
      'input[0].institution.kind',
      /`kind` takes one of GOVERNMENT/,
    ],
    [
      'an entity that is nowhere',
      'correctEntities',
      { input: [{ institution: { id: 'institution/europoll', kind: 'AGENCY' } }] },
      'input[0].institution.id',
      /Did you mean `institution\/europol`/,
    ],
    [
      'an entity changed twice',
      'correctEntities',
      { input: [europol({ kind: 'EU_BODY' }), europol({ kind: 'AGENCY' })] },
      'input[1].institution.id',
      /twice in this edit/,
    ],
    [
      'words of a commitment',
      'correctEntities',
      { input: [{ commitment: { id: 'commitment/d/01a', verbAsWritten: 'affaiblir' } }] },
      'input[0].commitment.verbAsWritten',
      /not in the text of commitment/,
    ],
    [
      'the text of a commitment',
      'correctEntities',
      { input: [{ commitment: { id: 'commitment/d/01a', text: 'De renforcer tout d’ici 2019' } }] },
      'input[0].commitment.text',
      /not in passage\/d\/01 word for word/,
    ],
    [
      'a passage that is not so',
      'correctEntities',
      { input: [{ passage: { id: 'passage/d/01', end: 59 } }] },
      'input[0].passage',
      /document\/d has “De renforcer/,
    ],
    ['a source that is still named', 'removeEntities', { ids: ['passage/d/01'] }, 'ids[0]', /is the source of statement/],
    [
      'a statement that is nowhere',
      'retractStatements',
      { ids: ['statement/0123456789abcdef@1'] },
      'ids[0]',
      /no statement “statement\/0123456789abcdef@1”/,
    ],
    [
      'a commitment that is nowhere',
      'recordProgress',
      { input: [{ commitments: ['commitment/d/01b'], date: '2018-10-01', kind: 'REVIEW', url: web, text: 'A.' }] },
      'input[0].commitments[0]',
      /Did you mean `commitment\/d\/01a`/,
    ],
    [
      'a part of a batch',
      'edit',
      { operations: [{ addEntity: agency }, { assertStatement: { ...lead, quote: 'no' } }] },
      'operations[1].assertStatement.quote',
      /word for word/,
    ],
  ])('%s', async (_name, mutation, variables, argument, message) => {
    const before = await rows('MATCH (n) RETURN count(n) AS nodes, sum(COUNT { (n)-->() }) AS statements')
    const error = await refusal(mutation, variables)
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument })
    expect(error.message).toMatch(message)
    expect(error.extensions).toHaveProperty('got')
    expect(await rows('MATCH (n) RETURN count(n) AS nodes, sum(COUNT { (n)-->() }) AS statements')).toEqual(before)
  })

  test('a version that another has taken the place of', async () => {
    const { id } = (await handles())[0]!
    await write('rankStatements', { input: [{ id, rank: 'PREFERRED', rankReason: 'Better.' }] })
    const error = await refusal('rankStatements', { input: [{ id, rank: 'NORMAL' }] })
    expect(error.extensions).toMatchObject({ argument: 'input[0].id', got: id, nearest: id.replace('@1', '@2') })
  })

  test('another revision than the one expected', async () => {
    await write('addEntities', { input: [agency], expectedRevision: 1 })
    const error = await refusal('correctEntities', { input: [europol({ kind: 'EU_BODY' })], expectedRevision: 1 })
    expect(error.extensions).toMatchObject({ code: 'CONFLICT', argument: 'expectedRevision', got: 1, revision: 2 })
    await write('correctEntities', { input: [europol({ kind: 'EU_BODY' })], expectedRevision: 2 })
  })

  test.each([
    [{ id: 'anonymous', scope: 'read' }, 'UNAUTHENTICATED', 401],
    [{ id: 'anonymous', scope: undefined }, 'UNAUTHENTICATED', 401],
    [{ id: 'key/reader', scope: 'read' }, 'FORBIDDEN', 403],
  ] as const)('a caller who may not write: %j', async (caller, code, status) => {
    const mutation = 'mutation { retractStatements(ids: [], reason: CORRECTION) { unchanged } }'
    const { errors } = await api.ask(mutation, {}, caller)
    expect(errors?.[0]?.extensions).toMatchObject({ code, http: { status } })
  })
})

describe('a request that comes again', () => {
  test('with the same key is done once, at the same time or later, and gets the first result', async () => {
    const request = { input: [agency], idempotencyKey: 'a' }
    const results = await Promise.all([
      write('addEntities', request),
      write('addEntities', request),
      write('addEntities', request),
    ])
    await write('correctEntities', { input: [europol({ kind: 'EU_BODY' })] })
    results.push(await write('addEntities', request))
    expect(results.map(({ repeated }) => repeated).sort()).toEqual([false, true, true, true])
    expect(new Set(results.map(result => JSON.stringify({ ...result, repeated: false }))).size).toBe(1)
    expect(await rows('MATCH (r:Revision) RETURN count(r) AS count')).toEqual([{ count: 3 }])
  })

  test('with the same key and another content is refused', async () => {
    await write('addEntities', { input: [agency], idempotencyKey: 'a' })
    const error = await refusal('addEntities', { input: [{ theme: { id: 'theme/x', label: { en: 'X' } } }], idempotencyKey: 'a' })
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'idempotencyKey', got: 'a' })
  })

  test('with the key of another caller is a request of its own', async () => {
    const mutation =
      'mutation ($id: ID!) { addEntities(input: [{ theme: { id: $id, label: { en: "X" } } }], reason: RECODED, idempotencyKey: "a") { revision { number } } }'
    const of = async (id: string, key: string) => (await api.ask(mutation, { id }, { ...editor, id: key })).data
    expect(await of('theme/x', 'key/a')).toEqual({ addEntities: { revision: { number: 2 } } })
    expect(await of('theme/y', 'key/b')).toEqual({ addEntities: { revision: { number: 3 } } })
  })
})

describe('a corrected text', () => {
  test('moves the passages of the document, and reports the quotes that it no longer has', async () => {
    const { document } = await api.data<{ document: { text: string } }>('{ document(id: "document/d") { text } }')
    const text = document.text.replace('Titre', 'Le titre')
    const moved = await write('correctEntities', { input: [{ document: { id: 'document/d', text } }], reason: 'SOURCE_CHANGED' })
    expect(moved).toMatchObject({ ids: ['document/d', 'passage/d/01'], brokenQuotes: [] })
    const { passage } = await api.data<{ passage: { text: string } }>('{ passage(id: "passage/d/01") { text start end prefix } }')
    expect(passage).toMatchObject({ start: 14, end: 63, prefix: 'Le titre 🛰\n\n- ' })
    expect(Array.from(text).slice(14, 63).join('')).toBe(passage.text)

    const broken = await write('correctEntities', {
      input: [{ document: { id: 'document/d', text: text.replace('avec Europol', 'avec Eurojust') } }],
    })
    expect(broken.brokenQuotes).toEqual([
      expect.objectContaining({ id: 'passage/d/01', source: 'document/d', words: passage.text }),
    ])
    const words = passage.text.replace('avec Europol', 'avec Eurojust')
    const corrected = await write('correctEntities', { input: [{ passage: { id: 'passage/d/01', text: words, end: 64 } }] })
    expect(corrected.brokenQuotes).toEqual([
      { id: (await handles())[0]!.id, source: 'passage/d/01', words: 'avec Europol', nearest: null },
      { id: 'commitment/d/01a', source: 'passage/d/01', words: passage.text.slice(0, -1), nearest: null },
    ])
  })
})

describe('a load of the dataset that an edit changed', () => {
  test('leaves what was edited, added and removed as the edit has it', async () => {
    const { id } = (await handles())[0]!
    await write('edit', {
      operations: [
        { correctEntity: europol({ kind: 'EU_BODY' }) },
        { addEntity: agency },
        { supersedeStatement: { id, role: 'SUPPORT' } },
        { assertStatement: lead },
      ],
    })
    expect(await load()).toMatchObject({ unchanged: true, conflicts: [] })
    await editFile('label: { en: Declaration', 'label: { en: A declaration')
    await editFile('label: { fr: Déclaration, en: Declaration', 'label: { fr: Déclaration, en: The declaration')
    expect(await load()).toMatchObject({ revision: 3, nodesChanged: 1, nodesAdded: 0, statementsAdded: 0, conflicts: [] })
    expect(
      await api.data('{ a: institution(id: "institution/europol") { kind } b: institution(id: "institution/example") { kind } }'),
    ).toEqual({
      ...{ a: { kind: 'EU_BODY' }, b: { kind: 'AGENCY' } },
    })
    expect((await handles()).map(({ role }) => role).sort()).toEqual(['LEAD', 'SUPPORT'])
  })

  test('says where the files have changed what was edited, and takes nothing of it', async () => {
    await write('correctEntities', { input: [europol({ kind: 'EU_BODY' })] })
    await editFile('kind: EU_AGENCY', 'kind: AGENCY')
    const report = await load()
    expect(report).toMatchObject({
      unchanged: true,
      conflicts: [expect.stringMatching(/input\.yaml:\d+:\d+: institution\/europol was edited in revision 2;/)],
    })
    await editFile('kind: AGENCY', 'kind: EU_BODY')
    expect(await load()).toMatchObject({ unchanged: true, conflicts: [] })
  })

  test('does not bring back what was removed', async () => {
    await write('removeEntities', { ids: ['institution/europol'] })
    expect(await load()).toMatchObject({ unchanged: true, conflicts: [] })
    await editFile('role: CHANNEL', 'role: SUPPORT')
    const report = await load()
    expect(report.conflicts).toEqual([expect.stringMatching(/institution\/europol was removed in revision 2;/)])
    expect(await api.data('{ institution(id: "institution/europol") { id } }')).toEqual({ institution: null })
  })
})
