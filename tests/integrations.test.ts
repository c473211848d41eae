import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Listening } from '../src/api/http/listen.ts'
import { startServer } from '../src/server.ts'
import { openSeededApi, type SeededApi } from './setup/seededApi.ts'

// What docs/integrations.md prints is run as it stands, on the seed. Python needs the packages of tests/requirements.txt.
const root = path.join(import.meta.dirname, '..')
const page = readFileSync(path.join(root, 'docs/integrations.md'), 'utf8')
const python = process.env['PACTA_TEST_PYTHON'] ?? 'python3'
const withPython = (...packages: string[]) =>
  spawnSync(python, ['-c', `import ${packages.join(', ')}`]).status === 0 ? test : test.skip
let api: SeededApi
let service: Listening
let folder: string

beforeAll(async () => {
  api = await openSeededApi()
  const usual = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 30, responseCacheMegabytes: 0 }
  service = await startServer(api.database, { ...usual, report: error => console.error(error) })
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-integrations-'))
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
}, 240_000)
afterAll(async () => {
  await service?.close()
  await api?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The block of a language under a heading. */
function block(heading: string, language: string): string {
  const section = page.split(/^## /m).find(part => part.startsWith(heading)) ?? ''
  const found = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms').exec(section)?.[1]
  if (found === undefined) throw new Error(`docs/integrations.md has no ${language} under "${heading}".`)
  return found
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, PACTA_TEST_URI, PACTA_TEST_PASSWORD } = process.env
  return { PATH, HOME, PACTA_URL: service.url, NEO4J_URI: PACTA_TEST_URI, NEO4J_PASSWORD: PACTA_TEST_PASSWORD }
}

async function run(program: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(program, args, { cwd: folder, env: environment(), maxBuffer: 1e8 })
  return stdout.split('\n').filter(Boolean)
}

async function shell(script: string): Promise<string[]> {
  const pacta = `"${process.execPath}" "${path.join(root, 'dist/cli/main.js')}"`
  return run('bash', '-euc', script.replaceAll('npm run pacta --', pacta))
}

async function runPython(script: string): Promise<string[]> {
  return run(python, '-c', script)
}

test('the nightly job takes all statements, and nothing when there is no new revision', async () => {
  await shell(block('A nightly job', 'sh'))
  const lines = (await readFile(path.join(folder, 'statements.ndjson'), 'utf8')).trimEnd().split('\n')
  // Those that do not hold today are in as well.
  const said = "MATCH (:Entity)-[r]->(:Entity) WHERE NOT type(r) STARTS WITH 'SUPERSEDED_' RETURN count(r) AS count"
  const [row] = await api.database.read({ text: said, parameters: {} })
  expect(lines).toHaveLength(Number(row?.['count']))
  await writeFile(path.join(folder, 'statements.ndjson'), 'kept')
  await shell(block('A nightly job', 'sh'))
  expect(await readFile(path.join(folder, 'statements.ndjson'), 'utf8')).toBe('kept')
})

test('the data warehouse counts what each institution handles', async () => {
  await shell(block('A data warehouse', 'sh'))
  const connection = await DuckDBConnection.create()
  const sql = block('A data warehouse', 'sql').replace(/'(\w+\.parquet)'/g, (_, file) => `'${path.join(folder, file)}'`)
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson() as { institution: string; commitments: string }[]
  connection.closeSync()
  expect(rows).toHaveLength(10)
  const ids = await api.data<{ institutions: { edges: { node: { obligations: { totalCount: number } } }[] } }>(
    `{ institutions(first: 1000) { edges { node { obligations { totalCount } } } } }`,
  )
  const counts = ids.institutions.edges.map(({ node }) => node.obligations.totalCount).sort((a, b) => b - a)
  expect(rows.map(({ commitments }) => Number(commitments))).toEqual(counts.slice(0, 10))
})

withPython('pyoxigraph')('the SPARQL store says which sources say what Europol handles', async () => {
  await shell(block('A SPARQL store', 'sh'))
  const rows = await runPython(block('A SPARQL store', 'python'))
  const { institution } = await api.data<{ institution: { obligations: { edges: { source: string }[] } } }>(
    '{ institution(id: "institution/europol") { obligations(first: 100) { edges { source } } } }',
  )
  const iris = institution.obligations.edges.map(({ source }) =>
    source.includes('://') ? source : `https://pacta.example/id/${source}`,
  )
  expect(rows.map(row => row.split(' ')[0])).toEqual([...new Set(iris)].sort())
})

withPython('networkx', 'pandas')('the notebook ranks institutions by what they handle', async () => {
  const rows = await runPython(block('A notebook', 'python'))
  expect(rows).toHaveLength(10)
  for (const row of rows) expect(row).toMatch(/^\d+ institution\/\S+$/)
})

test('the live dashboard shows every handling, and the next one when it comes', async () => {
  const script = path.join(folder, 'dashboard.mjs')
  await writeFile(script, block('A live dashboard', 'js'))
  const child: ChildProcess = spawn(process.execPath, [script], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout!.setEncoding('utf8').on('data', text => (said += text))
  const linesAfter = async (number: number): Promise<string[]> => {
    for (;;) {
      const lines = said.split('\n').filter(Boolean)
      if (lines.length >= number) return lines
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  try {
    const [row] = await api.database.read({ text: 'MATCH ()-[r:HANDLES]->() RETURN count(r) AS count', parameters: {} })
    const before = await linesAfter(Number(row?.['count']))
    for (const line of before) expect(line).toMatch(/ RELATIONSHIP_ADDED institution\/\S+ [A-Z_]+ commitment\/\S+$/)
    const query = `mutation { assertStatements(reason: CORRECTION, input: [{ type: HANDLES, from: "institution/europol",
      to: "commitment/fr-be-2018-06-11/01a", role: CONSULTED, basis: CURATED, source: "https://example.org/" }]) { ids } }`
    const { errors } = await api.ask(query, {}, { id: 'key/tests', name: 'Tests', scope: 'write' })
    expect(errors).toBeUndefined()
    expect((await linesAfter(before.length + 1)).at(-1)).toMatch(
      / institution\/europol CONSULTED commitment\/fr-be-2018-06-11\/01a$/,
    )
  } finally {
    child.kill()
  }
})
