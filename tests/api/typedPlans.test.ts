import { expect, test } from '@jest/globals'
import { parse } from 'graphql'
import { buildGraphQLSchema } from '../../src/api/graphql/buildSchema.ts'
import { prepare } from '../../src/api/prepare.ts'

// An id tells the type of what it identifies, so a question about one thing is planned for this type alone.

const { ontology, schema } = buildGraphQLSchema()

/** The statements that answer a query with each of these variables. */
function printAll(query: string, ...variables: Record<string, unknown>[]): string[] {
  const prepared = prepare(schema, ontology, parse(query))!
  return variables.map(values => prepared.bind(values, new Date())!.statement.text)
}

const either = `{ id ... on Institution { kind } ... on Commitment { deadline } relationships(first: 5) { edges { node { id } } } }`

test.each([
  ['in a variable', `query ($id: ID!) { entity(id: $id) ${either} }`],
  ['in the query', `{ entity(id: "institution/europol") ${either} }`],
])('what is asked only of other types does not reach Neo4j: the id %s', (_, query) => {
  const [text] = printAll(query, { id: 'institution/europol' })
  expect(text).toContain('(n0:Institution)')
  expect(text).toContain('.kind')
  expect(text).not.toContain('.deadline')
  expect(text).not.toContain('ABOUT')
})

test('there is one statement for each type, and one for ids that are of none', () => {
  const query = `query ($id: ID!) { entity(id: $id) ${either} }`
  const ids = ['commitment/a', 'institution/b', 'commitment/c', 'nothing/d', '', 'institution/e', 'nothing']
  const texts = printAll(query, ...ids.map(id => ({ id })))
  expect(texts.map(text => texts.indexOf(text))).toEqual([0, 1, 0, 3, 3, 1, 3])
  expect(texts[3]).toContain('(n0:Entity)')
})

test('of several ids that come with a request the first decides, so that types do not multiply', () => {
  const query = `query ($one: ID!, $other: ID!) { one: entity(id: $one) ${either} other: entity(id: $other) ${either} }`
  const [first, second, third] = printAll(
    query,
    { one: 'institution/a', other: 'theme/b' },
    { one: 'institution/a', other: 'commitment/c' },
    { one: 'commitment/c', other: 'institution/a' },
  )
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('the ends of relationships are of the types that can stand there', () => {
  const ends = '{ edges { node { from { __typename id } to { __typename id ... on Passage { text } } } } }'
  const [triggered, made] = [
    printAll(`{ relationships(filter: { types: [TRIGGERED] }) ${ends} }`, {})[0]!,
    printAll(`query ($id: ID!) { relationships(filter: { from: $id }) ${ends} }`, { id: 'commitment/a' })[0]!,
  ]
  expect(triggered).not.toMatch(/:Passage|:Document|\.text/)
  expect(made).toMatch(/:Passage/)
  expect(made).not.toMatch(/HANDLES|SIGNED|:Document|:Person/)
})
