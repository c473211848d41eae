import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'graphql'
import type { Driver } from 'neo4j-driver'
import { buildGraphQLSchema } from '../../src/api/graphql/buildSchema.ts'
import { prepare } from '../../src/api/prepare.ts'
import { type EntityRecord, type StatementRecord, statementKey } from '../../src/cypher/record.ts'
import { CypherDate } from '../../src/cypher/statement.ts'
import { lockLedger } from '../../src/cypher/write.ts'
import { recordDifference } from '../../src/database/recordDifference.ts'
import { forbidden, openProfiler, profile as profileStatement } from '../setup/profile.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

// What Neo4j does for each statement: it starts from an index, and reads as much as the answer holds, however large the graph is.

const cases = path.join(import.meta.dirname, 'cases')
const { ontology, schema } = buildGraphQLSchema()
let api: SeededApi
let driver: Driver

beforeAll(async () => {
  api = await openSeededApi()
  driver = openProfiler()
})
afterAll(async () => {
  await driver.close()
  await api.close()
})

describe('no case scans all nodes, multiplies rows or holds them back', () => {
  test.each(readdirSync(cases))('%s', async name => {
    const folder = path.join(cases, name)
    const query = await readFile(path.join(folder, 'query.graphql'), 'utf8')
    const variables = JSON.parse(await readFile(path.join(folder, 'variables.json'), 'utf8').catch(() => '{}'))
    const { operators } = await profile(query, variables)
    expect(operators.filter(operator => forbidden.test(operator))).toEqual([])
  })
})

