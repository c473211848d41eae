import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts'
import { Domain } from '../domain.ts'
import { graphLines } from '../lines.ts'
import { writeStoredRows } from './storedRows.ts'

// `npm run bench -- loading [NODES]`: how fast files are loaded, beside plain batches of the same rows; memory on Linux.
const [nodes = '100000'] = process.argv.slice(2)
const domain = new Domain(Number(nodes))
const heapOfNode = 512
const heapMegabytes = domain.size > 300_000 ? 3072 : 1536
const memory = { heapMegabytes, pageCacheMegabytes: heapMegabytes }
const { PATH = '', HOME = '', JAVA_HOME, TSX_TSCONFIG_PATH = '' } = process.env
const usual = { PATH, HOME, TSX_TSCONFIG_PATH, ...(JAVA_HOME && { JAVA_HOME }) }
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const batch = 5000
/** How many sessions write plain batches at once, and whether constraints and indexes come before them or after. */
const plainWays = [
  { sessions: 1, indexes: 'first' },
  { sessions: 4, indexes: 'first' },
  { sessions: 1, indexes: 'last' },
] as const
const raw = fileURLToPath(new URL('rawLoad.ts', import.meta.url))

const folder = await mkdtemp(join(tmpdir(), 'pacta-loading-'))
try {
  const file = join(folder, 'graph.ndjson')
  console.error('Generating the file…')
  await pipeline(
    Readable.from(graphLines(domain)).map(line => `${line}\n`),
    createWriteStream(file),
  )
  await measureAll(file)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measureAll(file: string): Promise<void> {
  const stored = join(folder, 'stored.ndjson')
  let rows = 0
  const load = [program, 'load', '--dataset', 'bench', file]
  console.error('Loading through the driver…')
  const pacta = await onEmpty(async neo4j => {
    const measured = await measure(load, addressOf(neo4j))
    rows = await writeStoredRows(neo4j, stored)
    return measured
  })
  console.log(`${domain.size} nodes, ${rows - domain.size} relationships; the heap of Node is limited to ${heapOfNode} MB.\n`)
  console.log('| how | seconds | rows a second | × the best plain batches | most resident, MB |\n|---|---|---|---|---|')
  const plain = []
  for (const { sessions, indexes } of plainWays) {
    const how = `UNWIND in batches of ${batch}, sessions: ${sessions}, indexes ${indexes}`
    console.error(`${how}…`)
    const measured = await onEmpty(neo4j =>
      measure([...process.execArgv, raw, stored, String(batch), String(sessions), indexes], addressOf(neo4j)),
    )
    plain.push({ how, measured })
  }
  const best = Math.min(...plain.map(({ measured }) => measured.seconds))
  const print = (how: string, { seconds, resident }: Measured) =>
    console.log(
      `| ${how} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds)} | ${(best / seconds).toFixed(2)} | ${Math.round(resident)} |`,
    )
  for (const { how, measured } of plain) print(how, measured)
  print('`pacta load` through the driver', pacta)
  if (pacta.checked > 0) print('its writing alone, once all is checked', { ...pacta, seconds: pacta.seconds - pacta.checked })
  const home = join(folder, 'bulk')
  console.error('Importing…')
  print('`pacta load` into a new embedded Neo4j, its start included', await measure(load, { PACTA_HOME: home }))
}

interface Measured {
  readonly seconds: number
  /** After how many seconds a load said that it had read all of its files; 0 when it did not, as those that are held in memory. */
  readonly checked: number
  readonly resident: number
}

/** Runs a program of Node to its end. */
async function measure(words: readonly string[], environment: Record<string, string>): Promise<Measured> {
  const began = performance.now()
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...usual, ...environment, NODE_OPTIONS: `--max-old-space-size=${heapOfNode}` },
  })
  const elapsed = () => (performance.now() - began) / 1000
  let said = ''
  let checked = 0
  child.stderr.on('data', piece => {
    said = (said + piece).slice(-3000)
    if (checked === 0 && /Read \d+ records and/.test(said)) checked = elapsed()
  })
  let resident = 0
  const watch = setInterval(() => (resident = Math.max(resident, peakOf(child.pid!))), 100)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(watch)
  if (code !== 0) throw new Error(`${words.join(' ')} ended with code ${code}:\n${said}`)
  return { seconds: elapsed(), checked, resident }
}

/** The most memory that a process held so far, in MB. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Does work on an empty Neo4j of its own. */
async function onEmpty<T>(work: (neo4j: Embedded) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(folder, 'home-'))
  const neo4j = await startEmbedded({ home, onProgress: () => {}, ...memory, ...(JAVA_HOME && { javaHome: JAVA_HOME }) })
  try {
    return await work(neo4j)
  } finally {
    await neo4j.stop()
    await rm(home, { recursive: true })
  }
}

function addressOf({ uri, username, password }: Embedded): Record<string, string> {
  return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
}
