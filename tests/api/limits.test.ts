import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isInputObjectType, isLeafType, isObjectType } from 'graphql'
import { buildGraphQLSchema } from '../../src/api/graphql/buildSchema.ts'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Database } from '../../src/database/connect.ts'
import { startServer } from '../../src/server.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

// What the service refuses, asked over HTTP as a stranger would: the same for each client, and without a word of its insides.
let api: SeededApi
let server: Listening
let asked = 0
const reported: unknown[] = []

beforeAll(async () => {
  api = await openSeededApi()
  const options = {
    host: '127.0.0.1',
    port: 0,
    queryTimeoutSeconds: 15,
    responseCacheMegabytes: 0,
    report: (error: unknown) => reported.push(error),
  }
  server = await startServer(counted(api.database), options)
})
afterAll(async () => {
  await server?.close()
  await api.close()
  expect(reported).toEqual([])
})

describe('an operation that is too large is refused before the database is asked', () => {
  const repeat = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, at) => part(at)).join(' ')
  const nest = (levels: number) =>
    `{ commitments { edges { node ${repeat(levels, () => '{ handledBy { edges { node { obligations { edges { node')} { id } ${'} } } } } } '.repeat(levels)} } } }`
  const doubling = (levels: number, type: string, leaf: string) =>
    `${repeat(levels, at => `fragment F${at} on ${type} { ...F${at + 1} ...F${at + 1} }`)} fragment F${levels} on ${type} { ${leaf} }`

  test.each<[string, string, string | RegExp]>([
    ['fields 200 levels deep', nest(33), 'The operation has 202 levels of fields; at most 20 are allowed.'],
    [
      '500 aliases',
      `{ commitment(id: "x") { ${repeat(500, at => `a${at}: id`)} } }`,
      'The operation has 500 aliases; at most 30 are allowed.',
    ],
    [
      '500 aliases of what costs nothing',
      `{ commitment(id: "x") { ${repeat(500, at => `a${at}: __typename`)} } }`,
      'The operation has 500 aliases; at most 30 are allowed.',
    ],
    [
      '21 root fields',
      `{ ${repeat(21, () => 'revision { number }')} }`,
      'The operation has 21 root fields; at most 20 are allowed.',
    ],
    [
      '22 root fields in a fragment',
      `{ ...A ... on Query { ...A } } fragment A on Query { ${repeat(11, () => 'revision { number }')} }`,
      'The operation has 22 root fields; at most 20 are allowed.',
    ],
    [
      'fragments that hold each other',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'Cannot spread fragment "A" within itself via "B".',
    ],
    [
      'fragments that double forty times',
      `{ ...F0 } ${doubling(40, 'Query', 'revision { number }')}`,
      'The operation has far too many root fields; at most 20 are allowed.',
    ],
    [
      'fragments of aliases that double forty times below a node',
      `{ commitments { edges { node { ...F0 } } } } ${doubling(40, 'Commitment', 'a: id')}`,
      'The operation has far too many aliases; at most 30 are allowed.',
    ],
    [
      '51 directives',
      `{ revision { number ${repeat(51, () => '@include(if: true)')} } }`,
      /The operation has 51 directives|can only be used once/,
    ],
    ['more than 2000 tokens', `{ ${repeat(700, () => 'revision { number }')} }`, /Document contains more that 2000 tokens/],
    [
      'the schema 12 levels deep',
      `{ __schema { ${'types { fields { type { '.repeat(4)} name ${'} } } '.repeat(4)} } }`,
      /introspection/,
    ],
  ])('%s', async (_name, query, message) => {
    const before = asked
    const { status, errors, data } = await ask(query)
    expect(errors.map(error => error.message)).toEqual(
      expect.arrayContaining([typeof message === 'string' ? message : expect.stringMatching(message)]),
    )
    expect([status, data]).toEqual([400, undefined])
    expect(asked).toBe(before)
  })

  test('fragments that double forty times around one plain field are merged and answered', async () => {
    const query = `{ commitments(first: 1) { edges { node { ...F0 } } } } ${doubling(40, 'Commitment', 'id')}`
    expect((await ask(query)).errors).toEqual([])
  })

  test('an operation that just keeps within the limits is answered', async () => {
    const query = `{ ${repeat(20, at => `a${at}: revision { number }`)} }`
    expect(Object.keys((await ask(query)).data!)).toHaveLength(20)
  })
})