describe('a hub costs what is read of it, not what it holds', () => {
  const few = 400
  const many = 4000

  beforeAll(async () => {
    await writeHub('few', few)
    await writeHub('many', many)
    // Neo4j counts what its indexes hold in the background; here it is told to, so that plans do not depend on when it does.
    await api.database.administer({ text: 'CALL db.prepareForReplanning(120)', parameters: {} })
  })

  const page = `query ($id: ID!, $after: String) {
    institution(id: $id) { obligations(first: 10, after: $after) { edges { cursor role node { id } } pageInfo { hasNextPage } } } }`

  test('the first page of a large hub costs as much as that of a small one', async () => {
    const small = await profile(page, { id: 'institution/few' })
    const large = await profile(page, { id: 'institution/many' })
    expect(large.hits).toBeLessThan(small.hits * 1.3)
  })

  test('a page deep in a hub costs as much as the first, and follows the one before it', async () => {
    const first = await profile(page, { id: 'institution/many' })
    let after = ''
    const ids: string[] = []
    const held = many - many / 10 - 1
    for (let turn = 0; turn < Math.ceil(held / 100); turn++) {
      const answer = await api.data<Hub>(page.replace('first: 10', 'first: 100'), {
        id: 'institution/many',
        after: after || null,
      })
      const { edges } = answer.institution.obligations
      ids.push(...edges.map(({ node }) => node.id))
      after = edges.at(-1)!.cursor
      if (turn === Math.ceil(held / 100) - 2)
        expect((await profile(page, { id: 'institution/many', after })).hits).toBeLessThan(first.hits * 1.3)
    }
    expect(ids).toHaveLength(held)
    expect(ids).toEqual([...new Set(ids)].sort())
  })

  test('relationships of a hub, given flat, cost the page, the first and a deep one', async () => {
    const flat = `query ($id: ID!, $after: String) {
      relationships(filter: { from: $id }, first: 10, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage } } }`
    const small = await profile(flat, { id: 'institution/few' })
    const large = await profile(flat, { id: 'institution/many' })
    expect(large.hits).toBeLessThan(small.hits * 1.3)
    const deep = 'HANDLES~commitment/hub-many/03500~0'
    expect((await profile(flat, { id: 'institution/many', after: deep })).hits).toBeLessThan(small.hits * 1.5)
  })

  test.each(['institution', 'entity'])('so do all relationships of a hub that is found as `%s`', async root => {
    const flat = `query ($id: ID!, $after: String) {
      ${root}(id: $id) { relationships(first: 10, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage } } } }`
    const small = await profile(flat, { id: 'institution/few' })
    expect((await profile(flat, { id: 'institution/many' })).hits).toBeLessThan(small.hits * 1.3)
    const deep = 'HANDLES~commitment/hub-many/03500~0'
    expect((await profile(flat, { id: 'institution/many', after: deep })).hits).toBeLessThan(small.hits * 1.5)
  })

  test.each([
    ['ASC', (a: string, b: string) => (a < b ? -1 : 1)],
    ['DESC', (a: string, b: string) => (a < b ? 1 : -1)],
  ])('what a hub holds by a value that statements carry (%s) costs the page, the first and a deep one', async (way, compare) => {
    const ordered = `query ($id: ID!, $after: String, $first: Int! = 10) { institution(id: $id) {
      obligations(orderBy: DEADLINE_${way}, first: $first, after: $after) { edges { cursor node { id deadline } } } } }`
    const small = await profile(ordered, { id: 'institution/few' })
    expect((await profile(ordered, { id: 'institution/many' })).hits).toBeLessThan(small.hits * 1.3)
    const found: { id: string; deadline: string | null }[] = []
    const held = many - many / 10 - 1
    let after: string | undefined
    while (found.length < held) {
      const { institution } = await api.data<Hub>(ordered, { id: 'institution/many', after: after ?? null, first: 100 })
      const { edges } = institution.obligations
      found.push(...edges.map(({ node }) => node as (typeof found)[number]))
      after = edges.at(-1)!.cursor
      if (found.length === 2000)
        expect((await profile(ordered, { id: 'institution/many', after })).hits).toBeLessThan(small.hits * 1.5)
    }
    expect(found).toHaveLength(held)
    expect(found.at(-1)!.deadline).toBeNull()
    const dated = found.filter(({ deadline }) => deadline)
    expect(found.slice(dated.length).map(({ id }) => id)).toEqual(
      found
        .slice(dated.length)
        .map(({ id }) => id)
        .sort(),
    )
    expect(dated.map(({ deadline }) => deadline!)).toEqual(dated.map(({ deadline }) => deadline!).sort(compare))
    expect(new Set(found.map(({ id }) => id)).size).toBe(held)
  })

  test.each([1, 2, 3])(
    'what lies %i steps around a commitment costs the same beside a large hub as beside a small one',
    async depth => {
      const around = `query ($id: ID!) { neighbourhood(id: $id, depth: ${depth}, limit: 50) { nodes { id } relationships { id type } } }`
      const small = await profile(around, { id: 'commitment/hub-few/00001' })
      const large = await profile(around, { id: 'commitment/hub-many/00001' })
      expect(large.hits).toBeLessThan(small.hits * 1.3)
    },
  )

  test.each([1, 2])('what lies %i steps around a large hub costs the same as around a small one', async depth => {
    const around = `query ($id: ID!) { neighbourhood(id: $id, depth: ${depth}) { nodes { id } relationships { id type } } }`
    const small = await profile(around, { id: 'institution/few' })
    const large = await profile(around, { id: 'institution/many' })
    expect(large.hits).toBeLessThan(small.hits * 1.3)
  })

  test.each(['obligations', 'relationships'] as const)('how many %s there are is known without reading them', async field => {
    const count = `query ($id: ID!) { institution(id: $id, asOf: { validAt: "2020-06-01" }) { ${field} { totalCount } } }`
    const answer = await api.data<{ institution: { [Field in typeof field]: { totalCount: number } } }>(count, {
      id: 'institution/many',
    })
    // Every tenth ended in 2020, and the last of all is set aside.
    expect(answer.institution[field].totalCount).toBe(many - many / 10 - 1)
    const { hits } = await profile(count, { id: 'institution/many' })
    expect(hits).toBeLessThan(many)
  })

  test.each([
    ['all relationships', 'relationships('],
    ['relationships of some types', 'relationships(filter: { types: [HANDLES, CONTAINS, AMENDS] }, '],
    ['all that is handled', 'whoHandles('],
  ])('how many there are of %s is known without reading them', async (_, field) => {
    const asked = `query ($first: Int! = 1, $after: String) {
      found: ${field}first: $first, after: $after, asOf: { validAt: "2020-06-01" }) { totalCount edges { cursor } } }`
    interface Found {
      found: { totalCount: number; edges: { cursor: string }[] }
    }
    const pages: Found['found'][] = []
    do {
      const { found } = await api.data<Found>(asked, { first: 1000, after: pages.at(-1)?.edges.at(-1)?.cursor ?? null })
      pages.push(found)
    } while (pages.at(-1)!.edges.length > 0)
    const read = pages.flatMap(({ edges }) => edges).length
    expect(pages.at(-1)!.totalCount).toBe(read)
    expect(read).toBeGreaterThan(many)
    const { hits } = await profile(asked.replace('edges { cursor }', ''), {})
    expect(hits).toBeLessThan(many)
  })

  test.each([
    [
      'a list',
      'commitments(filter: { handledBy: { id: [$id] }, deadline: { onOrAfter: $from, before: $to } }, orderBy: DEADLINE_ASC)',
    ],
    ['a traversal', 'institution(id: $id) { obligations(filter: { deadline: { onOrAfter: $from, before: $to } })'],
  ])('%s of what of a hub is due in a span of days costs what is due', async (kind, field) => {
    const asked = `${field} { totalCount edges { node { id deadline } } }${kind === 'a list' ? '' : ' }'}`
    const query = `query ($id: ID!, $from: Date!, $to: Date!) { ${asked} }`
    const days = { from: '2020-01-11', to: '2020-01-21' }
    const answer = await api.data<object>(query, { id: 'institution/many', ...days })
    // One of the ten has ended.
    expect(JSON.stringify(answer).match(/commitment\/hub-many/g)).toHaveLength(9)
    const small = await profile(query, { id: 'institution/few', ...days })
    const large = await profile(query, { id: 'institution/many', ...days })
    expect(large.hits).toBeLessThan(small.hits * 1.3)
    expect(large.hits).toBeLessThan(many / 4)
  })

  test.each([
    ['commitments(first: 10)', 300, '{ commitments(first: 10) { edges { node { id } } } }'],
    ['commitments by deadline', 300, '{ commitments(first: 10, orderBy: DEADLINE_ASC) { edges { node { id } } } }'],
    [
      'a deep page of commitments by deadline',
      300,
      '{ commitments(first: 10, orderBy: DEADLINE_ASC, after: "2028-01-01~commitment/one") { edges { node { id } } } }',
    ],
    [
      'commitments whose label, in any language, begins so',
      300,
      '{ commitments(filter: { label: { startsWith: "commitment/hub-many/0000" } }) { totalCount edges { node { id } } } }',
    ],
    ['commitments by label', 300, '{ commitments(first: 10, orderBy: LABEL_ASC) { edges { node { id } } } }'],
    [
      'a deep page of commitments by label',
      300,
      '{ commitments(first: 10, orderBy: LABEL_ASC, after: "commitment/hub-many/02000~commitment/hub-many/02000") { edges { node { id } } } }',
    ],
    [
      'whoHandles of an institution',
      300,
      '{ whoHandles(institution: "institution/many", first: 10) { edges { node { role } } } }',
    ],
    [
      'commitments of a theme',
      300,
      '{ commitments(filter: { theme: ["theme/many"], verifiable: true }, first: 10) { edges { node { id } } } }',
    ],
    ['whoHandles of a theme', 400, '{ whoHandles(theme: "theme/many", first: 10) { edges { node { role } } } }'],
    [
      'a deep page of whoHandles of a theme',
      400,
      '{ whoHandles(theme: "theme/many", first: 10, after: "commitment/hub-many/02000~institution/many~statement/0") { edges { node { role } } } }',
    ],
    // A theme with 400 commitments is read, not the 4,000 that the body handles.
    [
      'what an institution handles under a small theme',
      5000,
      '{ institution(id: "institution/many") { obligations(filter: { theme: ["theme/few"] }) { totalCount } } }',
    ],
    [
      'commitments under a small theme that an institution handles',
      5000,
      '{ commitments(filter: { theme: ["theme/few"], handledBy: { id: ["institution/many"] } }) { totalCount } }',
    ],
    [
      'commitments under a theme that a small institution handles',
      5000,
      '{ commitments(filter: { theme: ["theme/many"], handledBy: { id: ["institution/few"] } }) { totalCount } }',
    ],
    ['how much an institution handles', 1000, '{ whoHandles(institution: "institution/few") { totalCount } }'],
    ['what is overdue', 1000, '{ overdue(first: 10) { edges { node { id deadline } } } }'],
    ['whoHandles of all', 300, '{ whoHandles(first: 10) { edges { node { role } } } }'],
    // Each of the relationship types gives a page, of which the first rows are taken.
    ['all relationships', 1500, '{ relationships(first: 10) { edges { node { id } } } }'],
  ])('%s reads the page, not the graph', async (_, most, query) => {
    expect((await profile(query)).hits).toBeLessThan(most)
  })
})

