import { rm } from 'node:fs/promises'

/** Stops every Neo4j of this test run and removes their homes. */
export default async function stopNeo4j() {
  await Promise.all(
    globalThis.pactaTest.map(async ({ neo4j, home }) => {
      await neo4j.stop()
      await rm(home, { recursive: true, force: true })
    }),
  )
}
