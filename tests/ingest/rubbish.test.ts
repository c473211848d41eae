import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Database } from '../../src/database/connect.ts'
import { type LoadOptions, loadSeed } from '../../src/ingest/load.ts'
import { SeedError } from '../../src/ingest/problem.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'

// Files of every format that are bad in every way: each is refused with its place, and what the dataset holds stays.
const ontology = readOntology()
const rdf = (
  body: string,
) => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cdm="http://publications.europa.eu/ontology/cdm#">
${body}
</rdf:RDF>
`
const work = 'http://publications.europa.eu/resource/celex/32016R0794'
const celex = 'http://publications.europa.eu/ontology/cdm#resource_legal_id_celex'

/** A good file of each format, with the letter Å where a text stands. */
const good = {
  'a.yaml': 'institutions:\n  - { id: institution/a, label: { en: Å }, kind: EU_AGENCY }\n',
  'a.ndjson': '{"type":"Institution","id":"institution/a","label":{"en":"Å"},"kind":"EU_AGENCY"}\n',
  'a.csv': 'code,name,sort\na,Å,EU_AGENCY\n',
  'a.rdf': rdf(`<rdf:Description rdf:about="${work}"><cdm:resource_legal_id_celex>32016R0794</cdm:resource_legal_id_celex>
<cdm:resource_legal_eli>http://data.europa.eu/eli/Å</cdm:resource_legal_eli></rdf:Description>`),
  'a.srj': `{"results":{"bindings":[\n{"s":{"value":"${work}"},"p":{"value":"${celex}"},"o":{"value":"32016R0794"}},
{"s":{"value":"${work}"},"p":{"value":"${celex.replace('id_celex', 'eli')}"},"o":{"value":"http://data.europa.eu/eli/Å"}}]}}\n`,
  'a.ftm.json': '{"id":"NK-1","schema":"PublicBody","properties":{"name":["Å"]}}\n',
  'a.wikidata.json':
    '{"id":"Q1","labels":{"en":{"value":"Å"}},"aliases":[],"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]}}\n',
}
type Name = keyof typeof good
const names = Object.keys(good) as Name[]
const jsonLines: readonly Name[] = ['a.ndjson', 'a.ftm.json', 'a.wikidata.json']
const json: readonly Name[] = [...jsonLines, 'a.srj']

let database: Database
let folder: string

beforeAll(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-rubbish-'))
  const mapping = `type: Institution
id: institution/{code}
defaults: { basis: CURATED, source: 'https://example.org/register' }
properties: { label.en: '{name}', kind: '{sort}' }
`
  await writeFile(path.join(folder, 'mapping.yaml'), mapping)
  await writeFile(path.join(folder, 'first.yaml'), 'themes: [{ id: theme/a, label: { en: A } }]\n')
  await loadSeed(database, ontology, { paths: [path.join(folder, 'first.yaml')], dataset: 'rubbish' })
})
afterAll(async () => {
  await database?.close()
  await rm(folder, { recursive: true })
})

/** All that is wrong with a load into the dataset, each problem on its line; what the graph holds must be as before. */
async function refusalOf(given: string, options: Partial<LoadOptions> = {}): Promise<string> {
  const load = loadSeed(database, ontology, {
    ...{ paths: [path.join(folder, given)], dataset: 'rubbish', mapping: path.join(folder, 'mapping.yaml') },
    ...options,
  })
  const error = await load.then(
    () => new Error('It was loaded.'),
    (thrown: unknown) => thrown as Error,
  )
  expect(error).toBeInstanceOf(SeedError)
  const held = await database.read({
    text: 'MATCH (e:Entity) WITH collect(e.id) AS ids MATCH (r:Revision) RETURN ids, count(r) AS revisions',
    parameters: {},
  })
  expect(held).toEqual([{ ids: ['theme/a'], revisions: 1 }])
  return error.message.replaceAll(`${folder}${path.sep}`, '')
}

async function refusalOfContent(name: Name, content: string | Buffer): Promise<string> {
  await writeFile(path.join(folder, name), content)
  return refusalOf(name)
}

const halved = (name: Name) => good[name].slice(0, Math.floor(good[name].length * 0.6))
const columnOf = (name: Name, needle: string) => {
  const before = good[name].slice(0, good[name].indexOf(needle)).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}

