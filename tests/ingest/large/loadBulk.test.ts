import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { printLoadReport } from '../../../src/cli/printLoadReport.ts'
import type { Database, Row } from '../../../src/database/connect.ts'
import { importStore } from '../../../src/database/importStore.ts'
import { migrate } from '../../../src/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../../src/database/open.ts'
import { loadBulk } from '../../../src/ingest/large/loadBulk.ts'
import { type LoadReport, loadSeed } from '../../../src/ingest/load.ts'
import { readOntology } from '../../../src/schema/readOntology.ts'
import { emptyDatabase } from '../../setup/database.ts'
import { everyKind, type Line, said } from './lines.ts'

// One home: empty, then with what was imported into it.
const ontology = readOntology()
const { JAVA_HOME: javaHome } = process.env
const special = 'A "quoted" text, with commas;\na second line, \\ and 🛰'
const lines: Line[] = [
  ...everyKind.filter(({ type }) => type !== 'Theme'),
  { type: 'Theme', id: 'theme/a', label: { en: special, nl: 'Één' }, aliases: ['one, two', '"three"'], sources: [] },
  {
    type: 'Theme',
    id: 'theme/b',
    label: { fr: 'B' },
    broader: [{ node: 'theme/a', ...said, note: special, validFrom: '2018-01-01' }],
  },
]
let database: Database
let home: string
let file: string
let opened: OpenDatabase | undefined

beforeAll(async () => {
  database = await emptyDatabase()
  home = await mkdtemp(path.join(tmpdir(), 'pacta-bulk-'))
  file = path.join(home, 'lines.ndjson')
})
afterAll(async () => {
  await opened?.close()
  await database.close()
  await rm(home, { recursive: true, force: true })
})

const slow = 240_000

test(
  'an import of files with a problem writes nothing',
  async () => {
    opened = await open()
    await opened.close()
    await write([...lines, { type: 'BROADER', from: 'theme/a', to: 'theme/none', ...said }])
    await expect(bulk()).rejects.toThrow('There is no “theme/none”.')
    expect((await readdir(home)).filter(name => name.startsWith('neo4j-i'))).toEqual([])
  },
  slow,
)

test('an import refuses YAML, and says what it takes', async () => {
  const seeds = path.join(home, 'seeds')
  await mkdir(seeds)
  await writeFile(path.join(seeds, 'a.yaml'), 'themes: []\n')
  await writeFile(path.join(seeds, 'b.ndjson'), '')
  await expect(bulk(seeds)).rejects.toThrow(
    /^\S+\/a\.yaml:1:1: An import takes files that are read line by line: ftm, .*ndjson\. Load this one without `--bulk`\.$/,
  )
})

test(
  'an import gives the graph that a load through the driver gives, with its revision and its indexes',
  async () => {
    await write(lines)
    const report = await bulk()
    opened = await open()
    await migrate(opened.database, ontology)
    const other = await loadSeed(database, ontology, { paths: [file], largestWhole: 0, rowsInPart: 1000, author: 'tests' })
    const { difference: _difference, summary, ...counts } = other
    const { summary: imported, ...importedCounts } = report
    expect(importedCounts).toEqual(counts)
    expect(imported?.types).toEqual(summary?.types)
    expect(printLoadReport(report, 'types').split('\n')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Revision 1: /),
        expect.stringMatching(/^ {2}Theme +2 added, 0 changed, 0 removed$/),
      ]),
    )
    expect(await contentOf(opened.database)).toEqual(await contentOf(database))
  },
  slow,
)

test(
  'what was imported is known again by a load through the driver',
  async () => {
    const again = await loadSeed(opened!.database, ontology, { paths: [file], largestWhole: 0, author: 'tests' })
    expect(again).toMatchObject({ revision: 1, unchanged: true })
  },
  slow,
)

function bulk(of = file): Promise<LoadReport> {
  return loadBulk(ontology, { paths: [of], author: 'tests' }, (files, listSeparator) =>
    importStore({ home, files, listSeparator, heapMegabytes: 400, onProgress: () => {}, ...(javaHome && { javaHome }) }),
  )
}

function open(): Promise<OpenDatabase> {
  return openDatabase({ home, heapMegabytes: 300, pageCacheMegabytes: 32, onProgress: () => {}, ...(javaHome && { javaHome }) })
}

async function write(content: readonly Line[]): Promise<void> {
  await writeFile(file, content.map(line => `${JSON.stringify(line)}\n`).join(''))
}

/** All that a database holds, but for gates, which are made when they are needed, and the instants, which the imported one shares among themselves as the other does. */
async function contentOf(from: Database): Promise<Row[][]> {
  const rows = (text: string): Promise<Row[]> => from.administer({ text, parameters: {} })
  const types = (of: string): string => `[key IN keys(${of}) | key + ' ' + valueType(${of}[key])]`
  return [
    await rows(
      `MATCH (n) WHERE NOT n:Gate RETURN labels(n) AS labels, n { .*, recordedAt: null, at: null, part: null } AS n, COLLECT { UNWIND ${types('n')} AS type WITH type WHERE NOT type STARTS WITH 'part ' RETURN type ORDER BY type } AS types ORDER BY labels, n.id`,
    ),
    await rows(
      `MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, r { .*, recordedAt: null } AS r, COLLECT { UNWIND ${types('r')} AS type RETURN type ORDER BY type } AS types ORDER BY r.key`,
    ),
    await rows(
      'MATCH (n:Entity|Ledger) WITH collect(DISTINCT coalesce(n.recordedAt, n.at)) AS times RETURN size(times) AS times',
    ),
    await rows(
      'SHOW INDEXES YIELD name, type, labelsOrTypes, properties WHERE type <> "LOOKUP" RETURN name, type, labelsOrTypes, properties ORDER BY name',
    ),
  ]
}
