import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { validate } from '../../src/ingest/load.ts'
import { longestLine } from '../../src/ingest/readLines.ts'
import { readSeed } from '../../src/ingest/readSeed.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

const ontology = readOntology()
const theme = '{"type":"Theme","id":"theme/a","label":{"en":"A"}}'
const broader = '{"type":"BROADER","from":"theme/b","to":"theme/a","basis":"CURATED","source":"https://example.org/"}'
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-ndjson-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a line holds an entity, an entity with statements, or a statement', async () => {
  const nested = '{"type":"Theme","id":"theme/b","label":{"en":"B"},"narrower":[]}'.replace(',"narrower":[]', '')
  expect(await problemsOf(`${broader}\n${theme}\n\n${nested}\n`)).toEqual([])
  const file = await write(`${broader}\n${theme}\n${nested}\n`)
  const { records, statements } = await readSeed(ontology, [file])
  expect(records.map(({ id }) => id)).toEqual(['theme/a', 'theme/b'])
  expect(statements.map(({ from, type, to }) => `${from} ${type.name} ${to}`)).toEqual(['theme/b BROADER theme/a'])
})

test.each<[string, string | Buffer, string[]]>([
  ['a byte order mark is no problem', `\ufeff${theme}\n`, []],
  ['a last line without an end is no problem', theme, []],
  ['lines that end as on Windows are no problem', `${theme}\r\n`, []],
  [
    'a file cut off within a line',
    `${theme}\n${broader.slice(0, 40)}`,
    ['2:41: The file ends in the middle of a JSON value: it was cut off.'],
  ],
  ['a line cut off', `${broader.slice(0, 40)}\n${theme}\n`, ['1:41: The line ends in the middle of a JSON value.']],
  [
    'a line that is not JSON',
    `${theme.replace(',', ';')}\n`,
    ["1:16: This is not JSON: Expected ',' or '}' after property value."],
  ],
  [
    'a key given twice, in an object within, and one that only looks so',
    `${theme.replace('{"type":"Theme",', '{"type":"Theme","id" : "theme/x\\\\","id":"theme/a\\":",').replace('"id":"theme/a",', '')}\n${theme.replace('"en":"A"', '"en":"A","fr":"\\"en\\":","en":"B"')}\n`,
    [
      '1:24: “theme/a":” is not an id: after `theme/` it takes unaccented letters, digits, and . _ - ( ) /.',
      '1:36: The key “id” stands twice in this object.',
      '2:65: The key “en” stands twice in this object.',
    ],
  ],
  ['a line that is a list', '["Theme"]\n', ['1:1: A line holds an entity or a statement, { "type": …, … }, not a list.']],
  [
    'a line without a type',
    '{"id":"theme/a"}\n',
    ['1:1: A line needs `type`: that of an entity, such as Institution, or of a statement, such as HANDLES.'],
  ],
  ['a type that is no text', '{"type":7}\n', ['1:9: `type` takes the name of a type, not the number 7.']],
  ['a type that there is not', theme.replace('Theme', 'Teme'), ['1:9: There is no type “Teme”. Did you mean `Theme`?']],
  [
    'an unknown key',
    theme.replace('label', 'lable'),
    ['1:1: theme/a needs `label`: Short name for people.', '1:40: Theme has no `lable`. Did you mean `label`?'],
  ],
  [
    'a value of the wrong type',
    theme.replace('{"en":"A"}', '"A"'),
    ['1:40: `label` takes a map of languages, such as { fr: …, en: …, nl: … }, not the text “A”.'],
  ],
  ['an id given twice', `${theme}\n${theme}\n`, ['2:22: theme/a stands already at FILE:1:22.']],
  [
    'an id that differs only in case',
    `${theme}\n${theme.replace('/a', '/A')}\n`,
    ['2:22: theme/A differs only in case from theme/a at FILE:1:22.'],
  ],
  [
    'bytes that are not UTF-8',
    Buffer.concat([Buffer.from(`${theme}\n{"`), Buffer.from([0xe9]), Buffer.from('"}\n')]),
    ['2:3: This is not UTF-8; save the file in UTF-8.'],
  ],
  ['UTF-16', Buffer.from(`\ufeff${theme}\n`, 'utf16le'), ['1:1: This is UTF-16; save the file in UTF-8.']],
  [
    'the character NUL',
    theme.replace('"A"', '"A\\u0000"'),
    ['1:46: The text holds the control character U+0000.', '1:46: `label` begins or ends with white space.'].slice(0, 1),
  ],
  ['half of a surrogate pair', theme.replace('"A"', '"A\\ud83d"'), ['1:46: The text holds half of a surrogate pair.']],
  ['an end that is nowhere', `${theme}\n${broader}\n`, ['2:26: There is no “theme/b”. Did you mean `theme/a`?']],
  [
    'an end of the wrong type',
    `${theme}\n${broader.replace('theme/b', 'place/b')}\n`,
    ['2:26: `from` of BROADER takes Theme; place/b is of type Place.'],
  ],
  [
    'a statement without its ends',
    '{"type":"BROADER","basis":"CURATED","source":"https://example.org/"}\n',
    ['1:1: A statement of BROADER needs `from`, `to`.'],
  ],
])('%s', async (_name, content, expected) => {
  expect(await problemsOf(content)).toEqual(expected)
})

test('a line longer than any may be is refused and not kept', async () => {
  const line = `{"type":"Theme","id":"theme/${'a'.repeat(longestLine + 10)}"}`
  const problems = await problemsOf(`${theme}\n${line}\n${theme}\n`)
  expect(problems.map(problem => problem.slice(0, 200))).toEqual([
    '2:1: The line is longer than 8 MB.',
    '3:22: theme/a stands already at FILE:1:22.',
  ])
})

async function write(content: string | Buffer): Promise<string> {
  const file = path.join(folder, 'lines.ndjson')
  await writeFile(file, content)
  return file
}

async function problemsOf(content: string | Buffer): Promise<string[]> {
  const file = await write(content)
  try {
    await validate(ontology, [file])
    return []
  } catch (error) {
    return (error as Error).message.split('\n').map(line => line.replace(`${file}:`, '').replaceAll(file, 'FILE'))
  }
}
