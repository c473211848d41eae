import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Change } from '../../src/database/change.ts'
import type { Database } from '../../src/database/connect.ts'
import { readChanges } from '../../src/database/readChanges.ts'
import { type GraphState, readEntities, readStatements } from '../../src/export/readGraph.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { emptyDatabase } from '../setup/database.ts'
import { RandomHistory } from '../setup/randomHistory.ts'

const ontology = readOntology()
const revisions = 12
let database: Database
let server: Listening
let changes: readonly Change[]

beforeAll(async () => {
  database = await emptyDatabase()
  const history = new RandomHistory(database, ontology, 3)
  for (let step = 0; step < revisions; step++) await history.step()
  changes = (await readChanges(database, ontology, { after: { revision: 0 }, first: 10_000 })).changes
  server = await startServer(database, {
    host: '127.0.0.1',
    port: 0,
    queryTimeoutSeconds: 60,
    responseCacheMegabytes: 0,
    report: () => {},
  })
}, 300_000)
afterAll(async () => {
  await server.close()
  await database.close()
})

/** What the feed leads to at a revision. */
function stateAt(revision: number): unknown[] {
  const state = new Map<string, unknown>()
  for (const change of changes.filter(change => change.revision <= revision)) {
    if (change.after) state.set(change.subject, change.after)
    else state.delete(change.subject)
  }
  return [...state.values()]
}

async function read(state: GraphState): Promise<{ cursor: string; revision: number; form: unknown }[]> {
  const found = []
  for await (const record of readEntities(database, ontology, state)) found.push(record)
  for await (const record of readStatements(database, ontology, state)) found.push(record)
  return found
}

async function get(path: string): Promise<{ status: number; revision: string | null; text: string }> {
  const response = await fetch(`${server.url}/export/${path}`)
  return { status: response.status, revision: response.headers.get('pacta-revision'), text: await response.text() }
}

function linesOf(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
}

test('The state at every revision is what its changes lead to', async () => {
  for (let revision = 0; revision <= revisions; revision++) {
    const records = await read({ revision })
    const expected = stateAt(revision)
    expect(records).toHaveLength(expected.length)
    expect(records.map(({ form }) => form)).toEqual(expect.arrayContaining(expected))
  }
}, 300_000)

test('Reading goes on after any cursor, and begins after any revision', async () => {
  const state = { revision: revisions }
  const statements = []
  for await (const record of readStatements(database, ontology, state)) statements.push(record)
  const middle = statements[Math.floor(statements.length / 2)]!
  const rest = []
  for await (const record of readStatements(database, ontology, { ...state, after: middle.cursor })) rest.push(record)
  expect(rest).toEqual(statements.slice(statements.indexOf(middle) + 1))
  const since = await read({ ...state, since: 6 })
  expect(since).toEqual((await read(state)).filter(({ revision }) => revision > 6))
})

test('Files are those of their manifest, compressed or not, and hold what a load reads', async () => {
  const { files, revision } = JSON.parse((await get('manifest.json')).text)
  expect(revision).toBe(revisions)
  for (const name of ['nodes.ndjson', 'statements.ndjson']) {
    // fetch asks for gzip and undoes it.
    const { text } = await get(name)
    expect(files[name]).toEqual({
      records: linesOf(text).length,
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    })
    const plain = await fetch(`${server.url}/export/${name}`, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(text)
  }
  const [statement] = linesOf((await get('statements.ndjson')).text)
  expect(Object.keys(statement!)).toEqual(expect.arrayContaining(['type', 'from', 'to', 'basis', 'source', 'rank']))
  expect(statement).not.toHaveProperty('id')
})

test('A manifest is of the files that are asked for', async () => {
  const { files } = JSON.parse((await get('manifest.json')).text)
  const { 'statements.csv': csv, 'nodes.parquet': parquet } = files
  expect(JSON.parse((await get('manifest.json?files=statements.csv,nodes.parquet')).text).files).toEqual({
    'statements.csv': csv,
    'nodes.parquet': parquet,
  })
  expect(JSON.parse((await get('manifest.json?files=statements.cvs')).text).errors[0].message).toMatch(
    /^files takes names of nodes\.ndjson, .*, not "statements\.cvs"\. Did you mean "statements\.csv"\?$/,
  )
})

test('An export goes on after the cursor of a line', async () => {
  const all = linesOf((await get('nodes.ndjson?cursors=true&revision=9')).text)
  const { cursor } = all[2]!
  const { text, revision } = await get(`nodes.ndjson?cursors=true&revision=9&after=${encodeURIComponent(String(cursor))}`)
  expect(revision).toBe('9')
  expect(linesOf(text)).toEqual(all.slice(3))
})

test.each([
  ['nodes.ndjson?revision=99', 400],
  ['nodes.ndjson?revision=last', 400],
  ['nodes.ndjson?since=13', 400],
  ['nodes.ndjson?after=here', 400],
  ['nodes.csv?cursors=true', 400],
  ['statements.parquet?after=x~1~y', 400],
  ['manifest.json?files=nodes', 400],
  ['edges.xls', 404],
])('%s is refused with %i', async (path, status) => {
  expect((await get(path)).status).toBe(status)
})
