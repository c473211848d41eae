import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Database } from '../../src/database/connect.ts'
import { type Column, valueAt } from '../../src/export/columns.ts'
import { tableColumns } from '../../src/export/formats/tableColumns.ts'
import type { GraphRecord } from '../../src/export/readGraph.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { exportedGraph, recordsOf } from '../setup/exportedGraph.ts'

// Files of the service, read by DuckDB.
const ontology = readOntology()
let database: Database
let server: Listening
let duck: DuckDBConnection
let folder: string

beforeAll(async () => {
  database = await exportedGraph()
  const usual = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 60, responseCacheMegabytes: 0 }
  server = await startServer(database, { ...usual, report: error => console.error(error) })
  duck = await DuckDBConnection.create()
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-tables-'))
}, 240_000)
afterAll(async () => {
  duck.closeSync()
  await server.close()
  await database.close()
  await rm(folder, { recursive: true })
})

const states = [
  ['the last revision', '', { revision: 3 }],
  ['an earlier revision', '?revision=2', { revision: 2 }],
  ['what was recorded since one', '?since=2', { revision: 3, since: 2 }],
] as const
const tables = ['nodes', 'statements'] as const

describe.each(states)('%s', (_, query, state) => {
  test.each(tables)('is in %s.csv, value for value', async table => {
    const file = await save(`${table}.csv`, query)
    const found = await rows(`SELECT * FROM read_csv('${file}', all_varchar = true, allow_quoted_nulls = false, header = true)`)
    expect(found).toEqual(
      await expected(table, state, (_column, value) => (Array.isArray(value) ? JSON.stringify(value) : String(value))),
    )
  })

  test.each(tables)('is in %s.parquet, value for value, with native types', async table => {
    const file = await save(`${table}.parquet`, query)
    const found = await rows(`SELECT * FROM '${file}'`)
    expect(found).toEqual(await expected(table, state, asDuck))
    const types = await rows(`DESCRIBE SELECT * FROM '${file}'`)
    expect(types.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
      tableColumns(ontology, table).map(({ name, type, list }) => [name, duckTypes[type] + (list ? '[]' : '')]),
    )
  })
})

test.each(tables)('Files of %s in which there is nothing have their columns', async table => {
  const names = tableColumns(ontology, table).map(({ name }) => name)
  for (const format of ['csv', 'parquet']) {
    const file = await save(`${table}.${format}`, '?since=3')
    expect(await rows(`SELECT * FROM '${file}'`)).toEqual([])
    expect((await rows(`DESCRIBE SELECT * FROM '${file}'`)).map(({ column_name }) => column_name)).toEqual(names)
  }
  expect(await (await fetch(`${server.url}/export/${table}.ndjson?since=3`)).text()).toBe('')
})

test.each(['gzip', 'zstd'])('CSV and NDJSON come in %s, which DuckDB reads as they are', async encoding => {
  for (const name of ['statements.csv', 'statements.ndjson']) {
    const response = await fetch(`${server.url}/export/${name}`, { headers: { 'accept-encoding': encoding } })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    const plain = await save(name, '')
    // fetch undoes gzip itself, and leaves zstd to us.
    const sent = path.join(folder, `${name}${encoding === 'zstd' ? '.zst' : ''}`)
    await writeFile(sent, Buffer.from(await response.arrayBuffer()))
    const read = name.endsWith('csv') ? 'read_csv' : 'read_json'
    const both = await Promise.all([sent, plain].map(file => rows(`SELECT * FROM ${read}('${file}') ORDER BY ALL`)))
    expect(both[0]!.length).toBeGreaterThan(400)
    expect(both[0]).toEqual(both[1])
  }
})

const duckTypes: Readonly<Record<Column['type'], string>> = {
  ID: 'VARCHAR',
  String: 'VARCHAR',
  Boolean: 'BOOLEAN',
  Int: 'BIGINT',
  Date: 'DATE',
  DateTime: 'TIMESTAMP',
}

/** A value as DuckDB prints it. */
function asDuck({ type }: Column, value: unknown): unknown {
  if (type === 'Int') return String(value)
  return type === 'DateTime'
    ? String(value)
        .replace('T', ' ')
        .replace(/(\.\d*?)0*Z$/, '$1')
        .replace(/[Z.]$/, '')
    : value
}

async function expected(
  table: 'nodes' | 'statements',
  state: { revision: number; since?: number },
  show: (column: Column, value: unknown) => unknown,
): Promise<Record<string, unknown>[]> {
  const isOf = ({ ends }: GraphRecord): boolean => (ends === undefined) === (table === 'nodes')
  const records = (await recordsOf(database, state)).filter(isOf)
  expect(records.length).toBeGreaterThan(0)
  return records.map(record =>
    Object.fromEntries(
      tableColumns(ontology, table).map(column => {
        const value = valueAt(record, column)
        return [column.name, value === undefined ? null : show(column, value)]
      }),
    ),
  )
}

async function save(name: string, query: string): Promise<string> {
  const response = await fetch(`${server.url}/export/${name}${query}`, { headers: { 'accept-encoding': 'identity' } })
  expect(response.status).toBe(200)
  const file = path.join(folder, name)
  await writeFile(file, Buffer.from(await response.arrayBuffer()))
  return file
}

async function rows(query: string): Promise<Record<string, unknown>[]> {
  return (await duck.runAndReadAll(query)).getRowObjectsJson() as Record<string, unknown>[]
}
