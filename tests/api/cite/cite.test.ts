import { createHash } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { canonicalJson } from '../../../src/api/cite/canonicalJson.ts'
import type { Listening } from '../../../src/api/http/listen.ts'
import type { Database } from '../../../src/database/connect.ts'
import { Editor } from '../../../src/edit/editor.ts'
import { loadSeed } from '../../../src/ingest/load.ts'
import { readOntology } from '../../../src/schema/readOntology.ts'
import { startServer } from '../../../src/server.ts'
import { emptyDatabase } from '../../setup/database.ts'

const small = path.join(import.meta.dirname, '../../ingest/cases/a-valid-set-has-no-problems')
let database: Database
let server: Listening

beforeAll(async () => {
  database = await emptyDatabase()
  await loadSeed(database, readOntology(), { paths: [small] })
  server = await startServer(database, {
    ...{ host: '127.0.0.1', port: 0, queryTimeoutSeconds: 30, responseCacheMegabytes: 8, report: () => {} },
  })
})
afterAll(async () => {
  await server.close()
  await database.close()
})

interface Citation {
  readonly permalink: string
  readonly query: string
  readonly variables: object
  readonly revision: { readonly number: number; readonly at: string }
  readonly validAt: string
  readonly knownAt: string
  readonly sha256: string
  readonly bibtex: string
  readonly cslJson: readonly Record<string, unknown>[]
  readonly answer: Record<string, unknown>
}
interface Body {
  readonly data: Record<string, Record<string, unknown>>
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[]
  readonly extensions?: { readonly cite: Readonly<Record<string, Citation>> }
}

const all = 'permalink query variables revision { number at } validAt knownAt sha256 bibtex cslJson answer'
const handlers = `{ whoHandles { edges { node { id role quote institution { id label } commitment { id text } } } } }`

async function ask(query: string, variables: object = {}): Promise<Body> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Body
}

