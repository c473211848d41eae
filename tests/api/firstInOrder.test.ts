import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { emptyDatabase } from '../setup/database.ts'
import { openProfiler, profile } from '../setup/profile.ts'
import { entity, revise, statement } from '../setup/revise.ts'
import { openApi, type SeededApi } from '../setup/seededApi.ts'

// The first of very many that a body handles, by label: Neo4j reads labels in their order until the page is full, not all that it handles.

const crowd = 9000
let api: SeededApi

beforeAll(async () => {
  api = openApi(await emptyDatabase())
  const one = entity('Commitment', 'commitment/one', 'one', {
    text: 'one',
    verbAsWritten: 'do',
    strength: 'PLEDGE',
    verifiable: true,
  })
  const bodies = ['hub', 'other'].map(name => entity('Institution', `institution/${name}`, name, { kind: 'AGENCY' }))
  await revise(api.database, {
    nodesAdded: [...bodies, one],
    statementsAdded: [statement('HANDLES', 'institution/hub', 'commitment/one', { role: 'LEAD' })],
  })
  // Labels are in another order than ids; every third is handled by the other body instead, and every seventh in two roles.
  await api.database.write(run =>
    run({
      text: `MATCH (hub:Entity { id: 'institution/hub' })-[handling:HANDLES]->(one), (other:Entity { id: 'institution/other' })
        UNWIND range(1, $crowd) AS number
        CREATE (copy:Entity:Commitment)
        SET copy = one { .*, id: one.id + '-' + number, labelEn: 'label ' + (10000 + number * 7919 % $crowd) }
        SET copy.sortLabel = copy.labelEn
        WITH *, CASE WHEN number % 3 = 0 THEN other ELSE hub END AS body
        UNWIND CASE WHEN number % 7 = 0 THEN ['LEAD', 'SUPPORT'] ELSE ['LEAD'] END AS role
        CREATE (body)-[said:HANDLES]->(copy)
        SET said = handling { .*, role: role, id: handling.id + role + number, fromId: body.id, toId: copy.id }`,
      parameters: { crowd },
    }),
  )
}, 120_000)
afterAll(() => api.close())

interface Listed {
  readonly institution: {
    readonly obligations: {
      readonly edges: readonly { readonly cursor: string; readonly role: string; readonly node: { readonly label: string } }[]
    }
  }
}

async function ask(
  first: number,
  order: string,
  after: string | null = null,
): Promise<Listed['institution']['obligations']['edges']> {
  const paged = after === null ? '' : `, after: ${JSON.stringify(after)}`
  const query = `query ($first: Int!) { institution(id: "institution/hub") {
    obligations(first: $first, orderBy: ${order}${paged}) { edges { cursor role node { label } } } } }`
  return (await api.data<Listed>(query, { first })).institution.obligations.edges
}

test.each(['LABEL_ASC', 'LABEL_DESC'])('%s: the first page begins the order that the next ones go on with', async order => {
  const page = await ask(30, order)
  const labels = page.map(({ node }) => node.label)
  expect(labels).toEqual(order === 'LABEL_ASC' ? [...labels].sort() : [...labels].sort().reverse())
  // From the first row on, pages are read from all that the body handles.
  const [{ cursor }] = page as [(typeof page)[number]]
  expect(await ask(29, order, cursor)).toEqual(page.slice(1))
  expect(await ask(5, order)).toEqual(page.slice(0, 5))
})

test('the first page by label reads far less than the body handles', async () => {
  const driver = openProfiler()
  try {
    await ask(10, 'LABEL_ASC')
    expect((await profile(driver, api.ran.at(-1)!)).hits).toBeLessThan(2000)
    // Of a page this long, too few are found soon: all are read and sorted.
    await ask(100, 'LABEL_ASC')
    expect((await profile(driver, api.ran.at(-1)!)).hits).toBeLessThan(crowd * 12)
  } finally {
    await driver.close()
  }
})
