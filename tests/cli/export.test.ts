import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { watch } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Database } from '../../src/database/connect.ts'
import { exportFormats } from '../../src/export/formats/formats.ts'
import { startServer } from '../../src/server.ts'
import { exportedGraph, recordsOf } from '../setup/exportedGraph.ts'

// `pacta export` as it is compiled, on the test database.
const root = path.join(import.meta.dirname, '../..')
const names = exportFormats.map(({ name }) => name)
let database: Database
let server: Listening
let folder: string

beforeAll(async () => {
  database = await exportedGraph()
  const usual = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 60, responseCacheMegabytes: 0 }
  server = await startServer(database, { ...usual, report: () => {} })
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-export-'))
}, 240_000)
afterAll(async () => {
  await server.close()
  await database.close()
  await rm(folder, { recursive: true })
})

test.each(['ndjson', 'csv', 'parquet'])(
  '%s files are those that are served, with the same manifest',
  async format => {
    const out = path.join(folder, format)
    expect(pacta('--format', format, '--out', out, '--revision', '2').status).toBe(0)
    const files = [`nodes.${format}`, `statements.${format}`]
    expect((await readdir(out)).sort()).toEqual(['manifest.json', ...files])
    const manifest = JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8'))
    const served = (await (await fetch(`${server.url}/export/manifest.json?revision=2`)).json()) as { files: object }
    expect(manifest).toMatchObject({ format, revision: 2 })
    expect(served.files).toMatchObject(manifest.files)
    for (const name of files) {
      const bytes = await readFile(path.join(out, name))
      const response = await fetch(`${server.url}/export/${name}?revision=2`)
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.files[name].sha256)
    }
  },
  240_000,
)

test('Lines of JSON say all that the graph knows of each record when cursors are asked for', async () => {
  const out = path.join(folder, 'cursors')
  expect(pacta('--format', 'ndjson', '--out', out, '--cursors')).toMatchObject({ status: 0 })
  const lines = (await readFile(path.join(out, 'statements.ndjson'), 'utf8')).trimEnd().split('\n')
  const records = (await recordsOf(database, { revision: 3 })).filter(({ ends }) => ends)
  expect(lines.map(line => JSON.parse(line))).toEqual(
    records.map(({ cursor, revision, dataset, form }) => ({ cursor, revision, dataset, ...form })),
  )
}, 240_000)

test('A format of one file is written under the name that is given, again in place of the former, and nothing else is left', async () => {
  const out = path.join(folder, 'single')
  const file = path.join(out, 'mine.nq')
  for (const since of ['0', '2']) {
    expect(pacta('--format', 'nquads', '--out', file, '--since', since)).toMatchObject({ status: 0 })
    expect(await readdir(out)).toEqual(['mine.nq'])
  }
  const text = await readFile(file, 'utf8')
  expect(text).toContain('/revision/3>')
  expect(text).not.toContain('/revision/2>')
}, 240_000)

test.each<[string, string, string[]]>([
  ['a folder', 'killed', ['manifest.json', 'nodes.csv', 'statements.csv']],
  ['a file', path.join('killed-file', 'graph.ttl'), ['graph.ttl']],
])(
  'An export into %s that was killed on its way is made anew, and nothing of the first is left',
  async (_name, name, files) => {
    const out = path.join(folder, name)
    const args = name.endsWith('.ttl') ? ['--format', 'turtle', '--out', out] : ['--format', 'csv', '--out', `${out}/`]
    const within = name.endsWith('.ttl') ? path.dirname(out) : out
    await mkdir(within, { recursive: true })
    // Killed as soon as it has begun a file.
    const child = spawn(process.execPath, ['dist/cli/main.js', 'export', ...args], {
      cwd: root,
      env: environment(),
      stdio: 'ignore',
    })
    const ended = new Promise<NodeJS.Signals | null>(resolve => child.once('exit', (_code, signal) => resolve(signal)))
    const watcher = watch(within, () => child.kill('SIGKILL'))
    expect(await ended).toBe('SIGKILL')
    watcher.close()
    expect(await readdir(within)).toContainEqual(expect.stringMatching(/\.\d+\.part$/))
    // Another export that is still running, of this process, and a file that only looks like one.
    const others = [`${files.at(-1)}.${process.pid}.part`, 'notes.part']
    for (const other of others) await writeFile(path.join(within, other), '')
    expect(pacta(...args)).toMatchObject({ status: 0 })
    expect((await readdir(within)).sort()).toEqual([...files, ...others].sort())
  },
  240_000,
)

test.each([
  [['--format', 'grapml', '--out', '.'], `--format takes ${names.join(', ')}, not "grapml". Did you mean "graphml"?`],
  [['--out', '.'], `--format takes ${names.join(', ')}.`],
  [['--format', 'csv'], '--out says where to write'],
  [['--format', 'csv', '--out', 'package.json'], 'csv is several files, so it takes a folder.'],
  [
    ['--format', 'gexf', '--out', 'x.gexf', '--since', '1'],
    'so it is written whole, without --since; ndjson, csv, parquet, jsonld, turtle, nquads, ftm take it.',
  ],
  [['--format', 'csv', '--out', 'x/', '--revision', 'last'], '--revision takes the number of a revision, not "last".'],
  [['--format', 'csv', '--out', 'x/', '--revision', '4'], '--revision takes the number of a revision, up to 3, not 4.'],
  [
    ['--format', 'csv', '--out', 'x/', '--revision', '1', '--since', '2'],
    '--since takes the number of a revision, up to 1, not 2.',
  ],
  [['--format', 'csv', '--out', 'x/', '--cursors'], '--cursors is for ndjson'],
  [['some.csv', '--format', 'csv'], '`pacta export` takes no files'],
])('pacta export %j is refused', async (args, message) => {
  const { status, stderr } = pacta(...args)
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)])
})

test('docs/exports.md lists every format with its file', async () => {
  const page = await readFile(path.join(root, 'docs/exports.md'), 'utf8')
  for (const { name, extension } of exportFormats)
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\| .*\\.${extension}\``, 'm'))
})

function pacta(...args: string[]): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, ['dist/cli/main.js', 'export', ...args], { cwd: root, env: environment(), encoding: 'utf8' })
}

function environment(): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '', PACTA_TEST_URI = '', PACTA_TEST_PASSWORD = '' } = process.env
  return { PATH, HOME, NEO4J_URI: PACTA_TEST_URI, NEO4J_PASSWORD: PACTA_TEST_PASSWORD }
}
