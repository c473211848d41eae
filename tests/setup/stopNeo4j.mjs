import { rm } from 'node:fs/promises'

/** Stops the Neo4j of this test run and removes its home. */
export default async function stopNeo4j() {
  const { neo4j, home } = globalThis.pactaTest
  await neo4j.stop()
  await rm(home, { recursive: true, force: true })
}