describe('an argument that is out of bounds is refused before the database is asked', () => {
  const pages = (last: number) =>
    `{ commitments(first: 100) { edges { node { handledBy(first: 100) { edges { node { obligations(first: ${last}) { edges { node { id } } } } } } } } } }`

  test.each<[string, string, string, unknown, string | undefined]>([
    ['a negative page', '{ commitments(first: -1) { totalCount } }', 'commitments.first', -1, '0'],
    ['a root page of 1001', '{ commitments(first: 1001) { totalCount } }', 'commitments.first', 1001, '1000'],
    [
      'a nested page of 101',
      '{ commitments(first: 1) { edges { node { handledBy(first: 101) { totalCount } } } } }',
      'handledBy.first',
      101,
      '100',
    ],
    ['a path of 50 steps', '{ paths(from: "a/b", to: "c/d", maxLength: 50) { length } }', 'paths.maxLength', 50, '8'],
    ['a path of no steps', '{ paths(from: "a/b", to: "c/d", maxLength: 0) { length } }', 'paths.maxLength', 0, '1'],
    ['a thousand paths', '{ paths(from: "a/b", to: "c/d", first: 1000) { length } }', 'paths.first', 1000, '20'],
    ['a neighbourhood 9 steps deep', '{ neighbourhood(id: "a/b", depth: 9) { nodes { id } } }', 'neighbourhood.depth', 9, '3'],
    ['a neighbourhood of 5000', '{ neighbourhood(id: "a/b", limit: 5000) { nodes { id } } }', 'neighbourhood.limit', 5000, '500'],
    ['a search for no type', '{ search(query: "a", types: []) { totalCount } }', 'search.types', [], undefined],
    [
      'relationships of no type',
      '{ relationships(filter: { types: [] }) { totalCount } }',
      'relationships.filter.types',
      [],
      undefined,
    ],
    [
      'those of an entity',
      '{ entity(id: "a/b") { relationships(types: []) { totalCount } } }',
      'relationships.types',
      [],
      undefined,
    ],
    ['paths of no type', '{ paths(from: "a/b", to: "c/d", types: []) { length } }', 'paths.types', [], undefined],
    [
      'a neighbourhood of no type',
      '{ neighbourhood(id: "a/b", types: []) { nodes { id } } }',
      'neighbourhood.types',
      [],
      undefined,
    ],
    ['an empty search', '{ search(query: "") { totalCount } }', 'search.query', '', undefined],
    [
      'a filter of 60 conditions',
      `{ commitments(filter: { or: [${'{ verifiable: true } '.repeat(60)}] }) { totalCount } }`,
      'filter',
      60,
      undefined,
    ],
    ['a search for no word', '{ search(query: "*:* && ~") { totalCount } }', 'search.query', '*:* && ~', undefined],
    [
      'a cursor of another order',
      '{ commitments(after: "x~y", orderBy: DEADLINE_ASC) { edges { node { id } } } }',
      'commitments.after',
      'x~y',
      undefined,
    ],
    [
      'a cursor of another field',
      '{ whoHandles(after: "institution/europol") { edges { node { role } } } }',
      'whoHandles.after',
      'institution/europol',
      undefined,
    ],
    ['an empty cursor', '{ commitments(after: "") { edges { node { id } } } }', 'commitments.after', '', undefined],
    ['pages of 100 in pages of 100 in pages of 100', pages(100), 'first', 1_010_100, undefined],
  ])('%s', async (_name, query, argument, got, nearest) => {
    const before = asked
    const { errors } = await ask(query)
    expect(errors).toHaveLength(1)
    const [{ message, extensions }] = errors as [Failure]
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument, got, expected: expect.any(String) })
    expect(extensions['nearest']).toBe(nearest)
    expect(message).toContain(argument)
    expect(message).toContain(JSON.stringify(got))
    expect(message).toContain(extensions['expected'])
    if (nearest) expect(message).toContain(`Did you mean "${nearest}"?`)
    expect(asked).toBe(before)
  })

  test('and pages within the bounds are answered', async () => {
    expect((await ask(pages(3))).errors).toEqual([])
  })
})

