import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { declareIndexes } from '../../src/cypher/constraints.ts'
import type { Database } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { storageFormat } from '../../src/database/raiseStorage.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'

const ontology = readOntology()
let database: Database

beforeAll(async () => {
  database = await emptyDatabase()
})
afterAll(() => database.close())

test('a migrated database needs nothing more', async () => {
  expect(await migrate(database, ontology)).toEqual({ created: [], dropped: [] })
  const shown = await run("SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'pacta_' OR name STARTS WITH 'search_'")
  expect(shown.map(({ name }) => name).sort()).toEqual(
    declareIndexes(ontology)
      .map(({ name }) => name)
      .sort(),
  )
  expect(shown.every(({ state }) => state === 'ONLINE')).toBe(true)
})

test('what is missing or differs is made again, and what is no longer declared is dropped', async () => {
  await run('DROP CONSTRAINT pacta_LegalInstrument_celex')
  await run('DROP INDEX search_fr')
  await run('CREATE FULLTEXT INDEX search_fr FOR (n:Entity) ON EACH [n.searchFr]')
  await run('CREATE INDEX pacta_Entity_former FOR (n:Entity) ON (n.former)')
  await run('CREATE CONSTRAINT pacta_Former_id FOR (n:Former) REQUIRE n.id IS UNIQUE')
  await run('CREATE INDEX of_somebody_else FOR (n:Entity) ON (n.other)')
  const { created, dropped } = await migrate(database, ontology)
  expect([...created].sort()).toEqual(['pacta_LegalInstrument_celex', 'search_fr'])
  expect([...dropped].sort()).toEqual(['pacta_Entity_former', 'pacta_Former_id', 'search_fr'])
  await run('DROP INDEX of_somebody_else')
  expect(await migrate(database, ontology)).toEqual({ created: [], dropped: [] })
})

test('services that start on an empty database at the same time all get it ready', async () => {
  for (const { name, owningConstraint } of await run('SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> "LOOKUP"'))
    await run(owningConstraint === null ? `DROP INDEX ${name}` : `DROP CONSTRAINT ${name}`)
  await Promise.all([1, 2, 3].map(() => migrate(database, ontology)))
  expect(await migrate(database, ontology)).toEqual({ created: [], dropped: [] })
})

test('a graph that was stored without the names of its nodes gets them, its earlier versions too', async () => {
  const place = `{ id: 'place/liege', acronym: null, labelFr: 'Liège', aliases: ['Lüttich', 'Luik'] }`
  await run(`MERGE (ledger:Ledger { id: 'ledger' }) SET ledger.format = 2, ledger.revision = 1`)
  await run(`CREATE (:Entity:Place ${place}), (:EntityVersion ${place.replace('id:', 'entityId:')}), (:RemovedEntity ${place})`)
  await migrate(database, ontology)
  expect(await run('MATCH (n) WHERE n.labelFr = "Liège" RETURN n.searchNames AS names')).toEqual(
    Array(3).fill({ names: '||liege|luttich|luik|' }),
  )
  expect(await run('MATCH (ledger:Ledger) RETURN ledger.format AS format')).toEqual([{ format: storageFormat }])
})

test('a graph whose statements hold nothing of their ends gets that, so that filters find them', async () => {
  await run(`MERGE (ledger:Ledger { id: 'ledger' }) SET ledger.format = 3, ledger.revision = 1`)
  await run(`CREATE (:Entity:Institution { id: 'institution/a' })-[:HANDLES { id: 'statement/a@1' }]->
    (:Entity:Commitment { id: 'commitment/a', deadline: date('2019-06-30') })-[:ABOUT { id: 'statement/b@1' }]->(:Entity:Theme { id: 'theme/a' })`)
  await migrate(database, ontology)
  const carried = await run(`MATCH (:Institution)-[h:HANDLES]->(:Commitment)-[a:ABOUT]->(:Theme)
    RETURN toString(h.toDeadline) AS handled, toString(a.fromDeadline) AS about`)
  expect(carried).toEqual([{ handled: '2019-06-30', about: '2019-06-30' }])
})

test('a graph whose nodes hold no label to be put in order by gets that, the English one first', async () => {
  await run(`MERGE (ledger:Ledger { id: 'ledger' }) SET ledger.format = 4, ledger.revision = 1`)
  await run(`CREATE (:Entity:Theme { id: 'theme/both', labelFr: 'Frontières', labelEn: 'Borders' }),
    (:Entity:Theme { id: 'theme/french', labelFr: 'Douanes' })`)
  await migrate(database, ontology)
  expect(
    await run('MATCH (n:Theme) WHERE n.sortLabel IS NOT NULL RETURN n.id AS id, n.sortLabel AS label ORDER BY label'),
  ).toEqual([
    { id: 'theme/both', label: 'Borders' },
    { id: 'theme/french', label: 'Douanes' },
  ])
})

test('a graph whose statements that end cannot be found gets what they are found by, whatever their type', async () => {
  await run(`MERGE (ledger:Ledger { id: 'ledger' }) SET ledger.format = 5, ledger.revision = 1`)
  await run(`CREATE (later:Entity:LegalInstrument { id: 'instrument/later' }), (first:Entity:LegalInstrument { id: 'instrument/first' }),
    (later)-[:AMENDS { id: 'statement/c@1', unbounded: true }]->(first), (later)-[:REPEALS { id: 'statement/d@1', validTo: date('2020-01-01') }]->(first)`)
  await migrate(database, ontology)
  expect(
    await run('MATCH (:LegalInstrument)-[r]->(:LegalInstrument) RETURN type(r) AS type, r.boundedFromId AS found ORDER BY type'),
  ).toEqual([
    { type: 'AMENDS', found: null },
    { type: 'REPEALS', found: 'instrument/later' },
  ])
})

function run(text: string): Promise<Record<string, unknown>[]> {
  return database.administer({ text, parameters: {} })
}