interface Hub {
  readonly institution: {
    readonly obligations: {
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
    }
  }
}

/** The plan that Neo4j chose for an operation. */
function profile(query: string, variables: Record<string, unknown> = {}): ReturnType<typeof profileStatement> {
  return profileStatement(driver, prepare(schema, ontology, parse(query))!.bind(variables, new Date())!.statement)
}

/** A day of its own for each. */
function dayOf(index: number): CypherDate {
  return new CypherDate(new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10))
}

/** An institution and a theme with so many commitments; every tenth statement of the first ended in 2020, and its last is set aside. */
async function writeHub(name: string, size: number): Promise<void> {
  const institution = `institution/${name}`
  const commitments = Array.from({ length: size }, (_, index): EntityRecord => {
    const id = `commitment/hub-${name}/${String(index).padStart(5, '0')}`
    return {
      id,
      type: 'Commitment',
      properties: {
        ...{ labelEn: id, text: id, verbAsWritten: 'do', strength: 'PLEDGE', verifiable: true },
        ...(index < size - 30 && { deadline: dayOf(index) }),
      },
    }
  })
  const statements = commitments.map(({ id }, index): StatementRecord => {
    const ended = index % 10 === 0 ? { validTo: new CypherDate('2020-01-01') } : {}
    const rank = index === size - 1 ? { rank: 'DEPRECATED', rankReason: 'wrong' } : { rank: 'NORMAL' }
    return {
      type: 'HANDLES',
      from: institution,
      to: id,
      key: statementKey({ type: 'HANDLES', from: institution, to: id }, ['LEAD'], undefined),
      properties: { role: 'LEAD', basis: 'CURATED', source: 'https://example.org/', ...rank, ...ended },
    }
  })
  const theme = `theme/${name}`
  const about = commitments.map(
    ({ id }): StatementRecord => ({
      type: 'ABOUT',
      from: id,
      to: theme,
      key: statementKey({ type: 'ABOUT', from: id, to: theme }, [], undefined),
      properties: { basis: 'CURATED', source: 'https://example.org/', rank: 'NORMAL' },
    }),
  )
  const nodesAdded = [
    { id: theme, type: 'Theme', properties: { labelEn: name } },
    { id: institution, type: 'Institution', properties: { labelEn: name, kind: 'AGENCY' } },
    ...commitments,
  ]
  const nothing = { nodesChanged: [], nodesRemoved: [], statementsChanged: [], statementsRemoved: [] }
  await api.database.write(async run => {
    await run({ text: lockLedger, parameters: {} })
    return recordDifference(
      run,
      ontology,
      { ...nothing, nodesAdded, statementsAdded: [...statements, ...about] },
      { dataset: `hub-${name}` },
    )
  })
}
