import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CypherDate } from '../../src/cypher/statement.ts'
import { emptyDatabase } from '../setup/database.ts'
import { openProfiler, profile } from '../setup/profile.ts'
import { entity, revise, statement } from '../setup/revise.ts'
import { openApi, type SeededApi } from '../setup/seededApi.ts'

// Ways to a body that very many things are tied to: what is around the other end is looked at, not all that crowds there. They are
// the same as before the crowd came, when both ends were searched from.

const hub = 'institution/hub'
const crowd = 12_000
let api: SeededApi
let at: string

const commitment = (name: string) =>
  entity('Commitment', `commitment/${name}`, name, { text: name, verbAsWritten: 'do', strength: 'PLEDGE', verifiable: true })
const institution = (name: string) => entity('Institution', `institution/${name}`, name, { kind: 'AGENCY' })
const handles = (body: string, name: string, properties: Record<string, unknown> = {}) =>
  statement('HANDLES', `institution/${body}`, `commitment/${name}`, { role: 'LEAD', ...properties })

/** What is asked about the ways between the hub and a body, and how far off the body then is; undefined when there is no way. */
const ways = [
  ['two commitments in common', 'common', {}, 2],
  ['the first of them deprecated', 'doubted', {}, 2],
  ['only ways of a type that is asked for', 'mixed', { types: ['GOVERNS'] }, undefined],
  ['a way of two types, asked for by both', 'mixed', { types: ['HANDLES', 'PART_OF'] }, 2],
  ['a direct way', 'part', {}, 1],
  ['a direct way from a later day on, on a day before', 'joins', { asOf: { validAt: '2019-06-01' } }, 2],
  ['a direct way from a later day on, on a day after', 'joins', { asOf: { validAt: '2021-06-01' } }, 1],
  ['nothing in common', 'far', {}, 3],
  ['nothing in common, and no longer ways asked for', 'far', { maxLength: 2 }, undefined],
  ['only direct ways asked for', 'common', { maxLength: 1 }, undefined],
  ['one way of several asked for', 'common', { first: 1 }, 2],
  ['ways of several lengths', 'part', { first: 20, maxLength: 6 }, 1],
  ['nothing around it', 'alone', {}, undefined],
  ['itself', 'hub', {}, undefined],
] as const
const cases = ways.flatMap(([what, name, given, length]) =>
  ['from the hub', 'to the hub'].map(direction => ({
    what: `${what}, ${direction}`,
    length,
    variables: { ...ends(direction === 'from the hub', `institution/${name}`), first: 5, maxLength: 4, ...given },
  })),
)
const before = new Map<string, string>()

function ends(fromHub: boolean, id: string): { from: string; to: string } {
  return fromHub ? { from: hub, to: id } : { from: id, to: hub }
}

interface Found {
  readonly paths: readonly { readonly length: number; readonly nodes: readonly { readonly id: string }[] }[]
}

/** The answer as text. How long and how many is written in the query, which is another search than one told by variables. */
async function ask(variables: (typeof cases)[number]['variables'], written: boolean, asOf: object = {}): Promise<string> {
  const numbers = written
    ? `first: ${variables.first}, maxLength: ${variables.maxLength}`
    : 'first: $first, maxLength: $maxLength'
  const declared = written ? '' : ', $first: Int!, $maxLength: Int!'
  const query = `query ($from: ID!, $to: ID!, $types: [RelationshipType!], $asOf: AsOf${declared}) {
    paths(from: $from, to: $to, types: $types, asOf: $asOf, ${numbers}) { length nodes { id } relationships { id type } } }`
  const { first, maxLength, ...named } = variables
  const asked = 'asOf' in variables ? { ...variables.asOf, ...asOf } : asOf
  return JSON.stringify(await api.data<Found>(query, { ...named, asOf: asked, ...(written ? {} : { first, maxLength }) }))
}

beforeAll(async () => {
  api = openApi(await emptyDatabase())
  const bodies = ['hub', 'common', 'doubted', 'mixed', 'part', 'joins', 'far', 'alone', 'between'].map(institution)
  const commitments = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'crowd'].map(commitment)
  const { revision: _, ...first } = await revise(api.database, {
    nodesAdded: [...bodies, ...commitments],
    statementsAdded: [
      ...['a', 'b'].flatMap(name => ['hub', 'common'].map(body => handles(body, name))),
      ...[handles('doubted', 'a', { rank: 'DEPRECATED' }), handles('doubted', 'b')],
      ...[handles('hub', 'c'), statement('PART_OF', 'institution/between', hub), handles('mixed', 'c')],
      statement('PART_OF', 'institution/mixed', 'institution/between'),
      ...[statement('PART_OF', 'institution/part', hub), handles('part', 'd'), handles('hub', 'd'), handles('between', 'd')],
      ...[
        handles('joins', 'e'),
        handles('hub', 'e'),
        statement('PART_OF', 'institution/joins', hub, { validFrom: new CypherDate('2020-01-01') }),
      ],
      ...[handles('far', 'f'), handles('between', 'f')],
      handles('hub', 'crowd'),
    ],
  })
  at = first.at
  for (const { what, variables } of cases) before.set(what, await ask(variables, true))
  await api.database.write(run =>
    run({
      text: `MATCH (body:Entity { id: $hub }), (one:Entity { id: 'commitment/crowd' })-[handling:HANDLES]-()
        UNWIND range(1, $crowd) AS number
        CREATE (body)-[copy:HANDLES]->(other:Entity:Commitment { id: one.id + '-' + number })
        SET copy = handling { .*, id: handling.id + '-' + number }, other += one { .*, id: other.id }`,
      parameters: { hub, crowd },
    }),
  )
}, 120_000)
afterAll(() => api.close())

describe('the ways to a crowded body are those that there were before the crowd came', () => {
  test.each(cases)('$what', async ({ what, length, variables }) => {
    const then = before.get(what)!
    const [nearest] = (JSON.parse(then) as Found).paths
    expect(nearest?.length).toBe(length)
    expect(await ask(variables, true)).toBe(then)
    if ('types' in variables) return
    expect(await ask(variables, false)).toBe(then)
    expect(await ask(variables, false, { knownAt: at })).toBe(then)
  })
})

test.each([true, false])(
  'what crowds at a body is not read when another is beside it or has a neighbour in common',
  async fromHub => {
    const driver = openProfiler()
    try {
      const read = async (id: string) => {
        await ask({ ...ends(fromHub, id), first: 1, maxLength: 6 }, true)
        return (await profile(driver, api.ran.at(-1)!)).hits
      }
      expect(await read('institution/part')).toBeLessThan(500)
      expect(await read('institution/common')).toBeLessThan(500)
      expect(await read('institution/far')).toBeGreaterThan(crowd)
    } finally {
      await driver.close()
    }
  },
)
