import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Database } from '../../src/database/connect.ts'
import { Editor } from '../../src/edit/editor.ts'
import type { Operation } from '../../src/edit/operation.ts'
import { type LoadReport, loadSeed } from '../../src/ingest/load.ts'
import { Reconciler } from '../../src/reconcile/reconciler.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { emptyDatabase } from '../setup/database.ts'
import { seedFolder } from '../setup/seedFolder.ts'

const ontology = readOntology()
const request = { caller: 'tests', reason: 'RECODED', author: 'A tester' }
const web = 'https://example.org/'
const seedOfTwo = `
defaults: { basis: CURATED, source: '${web}' }
places: [{ id: place/BE, label: { en: Belgium }, kind: COUNTRY }]
events: [{ id: event/meeting, label: { en: Meeting }, kind: MEETING, startDate: 2018-06-11 }]
informationSystems: [{ id: system/s, label: { en: System } }, { id: system/t, label: { en: Other system } }]
institutions:
  - id: institution/interior
    label: { en: Ministry of the Interior, fr: Ministère de l’Intérieur }
    kind: MINISTRY
    locatedIn: [{ node: place/BE }]
    participatedIn: [{ node: event/meeting }]
    operates: [{ node: system/s }]
  - id: institution/frontex
    label: { en: Frontex }
    aliases: [European Border and Coast Guard Agency]
    kind: EU_AGENCY
    wikidata: Q1
    operates: [{ node: system/t, source: institution/frontex }]
`
const others = `
defaults: { basis: CURATED, source: '${web}' }
institutions:
  - id: institution/home-affairs
    label: { en: MINISTRY OF THE INTERIOR, nl: Ministerie van Binnenlandse Zaken }
    description: { nl: Het ministerie }
    kind: MINISTRY
    acronym: MIBZ
    wikidata: Q2
    sources: ['${web}list']
    locatedIn: [{ node: place/BE, quote: Brussels }]
    participatedIn: [{ node: event/meeting, capacity: Host }]
    operates: [{ node: system/t, validFrom: 2018, rank: PREFERRED, rankReason: The register says so. }]
    parts:
      - { node: institution/unit, source: institution/home-affairs }
  - id: institution/unit
    label: { en: Unit }
    kind: OFFICE
    locatedIn: [{ node: place/BE, source: institution/home-affairs }]
  - id: institution/frontx
    label: { en: Frontexx }
    kind: EU_AGENCY
    wikidata: Q9
  - id: institution/border-agency
    label: { fr: Agence européenne de garde-frontières, en: Coast Guard and European Border Agency }
    kind: EU_BODY
    wikidata: Q1
`.replace(', capacity: Host', '')
let database: Database
let reconciler: Reconciler
let server: Listening
let folder: string

beforeAll(async () => {
  database = await emptyDatabase()
  reconciler = new Reconciler(ontology, database)
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-reconcile-'))
  await writeFile(path.join(folder, 'first.yaml'), seedOfTwo)
  await writeFile(path.join(folder, 'second.yaml'), others)
  const options = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 30, responseCacheMegabytes: 1 }
  server = await startServer(database, { ...options, report: error => console.error(error) })
})
beforeEach(async () => {
  await database.administer({ text: 'MATCH (n) WHERE NOT n:Gate DETACH DELETE n', parameters: {} })
  await load('first')
  await load('second')
})
afterAll(async () => {
  await server?.close()
  await database?.close()
  await rm(folder, { recursive: true })
})

function load(name: string): Promise<LoadReport> {
  return loadSeed(database, ontology, { paths: [path.join(folder, `${name}.yaml`)], dataset: name })
}

function edit(...operations: Omit<Operation, 'at'>[]): Promise<unknown> {
  const placed = operations.map((operation, index): Operation => ({ ...operation, at: `operations[${index}]` }))
  return new Editor(ontology, database).edit({ ...request, operations: placed })
}

/** All that is said now, but for when it was recorded. */
async function snapshot(): Promise<unknown> {
  const entities = await database.read({
    text: `MATCH (e:Entity) RETURN labels(e) AS labels, e { .*, revision: null, recordedAt: null } AS properties ORDER BY e.id`,
    parameters: {},
  })
  const statements = await database.read({
    text: `MATCH (a:Entity)-[r]->(b:Entity) WHERE NOT type(r) STARTS WITH 'SUPERSEDED_'
RETURN a.id AS from, type(r) AS type, b.id AS to, r { .*, id: null, revision: null, recordedAt: null } AS properties ORDER BY r.key`,
    parameters: {},
  })
  const overrides = await database.read({ text: 'MATCH (o:Override) RETURN o.id AS id ORDER BY id', parameters: {} })
  return { entities, statements, overrides }
}

async function ask<T>(query: string): Promise<T> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

