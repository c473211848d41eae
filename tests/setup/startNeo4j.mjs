import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../dist/database/embedded.js'

/** Starts the one Neo4j of this test run, on a home of its own. */
export default async function startNeo4j() {
  const home = await mkdtemp(join(tmpdir(), 'pacta-test-'))
  const javaHome = process.env.JAVA_HOME
  // Each Neo4j of the tests lives for seconds or minutes: compiling it for long service costs more than that gives back.
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1'
  const neo4j = await startEmbedded({
    home,
    onProgress: () => {},
    heapMegabytes: 700,
    pageCacheMegabytes: 128,
    ...(javaHome && { javaHome }),
  })
  process.env.PACTA_TEST_URI = neo4j.uri
  process.env.PACTA_TEST_PASSWORD = neo4j.password
  globalThis.pactaTest = { neo4j, home }
}
