import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../dist/database/embedded.js'

/** Starts the one Neo4j of this test run, on a home of its own. */
export default async function startNeo4j() {
  const home = await mkdtemp(join(tmpdir(), 'pacta-test-'))
  const javaHome = process.env.JAVA_HOME
  const neo4j = await startEmbedded({
    home,
    onProgress: () => {},
    heapMegabytes: 700,
    pageCacheMegabytes: 128,
    ...(javaHome && { javaHome }),
  })
  // Those that tests start live for seconds: compiling them for long service costs more than that gives back.
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1'
  process.env.PACTA_TEST_URI = neo4j.uri
  process.env.PACTA_TEST_PASSWORD = neo4j.password
  globalThis.pactaTest = { neo4j, home }
}