async function statementOf(from: string, type: string, to: string): Promise<{ id: string; revision: number; dataset: string }> {
  const [row] = await database.read({
    text: `MATCH ({ id: $from })-[r:${type}]->({ id: $to }) RETURN r { .id, .revision, .dataset } AS r`,
    parameters: { from, to },
  })
  return row?.['r'] as never
}

describe('duplicates are proposed', () => {
  test('with a score and the reasons for and against, the likeliest first, and always the same', async () => {
    const found = await reconciler.propose(['Institution'], 0.05)
    expect(found.map(({ kept, lost }) => [kept, lost])).toEqual([
      ['institution/frontex', 'institution/border-agency'],
      ['institution/home-affairs', 'institution/interior'],
      ['institution/frontex', 'institution/frontx'],
    ])
    const [identifier, name, near] = found.map(({ evidence }) => evidence.map(({ speaks, reason }) => `${speaks} ${reason}`))
    expect(identifier).toEqual([
      'FOR both have the wikidata Q1',
      'FOR the same words in another order: “Coast Guard and European Border Agency” and “European Border and Coast Guard Agency”',
      'AGAINST their kind differs: EU_BODY and EU_AGENCY',
    ])
    expect(name).toEqual([
      'FOR a name of both is “MINISTRY OF THE INTERIOR” and “Ministry of the Interior”',
      'FOR both have PARTICIPATED_IN to event/meeting, LOCATED_IN to place/BE',
    ])
    expect(near).toEqual([
      'AGAINST their wikidata differs: Q1 and Q9',
      'FOR names that are nearly the same: “Frontex” and “Frontexx”',
    ])
    expect(found.map(({ score }) => score)).toEqual([0.86, 0.76, 0.08])
    expect(await reconciler.propose(['Institution'], 0.05)).toEqual(found)
    expect(await reconciler.propose(['Institution'], 0.5)).toEqual(found.slice(0, 2))
  })

  test('never twice with the same trust: a merge that was undone speaks against the two', async () => {
    const { merge } = await reconciler.accept('institution/home-affairs', 'institution/interior', request)
    await reconciler.undo(merge, request)
    const found = await reconciler.propose(['Institution'], 0.05)
    const again = found.find(({ lost }) => lost === 'institution/interior')!
    expect(again.score).toBeLessThan(0.5)
    expect(again.evidence.at(-1)!.reason).toBe(`they were merged before, and that was undone (${merge})`)
  })

  test('of persons and other things by name, but not of texts', async () => {
    expect(await reconciler.propose(['Person', 'InformationSystem', 'Place'], 0.5)).toEqual([])
    await expect(reconciler.propose(['Institutions'], 0.5)).rejects.toThrow('Did you mean `Institution`?')
    await expect(reconciler.propose(['Commitment'], 0.5)).rejects.toThrow(/Duplicates are looked for among Institution, /)
  })
})

