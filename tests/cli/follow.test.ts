import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect, type Database } from '../../src/database/connect.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from '../../src/database/embedded.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { RandomHistory, randomNumbers } from '../setup/randomHistory.ts'

// A Neo4j of its own, since it is killed too; two API processes over it, a follower that goes from one to the other, and writers.
const crashes = Number(process.env['PACTA_TEST_CRASHES'] ?? 5)
const secondsAllowed = 240 + crashes * 6
const root = path.join(import.meta.dirname, '../..')
const running = new Set<ChildProcess>()
let folder: string
let options: EmbeddedOptions
let neo4j: Embedded
let database: Database

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-follow-'))
  options = { home: path.join(folder, 'home'), onProgress: () => {}, heapMegabytes: 400, pageCacheMegabytes: 32 }
  neo4j = await startEmbedded(options)
  database = await connect(neo4j)
}, 120_000)
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await database.close()
  await neo4j.stop()
  await rm(folder, { recursive: true, force: true })
}, 60_000)

test(
  `A follower ends with exactly the graph after ${crashes} crashes of it, of the services and of Neo4j`,
  async () => {
    const random = randomNumbers(crashes)
    const ports = [await freePort(), await freePort()]
    const services = ports.map(serve)
    const copy = path.join(folder, 'copy.ndjson')
    let turn = 0
    const follow = () => run(['follow', `http://127.0.0.1:${ports[turn++ % 2]}`, '--out', copy])
    await until(async () => (await fetch(`http://127.0.0.1:${ports[0]}/health/ready`).catch(() => undefined))?.status === 200)
    let follower = follow()

    const history = new RandomHistory(database, readOntology(), 11)
    let written = await writeWhateverHappens(history)
    for (let crash = 1; crash <= crashes; crash++) {
      // It has come past the last crash before the next one, which strikes in the middle of further writes.
      await until(async () => Number.parseInt((await cursorOf(copy)) ?? '0', 10) >= written)
      const writing = writeSome(history, 1 + random(4))
      await sleep(random(400))
      if (crash === Math.ceil(crashes / 2)) await killNeo4j()
      else if (random(2) === 0) {
        await kill(follower)
        follower = follow()
      } else {
        const victim = random(2)
        await kill(services[victim]!)
        services[victim] = serve(ports[victim]!)
      }
      written = await writing
    }
    const last = await writeWhateverHappens(history)

    await until(async () => (await cursorOf(copy)) === String(last))
    follower.kill('SIGTERM')
    expect(await ended(follower)).toBe(0)
    const checked = await outcome(run(['follow', '--check', '--out', copy]))
    expect(checked).toMatchObject({ code: 0, errors: '' })
    expect(checked.output).toMatch(/^The copy after \d+ is the graph: \d+ entities, \d+ statements\.\n$/)

    const text = 'MATCH (e:Entity) RETURN e.id AS id UNION ALL MATCH ()-[r:PART_OF]->() RETURN r.id AS id'
    const present = await database.read({ text, parameters: {} })
    const [, ...records] = (await readFile(copy, 'utf8')).trimEnd().split('\n')
    expect(records.map(record => (JSON.parse(record) as { id: string }).id).sort()).toEqual(present.map(({ id }) => id).sort())
  },
  secondsAllowed * 1000,
)

test('A copy that differs from the graph is found out, record by record', async () => {
  const copy = path.join(folder, 'copy.ndjson')
  const [cursor, first, second, ...others] = (await readFile(copy, 'utf8')).trimEnd().split('\n') as [string, string, string]
  const changed = JSON.stringify({ ...JSON.parse(second), note: 'Not what the graph says.' })
  await writeFile(copy, `${[cursor, changed, ...others, JSON.stringify({ id: 'institution/invented' })].join('\n')}\n`)
  const { code, errors } = await outcome(run(['follow', '--check', '--out', copy]))
  expect(code).toBe(1)
  const lines = errors.trimEnd().split('\n')
  const lacking = (JSON.parse(first) as { id: string }).id.split('@')[0]
  expect(lines).toHaveLength(3)
  expect(lines).toContainEqual(expect.stringContaining('Not what the graph says.'))
  expect(lines).toContain(`The copy lacks ${lacking}.`)
  expect(lines).toContain('The copy has institution/invented, which the graph does not have.')
}, 120_000)

async function writeSome(history: RandomHistory, steps: number): Promise<number> {
  let last = 0
  for (let step = 0; step < steps; step++) last = await writeWhateverHappens(history)
  return last
}

/** While Neo4j is away, writes fail and are tried again; whether they were done is asked of the ledger. */
async function writeWhateverHappens(history: RandomHistory): Promise<number> {
  for (;;) {
    try {
      return await history.step()
    } catch {
      await sleep(500)
    }
  }
}

async function killNeo4j(): Promise<void> {
  const [pid] = await pidsOf(options.home)
  process.kill(pid!, 'SIGKILL')
  await neo4j.exited
  await neo4j.stop()
  neo4j = await startEmbedded({ ...options, port: neo4j.port })
}

async function pidsOf(home: string): Promise<number[]> {
  const { output } = await outcome(spawnWatched('ps', ['-axwwo', 'pid=,command=']))
  const lines = output.split('\n').filter(line => line.includes('pacta.PactaNeo4j') && line.includes(home))
  return lines.map(line => Number.parseInt(line, 10))
}

function serve(port: number): ChildProcess {
  return run(['serve', '--no-seed'], { PORT: String(port), LOG_LEVEL: 'error' })
}

/** A command of the compiled program, over this Neo4j. */
function run(args: string[], environment: Record<string, string> = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, NEO4J_URI: neo4j.uri, NEO4J_PASSWORD: neo4j.password, ...environment }
  return spawnWatched(process.execPath, [path.join(root, 'dist/cli/main.js'), ...args], env)
}

function spawnWatched(command: string, args: string[], env?: Record<string, string>): ChildProcess {
  const child = spawn(command, args, { ...(env && { env }), stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

function ended(child: ChildProcess): Promise<number | null> {
  return child.exitCode !== null ? Promise.resolve(child.exitCode) : new Promise(resolve => child.once('close', resolve))
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await new Promise(resolve => child.once('close', resolve))
}

async function outcome(child: ChildProcess): Promise<{ code: number | null; output: string; errors: string }> {
  const said = { output: '', errors: '' }
  child.stdout?.setEncoding('utf8').on('data', text => (said.output += text))
  child.stderr?.setEncoding('utf8').on('data', text => (said.errors += text))
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { code, ...said }
}

/** How far the copy has come: the last line of its journal, or the head of the copy while the journal is empty. */
async function cursorOf(copy: string): Promise<string | undefined> {
  const journal = existsSync(`${copy}.journal`) ? (await readFile(`${copy}.journal`, 'utf8')).split('\n').at(-2) : undefined
  if (journal) return (JSON.parse(journal) as { id: string }).id
  const [head = ''] = existsSync(copy) ? (await readFile(copy, 'utf8')).split('\n') : []
  return head === '' ? undefined : (JSON.parse(head) as { cursor: string }).cursor
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + secondsAllowed * 1000; !(await holds()); await sleep(200))
    if (Date.now() > end) throw new Error('It did not come true.')
}