describe.each(names)('A file %s', name => {
  test('is loaded when it is good, also with a byte order mark and the line ends of Windows', async () => {
    const report = (content: string) =>
      writeFile(path.join(folder, name), content).then(() =>
        loadSeed(database, ontology, {
          ...{ paths: [path.join(folder, name)], dataset: 'good', mapping: path.join(folder, 'mapping.yaml'), dryRun: true },
        }),
      )
    expect(await report(good[name])).toMatchObject({ nodesAdded: 1 })
    expect(await report(`\ufeff${good[name].replaceAll('\n', '\r\n')}`)).toMatchObject({ nodesAdded: 1 })
  })

  test.each<[string, string]>([
    ['empty', ''],
    ['of nothing but spaces', '  \n\n'],
  ])('is refused when it is %s', async (_kind, content) => {
    const nothing = 'There is nothing in the file'
    const messages: Partial<Record<Name, string>> = {
      'a.yaml': 'A seed file is a map from kinds of records to lists of them, not nothing.',
      'a.csv': 'The table is empty: its first line names its columns.',
    }
    expect(await refusalOfContent(name, content)).toMatch(`${name}:1:1: ${messages[name] ?? nothing}`)
  })

  test.each<[string, () => Buffer, RegExp]>([
    ['in UTF-16', () => Buffer.from(`\ufeff${good[name]}`, 'utf16le'), /^\S+:1:1: This is UTF-16; save the file in UTF-8\.$/],
    ['compressed', () => gzipSync(good[name]), /^\S+:1:2: The file is compressed with gzip; unpack it first\.$/],
    [
      'binary',
      () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + 128) % 256)),
      /^\S+:1:\d+: This is not UTF-8;/,
    ],
  ])('is refused when it is %s', async (_kind, content, message) => {
    const refusal = await refusalOfContent(name, content())
    expect(refusal).toMatch(message)
    expect(refusal.split('\n')).toHaveLength(1)
  })

  test('is refused at the letter that is in Latin 1', async () => {
    const refusal = await refusalOfContent(name, Buffer.from(good[name], 'latin1'))
    expect(refusal).toBe(`${name}:${columnOf(name, 'Å')}: This is not UTF-8; save the file in UTF-8.`)
  })

  test('is refused where it was cut off', async () => {
    const messages: Partial<Record<Name, RegExp>> = {
      'a.yaml': /^a\.yaml:2:\d+: YAML: /,
      'a.csv': /^a\.csv:2:1: The row has 2 values, but the first line names 3 columns\.$/,
      'a.rdf': /^a\.rdf:\d:\d+: The file ends before its root element does: it was cut off\.$/,
    }
    const lines = halved(name).split('\n')
    const end = `${name}:${lines.length}:${lines.at(-1)!.length + 1}: The file ends in the middle of a JSON value: it was cut off.`
    expect(await refusalOfContent(name, halved(name))).toMatch(messages[name] ?? end)
  })

  test.each([
    ['a web page', '<!doctype html><html><body>Not found</body></html>\n'],
    ['a number', '42\n'],
    ['a list of numbers', '[1, 2]\n'],
    ['null', 'null\n'],
    ['prose', 'No such report.\n'],
  ])('is refused when it holds %s', async (_kind, content) => {
    const refusal = await refusalOfContent(name, content)
    expect(refusal).toMatch(
      name === 'a.csv' ? /^mapping\.yaml:2:5: The table has no column “code”\./ : new RegExp(`^${name}:1:\\d+: [A-Z]`),
    )
    // Never the words of an error that nobody thought of.
    expect(refusal).not.toMatch(/undefined|not a function|Cannot read/)
  })

  test('is refused when it is nested without end', async () => {
    for (const content of [
      '['.repeat(100_000) + ']'.repeat(100_000),
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}\n`,
      `${'- '.repeat(20_000)}a\n`,
      `a:\n${Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}`,
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${'<rdf:Description><rdf:value>'.repeat(5000)}`,
    ])
      expect(await refusalOfContent(name, content)).toMatch(/^\S+:\d+:\d+: [A-Z]/)
  })

  test('is refused at a text with a character that is none', async () => {
    const refusal = await refusalOfContent(name, good[name].replace('Å', 'A\u0000B'))
    expect(refusal).toMatch(
      new RegExp(`^${name}:\\d+:\\d+: (The text holds the control character U\\+0000|This is not (JSON|RDF/XML))`),
    )
  })
})

