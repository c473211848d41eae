import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CypherStatement } from '../../src/cypher/statement.ts'
import type { Database } from '../../src/database/connect.ts'
import { GroupedReads, usualGroups } from '../../src/database/groupReads.ts'
import { emptyDatabase } from '../setup/database.ts'
import { watchReads } from '../setup/watchReads.ts'

// Reads that wait at the same time are done once where they are equal, and show all that was written before the last of them came.

let database: Database

beforeAll(async () => {
  database = await emptyDatabase()
})
afterAll(() => database.close())

const places: CypherStatement = {
  text: 'RETURN [COUNT { MATCH (p:Place) WHERE p.id STARTS WITH $start }] AS values',
  parameters: { start: 'place/' },
}
const kind = {}
const count = (statement: CypherStatement) => ({ statement, kind, batch: undefined })

/** One read at a time, each of which begins when the gate opens. */
function openReads() {
  const ran: CypherStatement[] = []
  let open = (): void => {}
  const gate = new Promise<void>(resolve => {
    open = resolve
  })
  const watched = watchReads(database, ran)
  const gated: Database = {
    ...watched,
    readValues: async (statement, timeout) => {
      await gate
      return watched.readValues(statement, timeout)
    },
  }
  return { ran, open, reads: new GroupedReads(gated, 30, { ...usualGroups, mostShared: 1, mostAlone: 1 }) }
}

async function write(text: string): Promise<void> {
  await database.write(run => run({ text, parameters: {} }))
}

test('a hundred equal reads that wait take one statement; others, and the one under way, take their own', async () => {
  const { reads, ran, open } = openReads()
  const other = { ...places, parameters: { start: 'place/none' } }
  const first = reads.run(count(places))
  const equal = Array.from({ length: 100 }, () => reads.run(count({ ...places, parameters: { ...places.parameters } })))
  const others = [reads.run(count(other)), reads.run({ ...count(places), kind: {} })]
  open()
  await Promise.all([first, ...equal, ...others])
  expect(ran).toHaveLength(4)
  expect(ran.filter(({ parameters }) => parameters === other.parameters)).toHaveLength(1)
})

test('a read that joins one that waits shows what was written before it came', async () => {
  const { reads, ran, open } = openReads()
  const before = reads.run(count(places))
  const waiting = reads.run(count(places))
  await write(`CREATE (:Entity:Place { id: 'place/new' })`)
  const joining = reads.run(count(places))
  open()
  expect(await before).toEqual([1])
  expect(await Promise.all([waiting, joining])).toEqual([[1], [1]])
  expect(ran).toHaveLength(2)
})

test('a fault is told to all who wait for the read, and to nobody else', async () => {
  const { reads, open } = openReads()
  const wrong = { text: 'RETURN [toString(date($day))] AS values', parameters: { day: 'no day' } }
  const first = reads.run(count(places))
  const faulty = { statement: wrong, kind: wrong, batch: undefined }
  const refused = Promise.allSettled([reads.run(faulty), reads.run(faulty)])
  const sound = reads.run(count(places))
  open()
  expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(Promise.all([first, sound])).resolves.toHaveLength(2)
})
