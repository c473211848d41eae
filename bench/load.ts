import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import type { Address } from '../src/database/connect.ts'
import { type Embedded, javaProgram, readJars, startEmbedded } from '../src/database/embedded.ts'
import { writeSettings } from '../src/database/neo4jSettings.ts'
import { Domain, generatorVersion } from './domain.ts'
import { importFiles } from './generate.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Says which revision the graph is of. Pacta raises its format when it starts, as it does after an import of its own. */
const ledger = `CREATE (:Ledger { id: 'ledger', revision: 1, at: datetime(), format: 3 }), (:Revision { number: 1, at: datetime() })`

/** A Neo4j that holds the generated graph of a size. */
export interface LoadedGraph {
  readonly domain: Domain
  readonly neo4j: Embedded
  /** How long it took to load, when it was not there already. */
  readonly secondsToLoad?: number
}

/** Starts Neo4j on the graph of so many nodes, which is generated and loaded first unless an earlier run has left it. */
export async function openGraph(size: number, onProgress: (step: string) => void): Promise<LoadedGraph> {
  const domain = new Domain(size)
  const home = fileURLToPath(new URL(`.data/${size}`, import.meta.url))
  const heapMegabytes = size > 300_000 ? 3072 : 1536
  const start = () => startEmbedded({ home, onProgress, heapMegabytes, ...javaHome() })
  const mark = join(home, 'generated.json')
  const schema = await readConstraints()
  const wanted = JSON.stringify({ generatorVersion, size, schema })
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return { domain, neo4j: await start() }

  const began = performance.now()
  await rm(home, { recursive: true, force: true })
  await importGraph(domain, home, onProgress)
  const started = await start()
  onProgress('Building the indexes…')
  await makeIndexes(started, schema)
  await run(started, ledger)
  await writeFile(mark, wanted)
  return { domain, neo4j: started, secondsToLoad: (performance.now() - began) / 1000 }
}

/** Writes the graph as CSV files and hands them to Neo4j's own importer, which makes the store before Neo4j first starts. */
async function importGraph(domain: Domain, home: string, onProgress: (step: string) => void): Promise<void> {
  const folder = join(home, 'csv')
  await mkdir(folder, { recursive: true })
  const files = importFiles(domain)
  for (const kind of ['nodes', 'relationships'] as const) {
    onProgress(`Generating the ${kind}…`)
    for (const { name, lines } of files.filter(file => file.kind === kind))
      await pipeline(Readable.from(pages(lines())), createWriteStream(join(folder, name)))
  }
  onProgress(`Importing ${domain.size} nodes…`)
  const jars = await readJars()
  const neo4jHome = join(home, 'neo4j')
  await writeSettings(neo4jHome, jars, { port: 0, pageCacheMegabytes: 512, transactionTimeoutSeconds: 60 })
  const arguments_ = [
    ...['database', 'import', 'full', 'neo4j', '--id-type=integer', '--overwrite-destination', '--verbose'],
    ...files.map(({ kind, labels, name }) => `--${kind}=${labels}=${join(folder, name)}`),
  ]
  const memory = domain.size > 300_000 ? '-Xmx3g' : '-Xmx1g'
  await runJava(
    [memory, '-cp', jars.join(delimiter), 'org.neo4j.cli.AdminTool', ...arguments_],
    neo4jHome,
    join(home, 'import.log'),
  )
  await rm(folder, { recursive: true })
}

/** Lines joined to pieces large enough to write at once. */
function* pages(lines: Iterable<string>): Iterable<string> {
  let page = ''
  for (const line of lines) {
    page += `${line}\n`
    if (page.length > 500_000) {
      yield page
      page = ''
    }
  }
  yield page
}

async function runJava(parameters: readonly string[], neo4jHome: string, logFile: string): Promise<void> {
  const log = await open(logFile, 'w')
  const java = spawn(javaProgram(process.env['JAVA_HOME']), parameters, {
    stdio: ['ignore', log.fd, log.fd],
    env: { ...process.env, NEO4J_HOME: neo4jHome, NEO4J_CONF: neo4jHome },
    cwd: neo4jHome,
  })
  const code = await new Promise<number | null>((resolve, reject) => java.once('exit', resolve).once('error', reject))
  await log.close()
  if (code !== 0) throw new Error(`Neo4j's importer failed (${code}):\n${(await readFile(logFile, 'utf8')).slice(-3000)}`)
}

/** Makes constraints and indexes by these statements, and waits until they are built. */
export async function makeIndexes(address: Address, statements: readonly string[]): Promise<void> {
  await run(address, ...statements)
  await run(address, 'CALL db.awaitIndexes(1800)')
}

async function run({ uri, username, password }: Address, ...statements: readonly string[]): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
  const session = driver.session()
  try {
    for (const statement of statements) await session.run(statement, {}, { timeout: 1_800_000 })
  } finally {
    await session.close()
    await driver.close()
  }
}

/** The statements of the derived script of constraints and indexes. */
export async function readConstraints(): Promise<string[]> {
  const text = await readFile(join(root, 'cypher/constraints.cypher'), 'utf8')
  return text
    .replace(/^\/\/.*$/gm, '')
    .trim()
    .split(/;\s*/)
    .filter(Boolean)
}

function javaHome(): { javaHome?: string } {
  const { JAVA_HOME } = process.env
  return JAVA_HOME ? { javaHome: JAVA_HOME } : {}
}
