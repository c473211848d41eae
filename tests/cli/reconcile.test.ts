import { execFile } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Database } from '../../src/database/connect.ts'
import { Editor } from '../../src/edit/editor.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'

const root = path.join(import.meta.dirname, '../..')
let database: Database

beforeAll(async () => {
  database = await emptyDatabase()
  const person = (id: string, en: string, more: object) => ({ person: { id: `person/${id}`, label: { en }, ...more } })
  await new Editor(readOntology(), database).edit({
    ...{ reason: 'RECODED', caller: 'tests' },
    operations: [
      { kind: 'addEntity', at: 'input[0]', value: person('michel', 'Charles Michel', { wikidata: 'Q1' }) },
      { kind: 'addEntity', at: 'input[1]', value: person('c-michel', 'MICHEL, Charles', { aliases: ['Le Premier ministre'] }) },
    ],
  })
})
afterAll(() => database.close())

interface Done {
  readonly code: number
  readonly out: string
  readonly error: string
}

function reconcile(...args: string[]): Promise<Done> {
  const { PATH = '', HOME = '', PACTA_TEST_URI = '', PACTA_TEST_PASSWORD = '' } = process.env
  const env = { PATH, HOME, NEO4J_URI: PACTA_TEST_URI, NEO4J_PASSWORD: PACTA_TEST_PASSWORD }
  return new Promise(resolve => {
    execFile(process.execPath, ['dist/cli/main.js', 'reconcile', ...args], { cwd: root, env }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })
}

function lines({ out }: Done): unknown[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
}

test('`pacta reconcile` proposes, merges, lists and undoes, in lines of JSON when asked', async () => {
  const [proposal] = lines(await reconcile('propose', '--json'))
  expect(proposal).toMatchObject({ type: 'Person', kept: 'person/michel', lost: 'person/c-michel', score: 0.5 })
  expect((await reconcile('propose')).out).toContain(
    '0.50  person/michel  person/c-michel\n      + the same words in another order: ',
  )
  const [merged] = lines(
    await reconcile('accept', 'person/michel', 'person/c-michel', '--json', '--author', 'A clerk', '--note', 'Looked up.'),
  )
  expect(merged).toMatchObject({ merge: 'merge/2', revision: { number: 2 }, moved: 0 })
  const read = 'MATCH (p:Person) RETURN p.id AS id, p.aliases AS aliases ORDER BY id'
  expect(await database.read({ text: read, parameters: {} })).toEqual([
    { id: 'person/michel', aliases: ['MICHEL, Charles', 'Le Premier ministre'] },
  ])
  const undone = await reconcile('undo', 'merge/2')
  expect(undone).toMatchObject({
    code: 0,
    out: 'Revision 3: merge/2 is undone; person/c-michel and person/michel are two again.\n',
  })
  expect(lines(await reconcile('list', '--json'))).toMatchObject([
    { id: 'merge/2', author: 'A clerk', note: 'Looked up.', revision: 2, undoneRevision: 3 },
  ])
})

test.each<[number, string[], string]>([
  [1, ['accept', 'person/michel', 'person/c-michell'], 'lost: There is no person/c-michell. Did you mean `person/c-michel`?'],
  [1, ['undo', 'merge/9'], 'merge: There is no merge/9.'],
  [1, ['propose', 'Persons'], 'not "Persons". Did you mean `Person`?'],
  [2, ['accept', 'person/michel'], 'Say which two: pacta reconcile accept KEPT LOST; the first one stays.'],
  [2, ['propse'], 'takes propose, accept, undo, list, not "propse". Did you mean "propose"?'],
  [2, ['accept', 'a', 'b', '--reason', 'CORECTION'], 'Did you mean "CORRECTION"?'],
  [2, ['propose', '--score', '2'], '--score takes a number from 0 to 1, not "2".'],
])('ends with %i and says what is wrong: %j', async (code, args, message) => {
  const done = await reconcile(...args)
  expect(done.error).toContain(message)
  expect(done.error).not.toContain('    at ')
  expect(done).toMatchObject({ code, out: '' })
})