describe('an accepted merge', () => {
  test('is one revision in which the kept one takes over statements, names and identifiers', async () => {
    const merged = await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    expect(merged).toMatchObject({ merge: 'merge/3', revision: { number: 3 }, moved: 2 })
    // Both are in Belgium and took part in the meeting: that is said already.
    expect(merged.repeated).toHaveLength(2)
    const { institution, revision } = await ask<{ institution: object; revision: object }>(`{
      revision { number }
      institution(id: "institution/interior") {
        label(lang: NL) description(lang: NL) aliases sources acronym wikidata
        parts { edges { source node { id locatedIn { edges { source node { id } } } } } }
        operates { edges { rank validFrom validFromPrecision node { id } } }
        locatedIn { totalCount }
      }
    }`)
    expect(revision).toEqual({ number: 3 })
    expect(institution).toEqual({
      label: 'Ministerie van Binnenlandse Zaken',
      description: 'Het ministerie',
      // The same name in capitals is not another name.
      aliases: [],
      sources: [`${web}list`],
      acronym: 'MIBZ',
      wikidata: 'Q2',
      parts: {
        edges: [
          {
            source: 'institution/interior',
            node: {
              id: 'institution/unit',
              locatedIn: { edges: [{ source: 'institution/interior', node: { id: 'place/BE' } }] },
            },
          },
        ],
      },
      operates: {
        edges: [
          { rank: 'NORMAL', validFrom: null, validFromPrecision: null, node: { id: 'system/s' } },
          { rank: 'PREFERRED', validFrom: '2018-01-01', validFromPrecision: 'YEAR', node: { id: 'system/t' } },
        ],
      },
      locatedIn: { totalCount: 1 },
    })
    expect(await reconciler.list()).toMatchObject([
      { id: 'merge/3', kept: 'institution/interior', lost: 'institution/home-affairs', author: 'A tester', undoneRevision: null },
    ])
  })

  test('keeps what the kept one has, says what it did not take, and takes other names as aliases', async () => {
    const { notTaken } = await reconciler.accept('institution/frontex', 'institution/frontx', request)
    expect(notTaken).toEqual(['wikidata: Q9, since it has Q1'])
    const { institution } = await ask<{ institution: object }>(
      '{ institution(id: "institution/frontex") { label(lang: EN) aliases wikidata } }',
    )
    expect(institution).toEqual({
      label: 'Frontex',
      aliases: ['European Border and Coast Guard Agency', 'Frontexx'],
      wikidata: 'Q1',
    })
  })

  test('leads from the address of the lost one to the kept one, in the form and at the time asked for', async () => {
    await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    const answer = (address: string) => fetch(`${server.url}/id/institution/${address}`, { redirect: 'manual' })
    const moved = await answer('home-affairs.ttl?validAt=2019-01-01')
    expect([moved.status, moved.headers.get('location')]).toEqual([307, '/id/institution/interior.ttl?validAt=2019-01-01'])
    const followed = await fetch(`${server.url}/id/institution/home-affairs.nt`)
    expect(await followed.text()).toContain(`<${server.url}/id/institution/interior> <http://purl.org/dc/terms/identifier>`)
    await reconciler.accept('institution/frontex', 'institution/interior', request)
    expect((await fetch(`${server.url}/id/institution/home-affairs`)).url).toBe(`${server.url}/id/institution/frontex`)
  })

  test('changes nothing of what was known before it', async () => {
    const question = (asOf: string) =>
      `{ institution(id: "institution/home-affairs"${asOf}) {
      label(lang: EN) aliases wikidata relationships(types: []) { totalCount } operates { edges { node { id } } } parts { edges { node { id } } } } }`.replace(
        '(types: [])',
        '',
      )
    const before = await ask(question(''))
    const { revision } = await ask<{ revision: { at: string } }>('{ revision { at } }')
    await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    expect(await ask(question(''))).toEqual({ institution: null })
    expect(await ask(question(`, asOf: { knownAt: "${revision.at}" }`))).toEqual(before)
  })

  test('is not undone by a later load of the files it came from', async () => {
    await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    expect(await load('second')).toMatchObject({ unchanged: true, revision: 3 })
    expect(await load('first')).toMatchObject({ unchanged: true, revision: 3 })
  })

  test.each([
    [
      'institution/interior',
      'institution/interiors',
      'lost: There is no institution/interiors. Did you mean `institution/interior`?',
    ],
    ['institution/nowhere', 'place/BE', 'kept: There is no institution/nowhere.'],
    ['institution/interior', 'place/BE', 'lost: place/BE is of type Place, institution/interior of type Institution;'],
    ['institution/interior', 'institution/interior', 'lost: It is the same as the one to keep'],
  ])('is refused with the argument at fault: %s, %s', async (kept, lost, message) => {
    const before = await snapshot()
    await expect(reconciler.accept(kept, lost, request)).rejects.toThrow(message)
    expect(await snapshot()).toEqual(before)
  })

  test('is refused for one that was merged already, saying into which', async () => {
    await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    await expect(reconciler.accept('institution/frontex', 'institution/home-affairs', request)).rejects.toThrow(
      'lost: institution/home-affairs was merged into institution/interior by merge/3.',
    )
  })
})

