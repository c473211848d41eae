import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Driver, Plan } from 'neo4j-driver'
import { printSteps } from '../../src/cypher/foundPaths.ts'
import { Printing } from '../../src/cypher/printing.ts'
import { printPathsOfLength } from '../../src/cypher/printPathsOfLength.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { flatten, openProfiler } from '../setup/profile.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

// Steps from two ends are joined where they meet. Neo4j holds one side in memory while the other one passes by: it must hold what
// leads from the quiet end, or a body with 200,000 relationships fills the memory.

const ontology = readOntology()
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

const all = [...ontology.relationshipTypes.values()]
const some = all.filter(({ name }) => ['HANDLES', 'GOVERNS', 'PART_OF'].includes(name))

test.each(
  [2, 3, 4].flatMap(length =>
    [
      { what: 'all types', types: all },
      { what: 'some types', types: some },
      { what: 'one type', types: some.slice(0, 1) },
    ].flatMap(({ what, types }) => [
      { what, length, types, quiet: 'a', crowded: 'b' },
      { what, length, types, quiet: 'b', crowded: 'a' },
    ]),
  ),
)('$length steps of $what: those from $quiet are held', async ({ length, types, quiet, crowded }) => {
  const printing = new Printing(ontology, 'lists')
  const asOf = { validAt: undefined, knownAt: undefined }
  const [steps, ending] = [printSteps(printing, types, asOf), printSteps(printing, types, asOf)]
  const ends = { from: 'a', to: 'b', first: '5', quiet, crowded, forth: 'forth', degrees: { quiet: '1', crowded: '9' } }
  const search = printPathsOfLength(printing, ends, length, steps, ending)
  const text = `EXPLAIN MATCH (a:Entity { id: 'institution/europol' }) MATCH (b:Entity { id: 'institution/frontex' })
    CALL (a, b) { WITH a, b, true AS forth RETURN ${search} AS found } RETURN size(found)`
  const session = driver.session()
  try {
    const { summary } = await session.run(text, { p0: null })
    const [join] = flatten(summary.plan as Plan).filter(({ operatorType }) => operatorType.startsWith('NodeHashJoin'))
    const [held, passing] = join!.children.map(child => JSON.stringify(flatten(child).map(each => each.arguments['Details'])))
    expect(held).toContain(`(${quiet})`)
    expect(passing).toContain(`(${crowded})`)
  } finally {
    await session.close()
  }
})
