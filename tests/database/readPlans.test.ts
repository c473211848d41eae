import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Driver } from 'neo4j-driver'
import { Coding } from '../../src/coding/coding.ts'
import type { CypherStatement } from '../../src/cypher/statement.ts'
import { findApiKey, listApiKeys } from '../../src/database/apiKeys.ts'
import type { Database } from '../../src/database/connect.ts'
import { readRevisionPage } from '../../src/database/listRevisions.ts'
import { readChanges } from '../../src/database/readChanges.ts'
import { Editor } from '../../src/edit/editor.ts'
import { readEntityRow } from '../../src/export/readEntityRow.ts'
import { readEntities, readStatements } from '../../src/export/readGraph.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { readMerges } from '../../src/reconcile/merges.ts'
import { proposeDuplicates } from '../../src/reconcile/proposeDuplicates.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'
import { forbidden, openProfiler, profile } from '../setup/profile.ts'
import { seedFolder } from '../setup/seedFolder.ts'

// What the service reads beside GraphQL operations: feeds, exports, keys, lists. Each statement that is sent is sent again
// with PROFILE, and starts from an index.

const ontology = readOntology()
const ran = new Map<string, CypherStatement>()
let database: Database
let watched: Database
let driver: Driver

beforeAll(async () => {
  database = await emptyDatabase()
  await loadSeed(database, ontology, { paths: [seedFolder] })
  driver = openProfiler()
  const noted = (statement: CypherStatement) => {
    ran.set(statement.text, statement)
    return statement
  }
  watched = {
    ...{ write: database.write.bind(database), administer: database.administer.bind(database), close: async () => {} },
    read: (statement, timeout) => database.read(noted(statement), timeout),
    readValues: (statement, timeout) => database.readValues(noted(statement), timeout),
    readLatest: statement => database.readLatest(noted(statement)),
    stream: statement => database.stream(noted(statement)),
    readSettled: (work, timeout) => database.readSettled((run, last) => work(statement => run(noted(statement)), last), timeout),
  }
})
afterAll(async () => {
  await driver.close()
  await database.close()
})

test.each<[string, () => Promise<unknown>]>([
  ['a page of changes', () => readChanges(watched, ontology, { after: { revision: 0 }, first: 20 })],
  [
    'changes of some types, as of a day and an instant',
    () =>
      readChanges(watched, ontology, {
        ...{ after: { revision: 0 }, first: 20, types: ['Institution', 'HANDLES'] },
        ...{ validAt: '2019-06-01', knownAt: new Date().toISOString() },
      }),
  ],
  ['an export of entities', () => all(readEntities(watched, ontology, { revision: 1 }))],
  ['an export of statements', () => all(readStatements(watched, ontology, { revision: 1 }))],
  ['revisions', () => readRevisionPage(watched, 0, 10)],
  ['an entity as linked data', () => readEntityRow(watched, ontology, 'institution/europol', { validAt: '2019-06-01' })],
  [
    'an entity of the past',
    () => readEntityRow(watched, ontology, 'institution/europol', { validAt: '2019-06-01', knownAt: new Date().toISOString() }),
  ],
  ['an API key', () => findApiKey(watched, 'none')],
  ['API keys', () => listApiKeys(watched)],
  ['merges', () => readMerges(watched)],
  ['proposals', () => new Coding(ontology, watched, new Editor(ontology, watched)).list({})],
  ['duplicates', () => proposeDuplicates(watched, ontology, ontology.nodeTypes.get('Institution')!, 50)],
])('%s: no statement scans all nodes, multiplies rows or holds them back', async (_, read) => {
  ran.clear()
  await read()
  expect(ran.size).toBeGreaterThan(0)
  for (const statement of ran.values()) {
    const bad = (await profile(driver, statement)).operators.filter(operator => forbidden.test(operator))
    expect({ statement: statement.text, bad }).toEqual({ statement: statement.text, bad: [] })
  }
})

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}