describe('an argument of the wrong kind is named, with what it got and what it takes', () => {
  const filtered = 'query ($filter: CommitmentFilter) { commitments(filter: $filter) { totalCount } }'
  const paged = 'query ($first: Int!) { commitments(first: $first) { totalCount } }'

  test.each<[string, string, Variables | undefined, string, string[]]>([
    [
      'an unknown enum value',
      '{ commitments(filter: { strength: [PLEDG] }) { totalCount } }',
      undefined,
      'commitments.filter.strength',
      ['PLEDG', 'CommitmentStrength', 'Did you mean the enum value "PLEDGE"'],
    ],
    [
      'an unknown enum value in a variable',
      filtered,
      { filter: { strength: ['PLEDG'] } },
      '$filter.strength[0]',
      ['PLEDG', 'CommitmentStrength', 'Did you mean the enum value "PLEDGE"'],
    ],
    [
      'a day that does not exist',
      '{ commitments(filter: { deadline: { before: "2019-02-30" } }) { totalCount } }',
      undefined,
      'commitments.filter.deadline.before',
      ['2019-02-30', 'a day like 2018-06-11, a day that exists'],
    ],
    [
      'a day that does not exist, in a variable',
      filtered,
      { filter: { deadline: { before: '2019-02-30' } } },
      '$filter.deadline.before',
      ['2019-02-30', 'a day like 2018-06-11, a day that exists'],
    ],
    [
      'an unknown argument',
      '{ commitments(filtr: {}) { totalCount } }',
      undefined,
      'commitments.filtr',
      ['Unknown argument "filtr"', 'Did you mean "filter"'],
    ],
    [
      'an unknown condition',
      '{ commitments(filter: { strenght: [PLEDGE] }) { totalCount } }',
      undefined,
      'commitments.filter.strenght',
      ['"strenght" is not defined', 'Did you mean "strength"'],
    ],
    [
      'an unknown condition in a variable',
      filtered,
      { filter: { strenght: ['PLEDGE'] } },
      '$filter',
      ['"strenght" is not defined', 'Did you mean "strength"'],
    ],
    ['a missing id', '{ commitment { id } }', undefined, 'commitment.id', ['"ID!" is required, but it was not provided']],
    [
      'a missing id in a variable',
      'query ($id: ID!) { commitment(id: $id) { id } }',
      {},
      '$id',
      ['"$id" of required type "ID!" was not provided'],
    ],
    ['neither of two ids', '{ instrument { id } }', undefined, 'instrument', ['takes one of id, celex']],
    ['half a row', '{ commitments(first: 1.5) { totalCount } }', undefined, 'commitments.first', ['non-integer value: 1.5']],
    ['a number past 32 bits', paged, { first: 5_000_000_000 }, '$first', ['5000000000', '32-bit']],
    ['a number in quotes', paged, { first: '5' }, '$first', ['"5"', 'Int']],
  ])('%s', async (_name, query, variables, argument, words) => {
    // Once with what is right, so that the service knows the document already when what is wrong comes.
    if (query === filtered) expect((await ask(query, { filter: {} })).errors).toEqual([])
    if (query === paged) expect((await ask(query, { first: 1 })).errors).toEqual([])
    const before = asked
    const { errors } = await ask(query, variables)
    expect(errors).toHaveLength(1)
    const [{ message, extensions }] = errors as [Failure]
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument })
    expect(message).toContain(argument.replace(/^\$(\w+)(?=[.[])/, '$1'))
    for (const word of words) expect(message).toContain(word)
    expect(asked).toBe(before)
  })

  test('an unknown field is a mistake in the query, not in an argument', async () => {
    const { errors } = await ask('{ commitmens { totalCount } }')
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('Did you mean "commitment" or "commitments"?'),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      }),
    ])
  })
})

