import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '../../src/database/connect.ts'
import { type GraphRecord, type GraphState, readEntities, readStatements } from '../../src/export/readGraph.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from './database.ts'
import { seedFolder } from './seedFolder.ts'

const special = 'A "quoted" text, with commas;\na second line, \\ \'single\' | <b>&amp;</b> \t{x} $y `z` \\u0041 🛰\r\nEnd.'
const said = { basis: 'CURATED', source: 'https://example.org/a?b=c&d=%22', quote: special, note: special }

const theme = (id: string, more: object): object => ({ type: 'Theme', id: `theme/${id}`, label: { en: id }, ...more })
const broader = (from: string, to: string, more: object): object => ({
  ...{ type: 'BROADER', from: `theme/${from}`, to: `theme/${to}`, ...said, ...more },
})

/** What formats get wrong: marks of their own syntax, several languages, lists, dates known in part, ranks, parallel statements. */
const first: readonly object[] = [
  theme('odd', { label: { en: special, fr: 'Étrange', nl: 'Vreemd' }, description: { fr: special } }),
  theme('lists', { aliases: ['one, two', '"three"', special, '|;'], sameAs: ['http://www.wikidata.org/entity/Q1'] }),
  theme('plain', {}),
  theme('changing', { description: { en: 'Before' } }),
  theme('leaving', {}),
  {
    ...{ type: 'Event', id: 'event/odd', label: { en: 'Odd' }, kind: 'OTHER', startDate: '2018-06', endDate: '2019' },
  },
  { ...{ type: 'Event', id: 'event/a.b_(c)', label: { en: 'Marks in an id' }, kind: 'OTHER', startDate: '2018-06-11' } },
  broader('odd', 'lists', { validFrom: '2018-06', validTo: '2020', confidence: 'LOW' }),
  broader('odd', 'lists', { validFrom: '2021-02-03' }),
  broader('lists', 'plain', { rank: 'DEPRECATED', rankReason: 'It is “wrong”.' }),
  broader('plain', 'odd', { rank: 'PREFERRED', rankReason: special }),
  broader('changing', 'plain', { note: 'Before' }),
  broader('leaving', 'plain', { validTo: '2019-01-01' }),
]
const second: readonly object[] = [
  ...first.filter(line => !/leaving|changing/.test(JSON.stringify(line))),
  theme('changing', { description: { en: 'After' } }),
  broader('changing', 'plain', { note: 'After' }),
]

/** The seed, then a dataset of odd records, then the same changed: three revisions in the test database. */
export async function exportedGraph(): Promise<Database> {
  const database = await emptyDatabase()
  const ontology = readOntology()
  await loadSeed(database, ontology, { paths: [seedFolder], dataset: 'seed' })
  const folder = await mkdtemp(path.join(tmpdir(), 'pacta-odd-'))
  for (const lines of [first, second]) {
    const file = path.join(folder, 'odd.ndjson')
    await writeFile(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''))
    await loadSeed(database, ontology, { paths: [file], dataset: 'odd', author: 'tests' })
  }
  await rm(folder, { recursive: true })
  return database
}

/** All records of a state. */
export async function recordsOf(database: Database, state: GraphState): Promise<GraphRecord[]> {
  const ontology = readOntology()
  const records: GraphRecord[] = []
  for await (const record of readEntities(database, ontology, state)) records.push(record)
  for await (const record of readStatements(database, ontology, state)) records.push(record)
  return records
}
