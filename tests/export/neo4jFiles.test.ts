import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Database, Row } from '../../src/database/connect.ts'
import { javaProgram, readJars } from '../../src/database/embedded.ts'
import { type OpenDatabase, openDatabase } from '../../src/database/open.ts'
import { entityColumns, statementColumns } from '../../src/export/columns.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'
import { type Exports, openExports } from '../setup/openExports.ts'

// Cypher is run by Neo4j on an empty database, and CSV imported by Neo4j's own importer: both give the graph that was exported.
const ontology = readOntology()
const { JAVA_HOME: javaHome } = process.env
let exports: Exports
let exported: Row[][]
let home: string
let opened: OpenDatabase | undefined

beforeAll(async () => {
  exports = await openExports()
  exported = await contentOf(exports.database)
  home = await mkdtemp(path.join(tmpdir(), 'pacta-imported-'))
}, 240_000)
afterAll(async () => {
  await opened?.close()
  await exports.close()
  await rm(home, { recursive: true, force: true })
})

test('Neo4j imports the CSV with the arguments beside it, value for value and type for type', async () => {
  const folder = await exports.write('neo4j-admin')
  opened = await open()
  await opened.close()
  const neo4jHome = path.join(home, 'neo4j')
  const jars = (await readJars()).join(path.delimiter)
  const command = ['database', 'import', 'full', 'neo4j', '--overwrite-destination=true', '@import.args']
  execFileSync(javaProgram(javaHome), ['-Xmx400m', '-cp', jars, 'org.neo4j.cli.AdminTool', ...command], {
    cwd: folder,
    env: { ...process.env, NEO4J_HOME: neo4jHome, NEO4J_CONF: neo4jHome },
    stdio: 'pipe',
  })
  opened = await open()
  expect(await contentOf(opened.database)).toEqual(exported)
}, 240_000)

test('Neo4j runs the Cypher, which builds the graph value for value and type for type', async () => {
  const statements = (await readFile(await exports.write('cypher'), 'utf8')).split(/;\n/).filter(Boolean)
  expect(statements.length).toBeGreaterThan(30)
  const database = await emptyDatabase()
  for (const text of statements) await database.administer({ text, parameters: {} })
  const built = await contentOf(database)
  await database.close()
  expect(built).toEqual(exported)
  expect(built[0]!.length).toBe(exports.entities.length)
  expect(built[1]!.length).toBe(exports.statements.length)
}, 240_000)

function open(): Promise<OpenDatabase> {
  return openDatabase({ home, heapMegabytes: 300, pageCacheMegabytes: 32, onProgress: () => {}, ...(javaHome && { javaHome }) })
}

/** The entities and statements of the present with what the public sees of them, and the type of each value. */
async function contentOf(database: Database): Promise<Row[][]> {
  const types = [...ontology.relationshipTypes.keys()].join('|')
  const read = async (text: string, columns: readonly { name: string }[]): Promise<Row[]> => {
    const rows = await database.administer({ text, parameters: {} })
    const names = columns.map(({ name }) => name)
    return rows.map(({ said, ...row }) => ({
      ...row,
      said: (said as [string, unknown, string][]).filter(([name]) => names.includes(name)),
    }))
  }
  const said = (of: string) =>
    `COLLECT { UNWIND keys(${of}) AS key WITH key ORDER BY key RETURN [key, ${of}[key], valueType(${of}[key])] }`
  return [
    await read(
      `MATCH (n:Entity) RETURN n.id AS id, COLLECT { UNWIND labels(n) AS l RETURN l ORDER BY l } AS labels, ${said('n')} AS said ORDER BY id`,
      entityColumns(ontology),
    ),
    await read(
      `MATCH (a:Entity)-[r:${types}]->(b:Entity) RETURN r.id AS id, type(r) AS type, a.id AS a, b.id AS b, ${said('r')} AS said ORDER BY id`,
      statementColumns(ontology),
    ),
  ]
}