describe('a request that is not plain GraphQL over HTTP is refused', () => {
  const query = JSON.stringify({ query: '{ revision { number } }' })
  const json = { 'content-type': 'application/json' }

  test.each<[string, string, RequestInit, number, string | RegExp]>([
    [
      'a body above 100 kB',
      '/graphql',
      post(JSON.stringify({ query: `{ revision { number } } #${'x'.repeat(100_000)}` })),
      413,
      'larger than 100000 bytes',
    ],
    ['a batch of operations', '/graphql', post(`[${query},${query}]`), 400, /batch/i],
    ['a GET that any page could make a browser send', '/graphql?query={revision{number}}', {}, 400, /CSRF/],
    ['a form that any page could make a browser send', '/graphql', post(query, { 'content-type': 'text/plain' }), 400, /CSRF/],
    [
      'another charset than UTF-8',
      '/graphql',
      post(query, { 'content-type': 'application/json; charset=utf-7' }),
      415,
      'The charset must be utf-8, not utf-7.',
    ],
    ['a compressed body', '/graphql', post(query, { ...json, 'content-encoding': 'gzip' }), 415, 'must not be compressed'],
    ['a body that is not JSON', '/graphql', post('{"query": '), 400, 'The body is not valid JSON.'],
    ['a body without a query', '/graphql', post('{"variables": {}}'), 400, /query/],
    ['no body', '/graphql', post(''), 400, /body|query/i],
    ['null for a body', '/graphql', post('null'), 400, /body|query/i],
    ['a query that is a number', '/graphql', post('{"query": 1}'), 400, /string/],
    ['variables that are a text', '/graphql', post('{"query": "{ revision { number } }", "variables": "x"}'), 400, /variables/],
    ['a persisted query', '/graphql', post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}'), 200, /Persisted/],
    ['an unknown address', '/admin', {}, 404, 'There is nothing at /admin; GraphQL is at /graphql.'],
    ['an address named like what every object has', '/constructor', {}, 404, 'There is nothing at /constructor'],
    ['the method DELETE', '/graphql', { method: 'DELETE', headers: json }, 405, /method|GET|POST/],
  ])('%s', async (_name, address, init, status, message) => {
    const response = await fetch(server.url + address, init)
    const text = await response.text()
    expect([response.status, text]).toEqual([status, expect.stringMatching(message)])
    expectNoInsides(text)
  })

  test('and a plain request is answered, with a GET that says that it is no browser form', async () => {
    expect((await ask('{ revision { number } }')).data).toEqual({ revision: { number: 1 } })
    const init = { headers: { 'apollo-require-preflight': 'true' } }
    expect((await fetch(`${server.url}/graphql?query={revision{number}}`, init)).status).toBe(200)
  })
})

describe('rubbish in any argument that takes a text changes nothing and finds no fault in the service', () => {
  const rubbish = {
    'Lucene syntax': '* *:* label:x^9 /re.*/ ~2 "(( AND OR NOT [a TO z} \\ && || !',
    'Cypher after a quote': "x'}) DETACH DELETE n //",
    'Cypher after a double quote': 'x"}) DETACH DELETE n //',
    'Cypher after a backtick': 'x`) DETACH DELETE n //',
    'an escaped backtick': 'x\\u0060) DETACH DELETE n //',
    'a call of Cypher': "' CALL { MATCH (n) DETACH DELETE n } RETURN '",
    'the name of a parameter': '$p0',
    'a NUL': 'a\u0000b',
    'half of a surrogate pair': 'a\ud800b',
    'right-to-left marks': '\u202eabc\u200f',
    'the separator of cursors': '~~~~~~',
    '10 kB of one letter': 'x'.repeat(10_000),
    '5000 brackets': '('.repeat(5000),
    '1000 words with stars': 'a* '.repeat(1000),
    nothing: '',
  }
  const questions = textQuestions()

  test('every root field with an argument that takes a text is asked', () => {
    const paths = questions.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['commitment.id', 'search.query', 'institutions.after', 'commitments.filter']))
    expect(new Set(paths).size).toBeGreaterThan(40)
  })

  test.each(Object.entries(rubbish))('%s', async (_name, value) => {
    const count = {
      text: 'MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges',
      parameters: {},
    }
    const before = await api.database.read(count)
    let answered = 0
    for (const { path, query } of questions) {
      const { errors } = await ask(query, { id: value, text: value })
      if (errors.length === 0) answered++
      // Proposals are shown only to those who may write.
      for (const { message, extensions } of errors)
        expect([path, message, extensions['code']]).toEqual([
          path,
          message,
          expect.stringMatching(/^(BAD_USER_INPUT|UNAUTHENTICATED)$/),
        ])
    }
    expect(answered).toBeGreaterThan(20)
    expect(await api.database.read(count)).toEqual(before)
  })

  test('rubbish names of variables and operations pollute nothing', async () => {
    const body =
      '{"query":"query A($__proto__: ID!) { commitment(id: $__proto__) { id } }","variables":{"__proto__":{"polluted":true}}}'
    const response = await fetch(`${server.url}/graphql`, post(body))
    expectNoInsides(await response.text())
    expect(response.status).toBe(400)
    expect('polluted' in {}).toBe(false)
  })
})

