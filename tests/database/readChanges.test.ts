import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import neo4j, { type Driver, type Plan } from 'neo4j-driver'
import { listChangeParts } from '../../src/cypher/changeParts.ts'
import { type ChangePosition, readPosition } from '../../src/cypher/changePosition.ts'
import { type ChangeRange, printChanges } from '../../src/cypher/printChanges.ts'
import { CypherDate } from '../../src/cypher/statement.ts'
import type { Change } from '../../src/database/change.ts'
import type { Database } from '../../src/database/connect.ts'
import { AheadError, type ChangesRequest, readChanges } from '../../src/database/readChanges.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'
import { institution, partOf, RandomHistory, stored, writeRevision } from '../setup/randomHistory.ts'

const ontology = readOntology()
let database: Database

beforeAll(async () => {
  database = await emptyDatabase()
}, 300_000)
afterAll(() => database.close())

async function follow(request: Partial<ChangesRequest> = {}): Promise<Change[]> {
  const found: Change[] = []
  let after: ChangePosition = request.after ?? { revision: 0 }
  for (;;) {
    const page = await readChanges(database, ontology, { first: 1000, ...request, after })
    found.push(...page.changes)
    after = page.end
    if (!page.more) return found
  }
}

function short({ revision, kind, subject }: Change): string {
  return `${revision} ${kind} ${subject.replace(/^statement\/.*/, 'statement')}`
}

describe('a history of six revisions', () => {
  const [one, two] = [institution(1, 'One'), institution(2, 'Two')]
  const past = { validFrom: new CypherDate('2000-01-01'), validTo: new CypherDate('2010-01-01') }
  const statement = partOf(one.id, two.id)
  const ended = partOf(two.id, one.id, past)

  beforeAll(async () => {
    const write = (difference: Parameters<typeof writeRevision>[2]) => writeRevision(database, ontology, difference)
    await write({ nodesAdded: [one, two], statementsAdded: [statement, ended] })
    const noted = { ...statement, properties: { ...statement.properties, note: 'Looked at again.' } }
    await write({
      nodesChanged: [institution(1, 'The one')],
      statementsChanged: [{ stored: stored(statement, 1), record: noted }],
    })
    await write({ nodesRemoved: [two], statementsRemoved: [stored(statement, 2), stored(ended, 1)] })
    await write({ nodesAdded: [institution(2, 'Two again'), institution(3, 'Three')] })
    await write({ statementsAdded: [statement] })
    const deprecated = { ...statement, properties: { ...statement.properties, rank: 'DEPRECATED' } }
    await write({ statementsChanged: [{ stored: stored(statement, 5), record: deprecated }] })
  })

  test('is told in order, so that every statement lies between its entities', async () => {
    expect((await follow()).map(short)).toEqual([
      '1 NODE_ADDED institution/r1',
      '1 NODE_ADDED institution/r2',
      '1 RELATIONSHIP_ADDED statement',
      '1 RELATIONSHIP_ADDED statement',
      '2 NODE_CHANGED institution/r1',
      '2 RELATIONSHIP_CHANGED statement',
      '3 RELATIONSHIP_REMOVED statement',
      '3 RELATIONSHIP_REMOVED statement',
      '3 NODE_REMOVED institution/r2',
      '4 NODE_ADDED institution/r2',
      '4 NODE_ADDED institution/r3',
      '5 RELATIONSHIP_ADDED statement',
      '6 RELATIONSHIP_CHANGED statement',
    ])
  })

  test('tells what was before and after under public names, what differs, and who changed it', async () => {
    const changes = await follow()
    const [node, relationship] = changes.filter(({ revision }) => revision === 2)
    expect(node).toEqual({
      id: '2~entity~institution/r1',
      revision: 2,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      kind: 'NODE_CHANGED',
      type: 'Institution',
      subject: 'institution/r1',
      before: { id: 'institution/r1', type: 'Institution', label: { en: 'One' }, kind: 'FORUM' },
      after: { id: 'institution/r1', type: 'Institution', label: { en: 'The one' }, kind: 'FORUM' },
      changed: ['label'],
      reason: 'RECODED',
      author: 'tests',
      note: null,
      dataset: 'random',
    })
    const said = {
      type: 'PART_OF',
      from: 'institution/r1',
      to: 'institution/r2',
      basis: 'CURATED',
      source: 'https://example.org',
      rank: 'NORMAL',
    }
    expect(relationship).toMatchObject({
      id: `2~PART_OF~${statement.key}`,
      subject: `statement/${statement.key}`,
      before: { id: `statement/${statement.key}@1`, ...said },
      after: { id: `statement/${statement.key}@2`, ...said, note: 'Looked at again.' },
      changed: ['note'],
    })
    expect(relationship?.before).not.toHaveProperty('supersededAt')
  })

  test.each([1, 2, 3, 5, 13])('is the same in pages of %i', async first => {
    expect(await follow({ first })).toEqual(await follow())
  })

  test('goes on after every cursor and every revision', async () => {
    const all = await follow()
    for (const [index, { id }] of all.entries()) expect(await follow({ after: readPosition(id)! })).toEqual(all.slice(index + 1))
    for (let revision = 0; revision <= 6; revision++)
      expect(await follow({ after: { revision } })).toEqual(all.filter(change => change.revision > revision))
  })

  test.each([
    [['Institution'], ['1 NODE_ADDED institution/r1', '1 NODE_ADDED institution/r2', '2 NODE_CHANGED institution/r1']],
    [['PART_OF'], ['1 RELATIONSHIP_ADDED statement', '1 RELATIONSHIP_ADDED statement', '2 RELATIONSHIP_CHANGED statement']],
    [['Theme', 'HANDLES'], []],
  ])('tells only what happened to %j', async (types, start) => {
    expect((await follow({ types, first: 2 })).map(short).slice(0, 3)).toEqual(start)
  })

  test('of which nothing is asked for still moves the cursor on', async () => {
    const page = await readChanges(database, ontology, { after: { revision: 0 }, first: 10, types: ['Theme'] })
    expect(page).toEqual({ changes: [], end: { revision: 6 }, more: false, last: 6 })
  })

  test('as of a day is that of the statements that hold on it', async () => {
    const then = await follow({ validAt: '2005-06-01', types: ['PART_OF'] })
    expect(then.filter(({ subject }) => subject.endsWith(ended.key)).map(short)).toEqual([
      '1 RELATIONSHIP_ADDED statement',
      '3 RELATIONSHIP_REMOVED statement',
    ])
    const now = await follow({ validAt: '2020-06-01', types: ['PART_OF'] })
    expect(now.map(short)).toEqual([
      '1 RELATIONSHIP_ADDED statement',
      '2 RELATIONSHIP_CHANGED statement',
      '3 RELATIONSHIP_REMOVED statement',
      '5 RELATIONSHIP_ADDED statement',
      // Deprecated, it is no longer among what holds.
      '6 RELATIONSHIP_REMOVED statement',
    ])
  })

  test('has nothing after a revision that does not exist', async () => {
    await expect(readChanges(database, ontology, { after: { revision: 7 }, first: 1 })).rejects.toThrow(AheadError)
  })
})

