import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Database, Row } from '../../src/database/connect.ts'
import { type LoadOptions, type LoadReport, loadSeed } from '../../src/ingest/load.ts'
import { SeedError } from '../../src/ingest/problem.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'

const ontology = readOntology()
const valid = path.join(import.meta.dirname, 'cases', 'a-valid-set-has-no-problems')
let database: Database
let folder: string

beforeAll(async () => {
  database = await emptyDatabase()
})
beforeEach(async () => {
  await database.administer({ text: 'MATCH (n) DETACH DELETE n', parameters: {} })
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-seed-'))
  await cp(valid, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(async () => {
  await database.close()
})

describe('the first load', () => {
  test('writes every entity and statement as revision 1', async () => {
    expect(countsOf(await load())).toEqual({ revision: 1, unchanged: false, nodes: [4, 0, 0], statements: [3, 0, 0] })
    expect(await rows('MATCH (e:Entity) RETURN e.id AS id, labels(e) AS labels ORDER BY id')).toEqual([
      { id: 'commitment/d/01a', labels: ['Entity', 'Commitment'] },
      { id: 'document/d', labels: ['Entity', 'Document'] },
      { id: 'institution/europol', labels: ['Entity', 'Institution'] },
      { id: 'passage/d/01', labels: ['Entity', 'Passage'] },
    ])
    expect(await rows('MATCH (r:Revision) RETURN r { .*, at: null } AS revision')).toEqual([
      {
        revision: {
          ...{ number: 1, dataset: 'seed', at: null, reason: 'SOURCE_CHANGED', author: 'tests' },
          ...{ nodesAdded: 4, nodesChanged: 0, nodesRemoved: 0 },
          ...{ statementsAdded: 3, statementsChanged: 0, statementsRemoved: 0 },
          types: ['CONTAINS', 'Commitment', 'Document', 'HANDLES', 'Institution', 'Passage', 'STATED_IN'],
        },
      },
    ])
  })

  test('stores native dates, translated names, derived words, and text to search', async () => {
    await load()
    const [document] = await rows(
      "MATCH (d:Document) RETURN d.labelFr AS fr, d.labelNl AS nl, d.datePublished = date('2018-06-11') AS date, d.searchNl AS search, size(d.sha256) AS hash",
    )
    expect(document).toEqual({ fr: 'Déclaration', nl: null, date: true, search: 'declaration', hash: 64 })
    const [passage] = await rows('MATCH (p:Passage) RETURN p.prefix AS prefix, p.suffix AS suffix')
    expect(passage).toEqual({ prefix: 'Titre 🛰\n\n- ', suffix: '\nFin\n' })
    const [searched] = await rows('MATCH (c:Commitment) RETURN c.searchEn AS text')
    expect(searched).toEqual({ text: "exchange\nde renforcer l'echange 🛰 avec europol d'ici 2019" })
  })

  test('stores statements with their id, key, rank and time of record', async () => {
    await load()
    const [handles] = await rows(
      "MATCH (:Institution)-[r:HANDLES]->(:Commitment) RETURN r { .role, .basis, .quote, .rank, .revision, .dataset } AS r, r.id = 'statement/' + r.key + '@1' AS id, valueType(r.recordedAt) AS time",
    )
    expect(handles).toEqual({
      r: { role: 'CHANNEL', basis: 'NAMED_IN_TEXT', quote: 'avec Europol', rank: 'NORMAL', revision: 1, dataset: 'seed' },
      id: true,
      time: 'ZONED DATETIME NOT NULL',
    })
  })
})

describe('a later load', () => {
  beforeEach(async () => {
    await load()
  })

  test('of the same files changes nothing', async () => {
    const before = await rows('MATCH (n) RETURN count(n) AS nodes, sum(COUNT { (n)-->() }) AS statements')
    expect(countsOf(await load())).toEqual({ revision: 1, unchanged: true, nodes: [0, 0, 0], statements: [0, 0, 0] })
    expect(await rows('MATCH (n) RETURN count(n) AS nodes, sum(COUNT { (n)-->() }) AS statements')).toEqual(before)
  })

  test('keeps the former version of a changed entity', async () => {
    await edit('kind: EU_AGENCY', 'kind: EU_BODY')
    expect(countsOf(await load())).toEqual({ revision: 2, unchanged: false, nodes: [0, 1, 0], statements: [0, 0, 0] })
    expect(await rows('MATCH (e:Institution) RETURN e { .id, .kind, .revision } AS e')).toEqual([
      { e: { id: 'institution/europol', kind: 'EU_BODY', revision: 2 } },
    ])
    expect(
      await rows(
        'MATCH (v:EntityVersion) MATCH (e:Institution { id: v.entityId }) RETURN v { .entityType, .kind, .revision, .supersededRevision } AS v, v.supersededAt = e.recordedAt AS at',
      ),
    ).toEqual([{ v: { entityType: 'Institution', kind: 'EU_AGENCY', revision: 1, supersededRevision: 2 }, at: true }])
  })

  test('supersedes a changed statement under the same key', async () => {
    await edit('quote: avec Europol', 'quote: Europol')
    expect(countsOf(await load())).toEqual({ revision: 2, unchanged: false, nodes: [0, 0, 0], statements: [0, 1, 0] })
    const [pair] = await rows(
      'MATCH (i)-[now:HANDLES]->(c)<-[past:SUPERSEDED_HANDLES]-(i) RETURN now.quote AS now, past { .quote, .revision, .supersededRevision } AS past, now.key = past.key AS key, now.id <> past.id AS id, past.supersededAt = now.recordedAt AS at',
    )
    expect(pair).toEqual({
      now: 'Europol',
      past: { quote: 'avec Europol', revision: 1, supersededRevision: 2 },
      ...{ key: true, id: true, at: true },
    })
  })

  test('takes another role for another statement', async () => {
    await edit('role: CHANNEL', 'role: SUPPORT')
    expect(countsOf(await load())).toEqual({ revision: 2, unchanged: false, nodes: [0, 0, 0], statements: [1, 0, 1] })
  })

  test('removes what the files leave out, and restores it', async () => {
    const whole = await readFile(path.join(folder, 'input.yaml'), 'utf8')
    const without = whole.slice(0, whole.indexOf('    handledBy:'))
    await writeFile(path.join(folder, 'input.yaml'), without)
    expect(countsOf(await load())).toEqual({ revision: 2, unchanged: false, nodes: [0, 0, 1], statements: [0, 0, 1] })
    expect(
      await rows(
        'MATCH (e { id: "institution/europol" })-[r]->() RETURN labels(e) AS labels, e.removedType AS type, e.kind AS kind, type(r) AS r',
      ),
    ).toEqual([{ labels: ['RemovedEntity'], type: 'Institution', kind: 'EU_AGENCY', r: 'SUPERSEDED_HANDLES' }])

    await writeFile(path.join(folder, 'input.yaml'), whole)
    expect(countsOf(await load())).toEqual({ revision: 3, unchanged: false, nodes: [1, 0, 0], statements: [1, 0, 0] })
    expect(
      await rows(
        'MATCH (e:Institution)-[r]->() RETURN labels(e) AS labels, e.removedType AS type, type(r) AS r, r.revision AS revision ORDER BY r',
      ),
    ).toEqual([
      { labels: ['Entity', 'Institution'], type: null, r: 'HANDLES', revision: 3 },
      { labels: ['Entity', 'Institution'], type: null, r: 'SUPERSEDED_HANDLES', revision: 1 },
    ])
    expect(countsOf(await load()).unchanged).toBe(true)
  })

  test('that only looks says what would change and writes nothing', async () => {
    await edit('kind: EU_AGENCY', 'kind: EU_BODY')
    expect(countsOf(await load({ dryRun: true }))).toEqual({
      revision: 1,
      unchanged: false,
      nodes: [0, 1, 0],
      statements: [0, 0, 0],
    })
    const { summary } = await load({ dryRun: true })
    expect([...summary!.types]).toEqual([['Institution', { added: 0, changed: 1, removed: 0 }]])
    expect(summary!.rows).toEqual(['~ institution/europol'])
    expect(await rows('MATCH (r:Revision) RETURN count(r) AS count')).toEqual([{ count: 1 }])
  })

  test('that has problems writes nothing', async () => {
    await edit('kind: EU_AGENCY', 'kind: EU_BODY')
    await edit('node: institution/europol', 'node: institution/europool')
    await expect(load()).rejects.toThrow(
      /input.yaml:\d+:\d+: There is no “institution\/europool”. Did you mean `institution\/europol`?/,
    )
    expect(await rows('MATCH (r:Revision) RETURN count(r) AS count')).toEqual([{ count: 1 }])
    expect(await rows('MATCH (i:Institution) RETURN i.kind AS kind')).toEqual([{ kind: 'EU_AGENCY' }])
  })
})

describe('another dataset', () => {
  const instruments = (a: string, b: string): string =>
    `instruments:\n  - { id: instrument/a, label: { en: A }, kind: TREATY, celex: ${a} }\n  - { id: instrument/b, label: { en: B }, kind: TREATY, celex: ${b} }\n`
  const note =
    'defaults: { basis: CURATED, source: passage/d/01 }\ninformationSystems:\n  - { id: system/sis, label: { en: SIS }, operatedBy: [{ node: institution/europol, quote: avec Europol }] }\n'

  beforeEach(async () => {
    await load()
  })

  test('can refer to what others hold, which then cannot be removed', async () => {
    expect(countsOf(await loadText(note))).toMatchObject({ revision: 2, nodes: [1, 0, 0], statements: [1, 0, 0] })
    const whole = await readFile(path.join(folder, 'input.yaml'), 'utf8')
    await writeFile(path.join(folder, 'input.yaml'), whole.slice(0, whole.indexOf('    handledBy:')))
    await expect(load()).rejects.toThrow(
      'institution/europol is left out, but 1 statement of the dataset other have it as an end.',
    )
  })

  test('cannot quote what the words of others do not say', async () => {
    await expect(loadText(note.replace('avec', 'with'))).rejects.toThrow('The quote is not in passage/d/01 word for word')
  })

  test('cannot take ids and unique values of others', async () => {
    await loadText(instruments('1', '2').replaceAll(/celex: (\d)/g, 'celex: X$1'))
    const taken = instruments('X1', 'X3').replaceAll('instrument/a', 'instrument/c')
    const error = await loadText(taken, 'third').catch((problem: unknown) => problem)
    expect(error).toBeInstanceOf(SeedError)
    expect((error as SeedError).problems.map(({ message }) => message)).toEqual([
      '`celex` X1 is that of instrument/a in the dataset other.',
      'instrument/b belongs to the dataset other: change it there.',
    ])
  })

  test('can exchange two unique values in one load', async () => {
    await loadText(instruments('X1', 'X2'))
    expect(countsOf(await loadText(instruments('X2', 'X1')))).toMatchObject({ nodes: [0, 2, 0] })
    expect(await rows('MATCH (i:LegalInstrument) RETURN i.id AS id, i.celex AS celex ORDER BY id')).toEqual([
      { id: 'instrument/a', celex: 'X2' },
      { id: 'instrument/b', celex: 'X1' },
    ])
  })
})

test('concurrent loads give revisions without gaps', async () => {
  const texts = Array.from({ length: 8 }, (_, n) => `themes:\n  - { id: theme/t${n}, label: { en: T${n} } }\n`)
  const reports = await Promise.all(texts.map((text, n) => loadText(text, `set-${n}`)))
  const expected = [1, 2, 3, 4, 5, 6, 7, 8]
  expect(reports.map(({ revision }) => revision).sort()).toEqual(expected)
  expect(await rows('MATCH (r:Revision) RETURN r.number AS number ORDER BY r.at')).toEqual(expected.map(number => ({ number })))
  expect(await rows('MATCH (l:Ledger) RETURN l.revision AS revision')).toEqual([{ revision: 8 }])
})

test('the same files loaded twice at once are written once', async () => {
  const reports = await Promise.all([load(), load()])
  expect(reports.map(({ revision, unchanged }) => [revision, unchanged]).sort()).toEqual([
    [1, false],
    [1, true],
  ])
})

function load(options: Partial<LoadOptions> = {}): Promise<LoadReport> {
  return loadSeed(database, ontology, { paths: [folder], reason: 'SOURCE_CHANGED', author: 'tests', ...options })
}

async function loadText(text: string, dataset = 'other'): Promise<LoadReport> {
  const other = await mkdtemp(path.join(tmpdir(), 'pacta-seed-'))
  await writeFile(path.join(other, 'seed.yaml'), text)
  return load({ paths: [other], dataset }).finally(() => rm(other, { recursive: true }))
}

async function edit(before: string, after: string): Promise<void> {
  const file = path.join(folder, 'input.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace(before, after))
}

function countsOf(report: LoadReport): { revision: number; unchanged: boolean; nodes: number[]; statements: number[] } {
  const { revision, unchanged, nodesAdded, nodesChanged, nodesRemoved } = report
  const { statementsAdded, statementsChanged, statementsRemoved } = report
  return {
    ...{ revision, unchanged },
    nodes: [nodesAdded, nodesChanged, nodesRemoved],
    statements: [statementsAdded, statementsChanged, statementsRemoved],
  }
}

function rows(text: string): Promise<Row[]> {
  return database.administer({ text, parameters: {} })
}
