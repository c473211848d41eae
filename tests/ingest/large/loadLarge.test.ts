import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { printLoadReport } from '../../../src/cli/printLoadReport.ts'
import type { Database, Row, Run } from '../../../src/database/connect.ts'
import { type LoadOptions, type LoadReport, loadSeed } from '../../../src/ingest/load.ts'
import { readOntology } from '../../../src/schema/readOntology.ts'
import { emptyDatabase } from '../../setup/database.ts'
import { claim, everyKind, type Line, said } from './lines.ts'

const ontology = readOntology()
const lines: Line[] = [...everyKind]
let database: Database
let folder: string

beforeAll(async () => {
  database = await emptyDatabase()
}, 180_000)
beforeEach(async () => {
  await empty()
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-large-'))
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(() => database.close())

describe('a load of many revisions', () => {
  test('gives the graph that a load of one revision gives, but for the numbers of its revisions', async () => {
    await load(lines, { largestWhole: 1e9 })
    const whole = await graph()
    await empty()
    const report = await load(lines)
    expect(report).toMatchObject({ revision: 5, unchanged: false, nodesAdded: 6, statementsAdded: 4 })
    expect(await graph()).toEqual(whole)
  })

  test('marks each revision with its part, and is whole with the last', async () => {
    await load(lines)
    const parts = await rows(
      'MATCH (r:Revision) RETURN r.number AS number, r.part AS part, r.nodesAdded AS nodes, r.statementsAdded AS statements, r.load = head(COLLECT { MATCH (o:Revision) RETURN o.load }) AS same ORDER BY number',
    )
    expect(parts.map(({ number, part, nodes, statements, same }) => [number, part, nodes, statements, same])).toEqual([
      [1, 1, 2, 0, true],
      [2, 2, 2, 0, true],
      [3, 3, 2, 0, true],
      [4, 4, 0, 2, true],
      [5, 5, 0, 2, true],
    ])
  })

  test('changes nothing when it is made twice', async () => {
    await load(lines)
    const before = await graph()
    expect(await load(lines)).toMatchObject({ revision: 5, unchanged: true })
    expect(await graph()).toEqual(before)
  })

  test('supersedes what changed and removes what is left out', async () => {
    await load(lines)
    const changed = lines
      .filter(({ type }) => type !== 'LegalInstrument' && type !== 'STATED_IN')
      .map((line): Line => (line.type === 'HANDLES' ? { ...line, quote: 'Europol' } : line))
      .map(line => (line['id'] === 'institution/eu' ? { ...line, kind: 'EU_BODY' } : line))
    const counts = {
      nodesAdded: 0,
      nodesChanged: 1,
      nodesRemoved: 1,
      statementsAdded: 0,
      statementsChanged: 1,
      statementsRemoved: 1,
    }
    const looked = await load(changed, { dryRun: true })
    expect(looked).toMatchObject({ ...counts, revision: 5 })
    expect(printLoadReport(looked, 'rows').split('\n')).toEqual([
      'Would change: entities 0 added, 1 changed, 1 removed; statements 0 added, 1 changed, 1 removed.',
      '  HANDLES          0 added, 1 changed, 0 removed',
      '  Institution      0 added, 1 changed, 0 removed',
      '  LegalInstrument  0 added, 0 changed, 1 removed',
      '  STATED_IN        0 added, 0 changed, 1 removed',
      '    ~ institution/eu',
      '    ~ institution/europol HANDLES commitment/d/01a',
      '    - commitment/d/01a STATED_IN passage/d/01',
      '    - instrument/a',
    ])
    const [first, ...others] = (await load(changed, { dryRun: true, rowsShown: 1 })).summary!.rows
    expect([first, others]).toEqual(['~ institution/eu', []])
    expect(await rows('MATCH (r:Revision) RETURN count(r) AS count')).toEqual([{ count: 5 }])
    expect(await load(changed)).toMatchObject(counts)
    expect(
      await rows(
        'MATCH (:Institution)-[r:HANDLES|SUPERSEDED_HANDLES]->() RETURN type(r) AS type, r.quote AS quote ORDER BY type',
      ),
    ).toEqual([
      { type: 'HANDLES', quote: 'Europol' },
      { type: 'SUPERSEDED_HANDLES', quote: 'avec Europol' },
    ])
    expect(await rows('MATCH (e:RemovedEntity) RETURN e.id AS id')).toEqual([{ id: 'instrument/a' }])
    expect(await rows('MATCH (v:EntityVersion) WHERE v.entityId = "institution/eu" RETURN v.kind AS kind')).toEqual([
      { kind: 'EU_INSTITUTION' },
    ])
  })

  test.each<[string, Line[], string[]?]>([
    ['an end that is nowhere', [...lines, { type: 'PART_OF', from: 'institution/eu', to: 'institution/un', ...said }]],
    ['an id given twice', [...lines, lines[6]!]],
    ['a unique value given twice', [...lines, { ...lines[7]!, id: 'instrument/b' }]],
    ['a statement given twice', [...lines, lines[8]!]],
    [
      'a quote that is not in its source',
      lines.map(line => (line.type === 'HANDLES' ? { ...line, quote: 'sans Europol' } : line)),
    ],
    [
      'a text that is not in its passage',
      lines.map(line => (line.type === 'Commitment' ? { ...line, text: 'renforcer tout' } : line)),
      // At the statement that says where it stands.
      ['9'],
    ],
    ['a passage that is elsewhere', lines.map(line => (line.type === 'Passage' ? { ...line, start: 1, end: 5 } : line))],
    ['a passage without its document', lines.filter(({ type }) => type !== 'CONTAINS')],
    ['a source that is nowhere', lines.map(line => (line.id === 'institution/eu' ? { ...line, sources: ['document/e'] } : line))],
    ['a SHA-256 that is not that of the text', lines.map(line => (line.type === 'Document' ? { ...line, sha256: 'no' } : line))],
  ])('writes nothing of files with %s, and says so as a load of one revision does', async (...[_name, bad, places]) => {
    const whole = await problemsOf(bad, { largestWhole: 1e9 })
    const large = await problemsOf(bad)
    expect(large).toHaveLength(whole.length)
    expect(large.map(lineOf)).toEqual(places ?? whole.map(lineOf))
    expect(await rows('MATCH (n) RETURN count(n) AS count')).toEqual([{ count: 0 }])
  })

  test('holds claims against the record, as a load of one revision does', async () => {
    const dated = [
      ...claim,
      ...lines.map((line): Line => (line.type === 'LegalInstrument' ? { ...line, dateDocument: '2018-01-01' } : line)),
    ]
    await load(dated, { largestWhole: 1e9 })
    const whole = await graph()
    await empty()
    await load(dated)
    expect(await graph()).toEqual(whole)
    expect(await rows('MATCH (c:Claim) RETURN c.id AS id ORDER BY id')).toEqual([{ id: 'claim/a' }, { id: 'claim/a/record' }])
    expect(await load(dated)).toMatchObject({ unchanged: true })
  })

  test('leaves no file behind', async () => {
    const staged = path.join(tmpdir(), 'pacta-load')
    const before = await readdir(staged).catch(() => [])
    await load(lines)
    await problemsOf([...lines, lines[6]!])
    expect(await readdir(staged)).toEqual(before)
  })
})

describe('a load that was interrupted', () => {
  test('goes on at the first part that was not written', async () => {
    await interrupt(3)
    expect(await rows('MATCH (r:Revision) RETURN max(r.part) AS part')).toEqual([{ part: 3 }])
    expect(await load(lines, { resume: true })).toMatchObject({ revision: 5, nodesAdded: 0, statementsAdded: 4 })
    const resumed = await graph()
    await empty()
    await load(lines)
    expect(await graph()).toEqual(resumed)
  })

  test('is whole as well when it is made again from the start', async () => {
    await interrupt(4)
    expect(await load(lines)).toMatchObject({ revision: 5, statementsAdded: 2 })
    expect(await load(lines, { resume: true })).toMatchObject({ unchanged: true })
  })

  test('is not taken up with other files', async () => {
    await interrupt(2)
    await expect(load(lines.slice(0, 8), { resume: true })).rejects.toThrow(
      'The last load of the dataset seed was not of these files: there is nothing to resume.',
    )
  })

  /** Lets so many parts be written, and no more. */
  async function interrupt(parts: number): Promise<void> {
    let written = 0
    const failing: Database = {
      read: (statement, seconds) => database.read(statement, seconds),
      readValues: (statement, seconds) => database.readValues(statement, seconds),
      readLatest: statement => database.readLatest(statement),
      stream: statement => database.stream(statement),
      readSettled: (work, seconds) => database.readSettled(work, seconds),
      write: async <T>(work: (run: Run) => Promise<T>, goesOn?: boolean): Promise<T> => {
        if (++written > parts) throw new Error('the power went off')
        return database.write(work, goesOn)
      },
      administer: statement => database.administer(statement),
      close: () => database.close(),
    }
    await expect(load(lines, {}, failing)).rejects.toThrow('the power went off')
  }
})

test('another dataset cannot take ids and unique values of the first, nor leave it without ends', async () => {
  await load(lines)
  const other = [
    { type: 'Institution', id: 'institution/eu', label: { en: 'EU' }, kind: 'EU_BODY' },
    { type: 'LegalInstrument', id: 'instrument/b', label: { en: 'B' }, kind: 'TREATY', celex: '1' },
  ]
  expect(await problemsOf(other, { dataset: 'other' })).toEqual([
    '1:28: institution/eu belongs to the dataset seed: change it there.',
  ])
  expect(await problemsOf(other.slice(1), { dataset: 'other' })).toEqual([
    '1:1: `celex` 1 is that of instrument/a in the dataset seed.',
  ])
  await load(
    [
      { type: 'AMENDS', from: 'instrument/b', to: 'instrument/a', ...said },
      { ...other[1]!, celex: '2' },
    ],
    { dataset: 'other' },
  )
  expect(await problemsOf(lines.filter(({ type }) => type !== 'LegalInstrument'))).toEqual([
    '1:1: instrument/a is left out, but statements of the dataset other have it as an end: 1.',
  ])
})

async function load(content: readonly Line[], options: Partial<LoadOptions> = {}, into = database): Promise<LoadReport> {
  const file = path.join(folder, 'lines.ndjson')
  await writeFile(file, content.map(line => `${JSON.stringify(line)}\n`).join(''))
  return loadSeed(into, ontology, { paths: [file], largestWhole: 0, rowsInPart: 2, ...options })
}

async function problemsOf(content: readonly Line[], options: Partial<LoadOptions> = {}): Promise<string[]> {
  const error = await load(content, options).then(
    () => undefined,
    (problem: unknown) => problem,
  )
  if (!error) return []
  return (error as Error).message.split('\n').map(line => line.replace(`${path.join(folder, 'lines.ndjson')}:`, ''))
}

function lineOf(problem: string): string {
  return problem.slice(0, problem.indexOf(':'))
}

async function empty(): Promise<void> {
  await database.administer({ text: 'MATCH (n) DETACH DELETE n', parameters: {} })
}

/** All of the graph but when, and as which revision, it was written. */
async function graph(): Promise<Row[][]> {
  const nodes = 'MATCH (e:Entity) RETURN labels(e) AS labels, e { .*, revision: null, recordedAt: null } AS e ORDER BY e.id'
  const statements =
    'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, r { .*, revision: null, recordedAt: null, id: null } AS r ORDER BY r.key'
  return [await rows(nodes), await rows(statements)]
}

function rows(query: string): Promise<Row[]> {
  return database.administer({ text: query, parameters: {} })
}