test('a fault of the database is told without its words, and reported to who runs the service', async () => {
  const fault = Object.assign(new Error("Invalid input 'MATCH' at /srv/neo4j: org.neo4j.Exception"), {
    code: 'Neo.ClientError.X',
  })
  const { readFailure } = await import('../../src/database/databaseError.ts')
  const fail = async () => {
    throw readFailure(fault)
  }
  const heard: unknown[] = []
  const broken = await startServer(new Proxy(api.database, { get: () => fail }), {
    host: '127.0.0.1',
    port: 0,
    queryTimeoutSeconds: 15,
    responseCacheMegabytes: 0,
    report: error => heard.push(error),
  })
  // Twice, since the second time the document is known.
  for (const _ of [1, 2]) {
    const { errors } = await ask('{ revision { number } }', undefined, broken.url)
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'The database could not run the query.',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      }),
    ])
  }
  await broken.close()
  expect(heard).toHaveLength(2)
})

type Variables = Record<string, unknown>
interface Failure {
  message: string
  extensions: Record<string, unknown>
}
interface Answer {
  status: number
  data?: Record<string, unknown>
  errors: Failure[]
}

async function ask(query: string, variables?: Variables, url = server.url): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, post(JSON.stringify({ query, variables })))
  const text = await response.text()
  const { data, errors = [] } = JSON.parse(text) as Partial<Answer>
  expectNoInsides(JSON.stringify(errors))
  return { status: response.status, errors, ...(data !== undefined && { data }) }
}

function post(body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): RequestInit {
  return { method: 'POST', headers, body }
}

/** No stack, no Cypher, no path of the machine, no name of what is used within. */
function expectNoInsides(text: string): void {
  // What the caller sent may come back in part.
  const own = text.replace(/DETACH DELETE n|MATCH \(n\)|\} RETURN '/g, '')
  expect(own).not.toMatch(/stacktrace|\bat \w+ \(|node_modules|\/work\/|\.[jt]s:\d|neo4j|lucene|\bjava|\bMATCH\b|\bRETURN\b/i)
}

/** The database, with each statement counted. */
function counted(database: Database): Database {
  return new Proxy(database, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        asked++
        return value.apply(target, given)
      }
    },
  })
}

/** Questions that put `$id` and `$text` into each argument that takes one, and into all conditions of a filter at once. */
function textQuestions(): { path: string; query: string }[] {
  const { schema } = buildGraphQLSchema()
  return Object.values(schema.getQueryType()!.getFields()).flatMap(field => {
    const required = field.args.filter(({ type }) => /^(ID|String)!$/.test(String(type)))
    const type = schema.getType(String(field.type).replace(/[[\]!]/g, ''))
    const fields = isObjectType(type) ? type.getFields() : {}
    const counted = 'totalCount' in fields ? 'totalCount ' : ''
    const select = 'edges' in fields ? `${counted}edges { cursor }` : 'id' in fields ? 'id' : '__typename'
    const selection = isLeafType(type) ? '' : ` { ${select} }`
    const ask = (name: string, value: string) => {
      const others = required.filter(other => other.name !== name).map(other => `${other.name}: "institution/europol"`)
      const declared = ['$id: ID!', '$text: String!'].filter(variable => value.includes(variable.split(':')[0]!))
      const given = [`${name}: ${value}`, ...others].join(', ')
      return { path: `${field.name}.${name}`, query: `query (${declared.join(', ')}) { ${field.name}(${given})${selection} }` }
    }
    return field.args.flatMap(({ name, type: held }) => {
      const bare = schema.getType(String(held).replace(/[[\]!]/g, ''))
      if (String(bare) === 'ID') return [ask(name, '$id')]
      if (String(bare) === 'String') return [ask(name, '$text')]
      if (!isInputObjectType(bare)) return []
      const conditions = Object.values(bare.getFields()).flatMap(condition => {
        if (String(condition.type) === '[ID!]') return [`${condition.name}: [$id]`]
        if (String(condition.type) === 'ID') return [`${condition.name}: $id`]
        // All ways to compare one text, and one way for the others: a question with all of them takes Neo4j a second to plan.
        const texts = (condition.name === 'label' ? ['contains', 'startsWith', 'equals'] : ['contains']).map(
          how => `${condition.name}: { ${how}: $text }`,
        )
        return String(condition.type) === 'StringFilter' ? texts : []
      })
      if (conditions.length === 0) return []
      const together = 'or' in bare.getFields() ? `{ or: [${conditions.map(one => `{ ${one} }`).join(', ')}] }` : undefined
      return together ? [ask(name, together)] : conditions.slice(0, 2).map(one => ask(name, `{ ${one} }`))
    })
  })
}
