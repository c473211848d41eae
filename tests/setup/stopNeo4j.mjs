import { rm } from 'node:fs/promises'

/** Stops every Neo4j of this test run and removes their homes. */
export default async function stopNeo4j() {
  const { folder, stop } = globalThis.pactaTest
  await stop()
  await rm(folder, { recursive: true, force: true })
}
