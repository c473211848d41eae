import { getHeapSpaceStatistics } from 'node:v8'
import { expect, test } from '@jest/globals'
import { connectToTestDatabase } from '../setup/database.ts'

/** How many bytes are among the old. */
function countOld(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')!.space_used_size
}

test('what an answer is read into is not taken for long-lived, though answers before it were kept', async () => {
  const database = await connectToTestDatabase()
  const read = () => database.readValues({ text: 'RETURN [x IN range(1, 200) | [x, toString(x)]] AS lists', parameters: {} })
  try {
    const kept: unknown[] = []
    for (let i = 0; i < 2000; i++) kept.push(await read())
    expect(kept.splice(0)).toHaveLength(2000)
    let grown = 0
    for (let round = 0; round < 40; round++) {
      const before = countOld()
      for (let i = 0; i < 50; i++) await read()
      // Less are there when the heap was looked through meanwhile.
      grown += Math.max(0, countOld() - before)
    }
    // An answer is some 40 kB of lists.
    expect(grown / 2000).toBeLessThan(10_000)
  } finally {
    await database.close()
  }
})