describe('a merge that is undone', () => {
  test.each([
    ['institution/interior', 'institution/home-affairs'],
    ['institution/home-affairs', 'institution/interior'],
    ['institution/frontex', 'institution/border-agency'],
    // One is part of the other, so what joins them is gone while they are one.
    ['institution/home-affairs', 'institution/unit'],
    ['institution/unit', 'institution/home-affairs'],
  ])('leaves all as it was, by one revision, whoever held it: %s, %s', async (kept, lost) => {
    const before = await snapshot()
    const { merge } = await reconciler.accept(kept, lost, request)
    const { at } = (await ask<{ revision: { at: string } }>('{ revision { at } }')).revision
    expect(await snapshot()).not.toEqual(before)
    expect(await reconciler.undo(merge, request)).toMatchObject({ revision: { number: 4 }, stays: [] })
    expect(await snapshot()).toEqual(before)
    expect(await load('second')).toMatchObject({ unchanged: true })
    expect(await load('first')).toMatchObject({ unchanged: true })
    expect((await fetch(`${server.url}/id/${lost}`, { redirect: 'manual' })).status).toBe(200)
    // What was known while they were one is known as that still.
    const during = await ask<{ node: unknown }>(`{ node(id: "${lost}", asOf: { knownAt: "${at}" }) { id } }`)
    expect(during.node).toBeNull()
    expect(await reconciler.list()).toMatchObject([{ id: merge, undoneRevision: 4 }])
    await expect(reconciler.undo(merge, request)).rejects.toThrow('was undone already, by revision 4.')
  })

  test('leaves what was edited since: values, names and statements of the kept one', async () => {
    const { merge } = await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    const moved = await statementOf('institution/interior', 'OPERATES', 'system/t')
    await edit(
      {
        kind: 'correctEntity',
        value: {
          institution: { id: 'institution/interior', acronym: 'MOI', aliases: ['Home Office'], description: { en: 'New' } },
        },
      },
      { kind: 'retractStatement', value: moved.id },
      {
        kind: 'assertStatement',
        value: { type: 'PART_OF', from: 'institution/interior', to: 'institution/frontex', basis: 'CURATED', source: web },
      },
    )
    const { stays } = await reconciler.undo(merge, request)
    expect(stays).toEqual(['acronym of institution/interior', expect.stringContaining('no longer said of institution/interior')])
    expect(
      await ask(`{
        kept: institution(id: "institution/interior") {
          acronym aliases wikidata en: description(lang: EN) partOf { totalCount } parts { totalCount } operates { edges { node { id } } } }
        lost: institution(id: "institution/home-affairs") { acronym wikidata parts { totalCount } operates { totalCount } }
      }`),
    ).toEqual({
      kept: {
        ...{ acronym: 'MOI', aliases: ['Home Office'], wikidata: null, en: 'New' },
        ...{ partOf: { totalCount: 1 }, parts: { totalCount: 0 }, operates: { edges: [{ node: { id: 'system/s' } }] } },
      },
      lost: { acronym: 'MIBZ', wikidata: 'Q2', parts: { totalCount: 1 }, operates: { totalCount: 0 } },
    })
  })

  test('is refused while a statement that it moved was edited, naming it', async () => {
    const { merge } = await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    const moved = await statementOf('institution/interior', 'OPERATES', 'system/t')
    await edit({ kind: 'supersedeStatement', value: { id: moved.id, note: 'Looked at again.' } })
    const edited = await statementOf('institution/interior', 'OPERATES', 'system/t')
    const before = await snapshot()
    await expect(reconciler.undo(merge, request)).rejects.toThrow(`${edited.id}: It was edited after merge/3 had made it.`)
    expect(await snapshot()).toEqual(before)
  })

  test('is refused while a later merge stands on it', async () => {
    const before = await snapshot()
    await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    await reconciler.accept('institution/interior', 'institution/unit', request)
    await expect(reconciler.undo('merge/3', request)).rejects.toThrow('undo that first')
    await reconciler.accept('institution/frontex', 'institution/interior', request)
    await expect(reconciler.undo('merge/4', request)).rejects.toThrow(
      'institution/interior was merged into institution/frontex by merge/5.',
    )
    for (const merge of ['merge/5', 'merge/4', 'merge/3']) await reconciler.undo(merge, request)
    expect(await snapshot()).toEqual(before)
  })

  test.each([['merge/4'], ['merge/x'], ['institution/interior']])('is asked for by its id: %s', async id => {
    await reconciler.accept('institution/interior', 'institution/home-affairs', request)
    await expect(reconciler.undo(id, request)).rejects.toThrow(`merge: There is no ${id}.`)
  })
})

test('Whatever is merged of the seed, one into the other, undoing all of it leaves the seed as it was', async () => {
  await database.administer({ text: 'MATCH (n) WHERE NOT n:Gate DETACH DELETE n', parameters: {} })
  const seed = { paths: [seedFolder], dataset: 'seed' }
  await loadSeed(database, ontology, seed)
  const before = await snapshot()
  const ids = await database.read({ text: 'MATCH (e:Institution|Person) RETURN e.id AS id ORDER BY id', parameters: {} })
  const institutions = ids.map(({ id }) => String(id)).filter(id => id.startsWith('institution/'))
  const merges: string[] = []
  let kept = 'institution/europol'
  for (let at = 3; at < institutions.length && merges.length < 8; at += 7) {
    const lost = institutions[at]!
    if (lost === kept) continue
    merges.push((await reconciler.accept(kept, lost, request)).merge)
    // Now and then the one that was kept goes on into another.
    if (merges.length % 3 === 0) {
      const next = institutions[at + 1]!
      merges.push((await reconciler.accept(next, kept, request)).merge)
      kept = next
    }
  }
  expect(merges.length).toBeGreaterThanOrEqual(8)
  expect(await loadSeed(database, ontology, seed)).toMatchObject({ unchanged: true })
  for (const merge of merges.reverse()) await reconciler.undo(merge, request)
  expect(await snapshot()).toEqual(before)
  expect(await loadSeed(database, ontology, seed)).toMatchObject({ unchanged: true, conflicts: [] })
})
