import neo4j from 'neo4j-driver'
import type { Embedded } from '../src/database/embedded.ts'
import { type Contender, cachedContender } from './contenders.ts'
import type { Domain } from './domain.ts'
import { q1 } from './queries/q1.ts'

const change = 'MATCH (c:Commitment { id: $id }) WITH c, c.strength AS before SET c.strength = $value RETURN before'

/**
 * Changes a value in Neo4j without a new revision, so that an answer shows whether Neo4j was asked for it. Throws when a
 * contender caches that must not, or the cached one does not: its figures would be those of another thing.
 */
export async function proveWhoCaches(
  contenders: readonly Contender[],
  domain: Domain,
  { uri, username, password }: Embedded,
): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
  const id = domain.id('Commitment', 0)
  const set = async (value: string): Promise<string> => {
    const { records } = await driver.executeQuery(change, { id, value })
    return records[0]!.get('before') as string
  }
  try {
    for (const contender of contenders) {
      const ask = async () => ((await contender.answer(q1, { id })) as { strength: string }).strength
      const before = await set('PLEDGE')
      await ask()
      await ask()
      await set('EXPLORE')
      const cached = (await ask()) === 'PLEDGE'
      await set(before)
      if (cached !== (contender.name === cachedContender))
        throw new Error(
          `${contender.name} ${cached ? 'answers out of a cache, which it must not' : 'does not answer out of its cache'}.`,
        )
    }
  } finally {
    await driver.close()
  }
}
