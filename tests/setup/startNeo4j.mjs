import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { archivedClasses, javaProgram, readJars } from '../../dist/database/embedded.js'
import { writeSettings } from '../../dist/database/neo4jSettings.js'

const program = fileURLToPath(new URL('ManyNeo4j.java', import.meta.url))
const settings = { port: 0, pageCacheMegabytes: 128, transactionTimeoutSeconds: 60 }
/** Most of the time of the tests goes to planning; a plan that was made for the data of another test is right, though it may be slow. */
const keepPlans = 'dbms.cypher.min_replan_interval=1d\n'

/** Starts a Neo4j for each worker of this test run, each on a home of its own; `useNeo4j.mjs` tells a worker which is its. */
export default async function startNeo4j({ maxWorkers }) {
  const folder = await mkdtemp(join(tmpdir(), 'pacta-test-'))
  const jars = await readJars()
  const homes = Array.from({ length: maxWorkers }, (_, worker) => join(folder, String(worker)))
  for (const home of homes) await appendFile(await writeSettings(home, jars, settings), keepPlans)
  const password = randomUUID()
  const { ports, stop } = await startJava(homes, jars, password, join(folder, 'neo4j.log'))
  globalThis.pactaTest = { folder, stop }
  // Those that tests start live for seconds: compiling them for long service costs more than that gives back.
  process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1'
  process.env.PACTA_TEST_ADDRESSES = JSON.stringify(ports.map(port => ({ uri: `bolt://127.0.0.1:${port}`, password })))
}

async function startJava(homes, jars, password, logFile) {
  // Tests ask for throughput; what collects garbage beside them would take their processors.
  const memory = [`-Xms${homes.length * 500}m`, `-Xmx${homes.length * 700}m`, '-XX:+UseParallelGC']
  const log = await open(logFile, 'w')
  const child = spawn(
    javaProgram(process.env.JAVA_HOME),
    [...memory, ...archivedClasses, '-cp', jars.join(delimiter), program, ...homes],
    {
      stdio: ['pipe', 'pipe', log.fd],
    },
  )
  await log.close()
  const exited = new Promise(resolve => child.once('exit', resolve))
  child.stdin.write(`${password}\n`)
  const line = await Promise.race([
    new Promise(resolve => createInterface({ input: child.stdout }).once('line', resolve)),
    exited.then(code => Promise.reject(new Error(`Neo4j ended with ${code}; ${logFile} says why.`))),
  ])
  const stop = async () => {
    child.stdin.end()
    await exited
  }
  return { ports: JSON.parse(line), stop }
}