async function cite(query: string, variables?: object): Promise<Citation> {
  const asked = `query ($query: String!, $variables: JSON) { cite(query: $query, variables: $variables) { ${all} } }`
  const { data, errors } = await ask(asked, { query, variables })
  if (errors) throw new Error(JSON.stringify(errors))
  return data['cite'] as unknown as Citation
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

async function rename(label: string): Promise<void> {
  const value = { institution: { id: 'institution/europol', label: { en: label } } }
  const operations = [{ kind: 'correctEntity', at: 'input[0]', value }] as const
  await new Editor(readOntology(), database).edit({ reason: 'CORRECTION', caller: 'tests', operations })
}

describe('a citation', () => {
  test('says by what the answer is known', async () => {
    const citation = await cite(handlers)
    const { data } = await ask(handlers)
    expect(citation.answer).toEqual(data)
    expect(citation.sha256).toBe(sha256(canonicalJson(data)))
    expect(citation.revision).toEqual({ number: 1, at: citation.knownAt })
    expect(citation.validAt).toBe(new Date().toISOString().slice(0, 10))
    expect(citation.query).toContain(`whoHandles(asOf:{validAt:"${citation.validAt}" knownAt:"${citation.knownAt}"})`)
    expect(citation.bibtex).toMatch(/^@misc\{pacta-1-[0-9a-f]{8},\n {2}title = \{\{Pacta, .*whoHandles\}\},\n/)
    expect(citation.bibtex).toContain(citation.permalink)
    expect(citation.cslJson).toEqual([
      expect.objectContaining({ type: 'dataset', URL: citation.permalink, version: 'revision 1' }),
    ])
  })

  test('is replayed with the same bytes, also after the graph has changed', async () => {
    const citation = await cite(handlers)
    await rename('Europol, renamed')
    const response = await fetch(citation.permalink)
    const bytes = await response.text()
    expect(response.status).toBe(200)
    expect(bytes).toBe(canonicalJson(citation.answer))
    expect(sha256(bytes)).toBe(citation.sha256)
    expect(response.headers.get('content-digest')).toBe(`sha-256=:${Buffer.from(citation.sha256, 'hex').toString('base64')}:`)
    const { data } = await ask(handlers)
    expect(JSON.stringify(data)).toContain('Europol, renamed')
    expect((await cite(handlers)).sha256).not.toBe(citation.sha256)
  })

  test('says what differs when the bytes are no longer the same', async () => {
    await rename('Europol')
    const citation = await cite(handlers)
    const tamper = (label: string) =>
      database.administer({
        text: "MATCH (n:Institution { id: 'institution/europol' }) SET n.labelEn = $label",
        parameters: { label },
      })
    await tamper('Europol, tampered with')
    const response = await fetch(citation.permalink)
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({
      cited: citation.sha256,
      differences: { changed: ['institution/europol'], added: [], missing: 0 },
    })
    await tamper('Europol')
    expect((await fetch(citation.permalink)).status).toBe(200)
    await database.administer({ text: 'MATCH ()-[r:HANDLES]->() DELETE r', parameters: {} })
    expect(await (await fetch(citation.permalink)).json()).toMatchObject({ differences: { changed: [], added: [], missing: 3 } })
    const kept = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(citation.answer) }
    const [statement] = (citation.answer['whoHandles'] as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id)
    expect(await (await fetch(citation.permalink, kept)).json()).toMatchObject({
      differences: {
        changed: [],
        added: [],
        missing: expect.arrayContaining([statement, 'institution/europol', 'commitment/d/01a']),
      },
    })
    expect((await fetch(citation.permalink, { ...kept, body: '{}' })).status).toBe(400)
  })

  test('keeps the times that the operation asks for, also in variables', async () => {
    const query =
      'query Mandates($id: ID!, $asOf: AsOf) { institution(id: $id, asOf: $asOf) { ...names } document(id: "document/d") { id } } fragment names on Institution { id label }'
    const citation = await cite(query, { id: 'institution/europol', asOf: { validAt: '2018-06-11' } })
    expect(citation).toMatchObject({ validAt: '2018-06-11', variables: { id: 'institution/europol' } })
    expect(citation.query).not.toContain('$asOf')
    expect(await (await fetch(citation.permalink)).text()).toBe(canonicalJson(citation.answer))
    expect(citation.bibtex).toContain('Mandates')
  })

  test.each([
    ['application/x-bibtex', /^@misc\{pacta-/],
    ['application/vnd.citationstyles.csl+json', /^\[\{"id":"pacta-/],
  ])('is given as %s when that is asked for', async (accept, expected) => {
    const { permalink } = await cite('{ documents { totalCount } }')
    const response = await fetch(permalink, { headers: { accept } })
    expect(response.headers.get('content-type')).toContain(accept)
    expect(await response.text()).toMatch(expected)
  })

  test.each([
    ['a mutation', 'mutation { retractStatements(ids: [], reason: CORRECTION) { unchanged } }'],
    ['what is no query', '{ institution(id: 1'],
    ['an unknown field', '{ institutes { totalCount } }'],
    ['a field without times', '{ cite(query: "{ documents { totalCount } }") { sha256 } }'],
    ['a missing variable', 'query ($id: ID!) { institution(id: $id) { id } }'],
  ])('is refused of %s', async (_name, query) => {
    const { errors } = await ask('query ($query: String!) { cite(query: $query) { sha256 } }', { query })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: expect.stringMatching(/^cite\./) })
    const response = await fetch(`${server.url}/cite?${new URLSearchParams({ query })}`)
    expect(response.status).toBe(400)
  })
})

test('Every root field that takes times can be cited and replayed, also after the graph has changed', async () => {
  await loadSeed(database, readOntology(), { paths: [small] })
  const { nodeTypes } = readOntology()
  const types = [...nodeTypes.values()]
  const page = '{ totalCount edges { node { id label } } pageInfo { endCursor } }'
  const graph = '{ nodes { id label } relationships { id type } }'
  const handled = '{ edges { node { id role institution { id label } commitment { id progress } } } }'
  const operations = [
    '{ revision { number at } }',
    '{ node(id: "commitment/d/01a") { id label } entity(id: "institution/europol") { id label relationships { edges { node { id type } } } } }',
    ...types.map(({ lookup }) => `{ ${lookup}(id: "institution/europol") { id label } }`),
    ...types.map(({ list }) => `{ ${list} ${page} }`),
    `{ whoHandles ${handled} }`,
    '{ relationships { totalCount edges { cursor node { id type rank from { id } to { id } } } } }',
    '{ search(query: "europol") { totalCount edges { node { id label } } } }',
    `{ paths(from: "institution/europol", to: "document/d") ${graph} }`,
    `{ neighbourhood(id: "commitment/d/01a", depth: 2) ${graph} }`,
    `{ gaps(kind: NO_EVIDENCE) { totalCount } overdue ${page} disputes { totalCount edges { node { __typename } } pageInfo { endCursor } } coverage { __typename } }`,
  ]
  const cited = []
  for (const operation of operations) cited.push(await cite(operation))
  expect(cited.filter(({ answer }) => JSON.stringify(answer).includes('Europol')).length).toBeGreaterThan(6)
  await rename('Europol, once more')
  for (const { permalink, answer, sha256: hash } of cited) {
    const bytes = await (await fetch(permalink)).text()
    expect(bytes).toBe(canonicalJson(answer))
    expect(sha256(bytes)).toBe(hash)
  }
})

describe('@cite', () => {
  test('cites the root fields that it marks, beside the answer', async () => {
    const query = '{ a: institution(id: "institution/europol") @cite { id label } b: documents { totalCount } }'
    for (const _ of [1, 2]) {
      const { data, extensions } = await ask(query)
      expect(data).toMatchObject({ a: { id: 'institution/europol' }, b: { totalCount: 1 } })
      expect(Object.keys(extensions!.cite)).toEqual(['a'])
      const { permalink, sha256: hash } = extensions!.cite['a']!
      expect(hash).toBe(sha256(canonicalJson({ a: data['a'] })))
      expect(sha256(await (await fetch(permalink)).text())).toBe(hash)
    }
  })

  test('cites a whole operation', async () => {
    const { data, extensions } = await ask('query Both @cite { a: documents { totalCount } b: institutions { totalCount } }')
    expect(extensions!.cite['operation']!.sha256).toBe(sha256(canonicalJson(data)))
  })
})