test('a random history is told without gaps, and leads to exactly the graph', async () => {
  const history = new RandomHistory(database, ontology, 7)
  const start = await history.step()
  for (let step = 0; step < 25; step++) await history.step()
  const changes = await follow({ after: { revision: start - 1 }, first: 37 })
  expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
  const counted = await database.read({
    text: `MATCH (r:Revision) WHERE r.number >= $start
RETURN r.number AS revision, r.nodesAdded AS NODE_ADDED, r.nodesChanged AS NODE_CHANGED, r.nodesRemoved AS NODE_REMOVED,
  r.statementsAdded AS RELATIONSHIP_ADDED, r.statementsChanged AS RELATIONSHIP_CHANGED, r.statementsRemoved AS RELATIONSHIP_REMOVED`,
    parameters: { start },
  })
  for (const { revision, ...kinds } of counted)
    for (const [kind, count] of Object.entries(kinds))
      expect([revision, kind, changes.filter(change => change.revision === revision && change.kind === kind).length]).toEqual([
        revision,
        kind,
        count,
      ])
  const copy = new Map<string, unknown>()
  for (const { subject, before, after } of await follow()) {
    expect(copy.get(subject) ?? null).toEqual(before)
    if (after) copy.set(subject, after)
    else copy.delete(subject)
  }
  const [present] = await database.read({
    text: 'RETURN COLLECT { MATCH (e:Entity) RETURN e.id } + COLLECT { MATCH ()-[r:PART_OF]->() RETURN r.id } AS ids',
    parameters: {},
  })
  expect([...copy.values()].map(state => (state as { id: string }).id).sort()).toEqual((present as { ids: string[] }).ids.sort())
}, 300_000)

describe('every page is read from indexes in their order', () => {
  let driver: Driver
  beforeAll(() => {
    const { PACTA_TEST_URI: uri = '', PACTA_TEST_PASSWORD: password = '' } = process.env as Record<string, string>
    driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password))
  })
  afterAll(() => driver.close())

  const ranges: Record<string, ChangeRange> = {
    'of whole revisions': { from: 1, to: 5 },
    'within a revision': { revision: 1, after: '', limit: 10 },
  }
  const parts = [
    ...listChangeParts(ontology, ['Institution', 'PART_OF']),
    ...listChangeParts(ontology).filter(({ kind }) => kind !== 'statements'),
  ]
  const cases = parts.flatMap(part => Object.keys(ranges).map(range => [part.name, part.below ?? 'any', range, part] as const))
  test.each(cases)('%s %s %s', async (_name, _below, range, part) => {
    const { text, parameters } = printChanges(ontology, part, ranges[range]!, '2020-01-01')
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, { ...parameters, p0: null })
    const operators = operatorsOf(summary.plan as Plan)
    expect(operators.filter(operator => /Scan/.test(operator))).toEqual([])
    if (range === 'within a revision') expect(operators.filter(operator => /Sort|Top/.test(operator))).toEqual([])
  })
})

function operatorsOf(plan: Plan): string[] {
  return [plan.operatorType, ...plan.children.flatMap(operatorsOf)]
}
