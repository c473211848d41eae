import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../dist/database/embedded.js'

/** Starts a Neo4j for each worker of this test run, each on a home of its own; `useNeo4j.mjs` tells a worker which is its. */
export default async function startNeo4j({ maxWorkers }) {
  globalThis.pactaTest = await Promise.all(Array.from({ length: maxWorkers }, startOne))
  // Those that tests start live for seconds: compiling them for long service costs more than that gives back.
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1'
  const addresses = globalThis.pactaTest.map(({ neo4j: { uri, password } }) => ({ uri, password }))
  process.env.PACTA_TEST_ADDRESSES = JSON.stringify(addresses)
}

async function startOne() {
  const home = await mkdtemp(join(tmpdir(), 'pacta-test-'))
  const javaHome = process.env.JAVA_HOME
  const neo4j = await startEmbedded({
    home,
    onProgress: () => {},
    heapMegabytes: 700,
    pageCacheMegabytes: 128,
    ...(javaHome && { javaHome }),
  })
  return { neo4j, home }
}