test.each(jsonLines)('%s: a key that stands twice in an object is refused at its place', async name => {
  const refusal = await refusalOfContent(name, good[name].replace('"id":', '"id":"x","id":'))
  expect(refusal).toBe(
    `${name}:1:${good[name].indexOf('"id":') + '"id":"x",'.length + 1}: The key “id” stands twice in this object.`,
  )
})

test.each<[Name, string, string, string]>([
  ['a.yaml', 'Å', '1e999', '2:39: `label` takes text, not the number Infinity. Put it in quotes.'],
  ['a.ndjson', '"Å"', '1e999', '1:58: `label` takes text, not the number Infinity. Put it in quotes.'],
  ['a.ndjson', '{"en":"Å"}', '["Å"]', '1:52: `label` takes a map of languages, such as { fr: …, en: …, nl: … }, not a list.'],
  ['a.ftm.json', '"Å"', '99999999999999999999999', '1:58: `name` takes texts, not the number 1e+23.'],
  ['a.ftm.json', '{"name":["Å"]}', '"Å"', '1:49: `properties` takes an object, not the text “Å”.'],
  ['a.wikidata.json', '{"value":"Å"}', '7', '1:1: The line is no item of Wikidata: `labels` takes a text for each language.'],
  [
    'a.wikidata.json',
    '"aliases":[]',
    '"aliases":{"en":"A"}',
    '1:1: The line is no item of Wikidata: `aliases` takes a list of texts for each language.',
  ],
  [
    'a.wikidata.json',
    '"P31":[',
    '"P21":[null],"P31":[',
    '1:1: The line is no item of Wikidata: `claims` takes a list of statements for each property.',
  ],
  [
    'a.srj',
    '"bindings":[',
    '"bindings":[null,',
    '1:13: A row of SPARQL results binds `s`, `p` and `o`: a subject, a predicate and an object.',
  ],
  ['a.csv', 'code,name', 'code,name,name', '1:11: The column “name” stands twice.'],
])('%s: %s as %s is refused', async (name, part, other, message) => {
  expect(await refusalOfContent(name, good[name].replace(part, other))).toContain(`${name}:${message}`)
})

test('Characters of other programs that are one letter in two are put together', async () => {
  for (const name of ['a.csv', 'a.wikidata.json'] as const) {
    await writeFile(path.join(folder, name), good[name].replace('Å', 'A\u030a'))
    const options = {
      paths: [path.join(folder, name)],
      dataset: 'good',
      mapping: path.join(folder, 'mapping.yaml'),
      dryRun: true,
    }
    const { difference } = await loadSeed(database, ontology, options)
    expect(difference!.nodesAdded[0]!.properties).toMatchObject({ labelEn: 'Å' })
  }
})

test.each<[string, string, Partial<LoadOptions>, string]>([
  ['a file that is not there', 'none.ndjson', {}, 'none.ndjson:1:1: There is no such file or folder.'],
  [
    'a folder without files',
    'folder.yaml',
    {},
    'folder.yaml:1:1: The folder holds no file that ends in .yaml, .yml, .ndjson or .jsonl.',
  ],
  [
    'a folder without files of a format',
    'folder.yaml',
    { format: 'eur-lex' },
    'folder.yaml:1:1: The folder holds no file that ends in .rdf or .srj.',
  ],
  ['a mapping that is not there', 'a.csv', { mapping: 'none.yaml' }, 'none.yaml:1:1: There is no such mapping file.'],
])('%s is refused', async (_name, given, options, message) => {
  await mkdir(path.join(folder, 'folder.yaml'), { recursive: true })
  await writeFile(path.join(folder, 'a.csv'), good['a.csv'])
  expect(await refusalOf(given, options)).toBe(message)
})

test.each(json)('%s that is named as another format is refused with its place', async name => {
  await writeFile(path.join(folder, name), good[name])
  for (const format of ['csv', 'ndjson', 'ftm', 'wikidata', 'eur-lex'])
    if (name !== { ndjson: 'a.ndjson', ftm: 'a.ftm.json', wikidata: 'a.wikidata.json', 'eur-lex': 'a.srj' }[format])
      expect(await refusalOf(name, { format })).toMatch(/^\S+:\d+:\d+: [A-Z]/)
})
