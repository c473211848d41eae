import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { connect, type Database } from '../../src/database/connect.ts'
import { type Embedded, startEmbedded, suitedPageCache } from '../../src/database/embedded.ts'
import { StartError } from '../../src/database/startError.ts'

// What a user's data go through: one home that is stopped, killed and started again, in this order.
const made: string[] = []
const stops: (() => Promise<unknown>)[] = []
const onLinux = process.platform === 'linux' ? test : test.skip

afterAll(async () => {
  for (const stop of stops) await stop()
  for (const home of made) await rm(home, { recursive: true, force: true })
})

test.each([
  { free: 24_000, heap: 1024, pageCache: 11_488 },
  { free: 8000, heap: 4000, pageCache: 2000 },
  { free: 1200, heap: 1024, pageCache: 256 },
  { free: 500, heap: 1024, pageCache: 256 },
])('of $free MB, beside a heap of $heap MB, the page cache gets $pageCache', ({ free, heap, pageCache }) => {
  expect(suitedPageCache(free, heap)).toBe(pageCache)
})

describe('a home that is stopped, killed and started again', () => {
  let home: string
  let neo4j: Embedded

  beforeAll(async () => {
    home = await makeHome()
  })

  test('leaves no Neo4j behind when its owner is killed, and starts again with all that was acknowledged', async () => {
    const owner = startOwner(home)
    const left = await firstLine<Embedded>(owner)
    await using(left, database => write(database, 'before the owner was killed'))
    owner.kill('SIGKILL')
    expect(await endsWithin(left.pid, 30)).toBe(true)
    neo4j = await start(home)
    expect(await using(neo4j, readAll)).toEqual(['before the owner was killed'])
  })

  test('keeps the password where only its owner can read it', async () => {
    const { mode } = await stat(path.join(home, 'neo4j-password'))
    expect((mode & 0o777).toString(8)).toBe('600')
    expect((await readFile(path.join(home, 'neo4j-password'), 'utf8')).trim()).toBe(neo4j.password)
    expect(((await stat(home)).mode & 0o777).toString(8)).toBe('700')
  })

  onLinux('shows the password in no list of processes', async () => {
    for (const file of ['cmdline', 'environ'])
      expect(await readFile(`/proc/${neo4j.pid}/${file}`, 'utf8')).not.toContain(neo4j.password)
  })

  onLinux('reads the classes of Neo4j from the archive that set-up made', async () => {
    expect(await readFile(`/proc/${neo4j.pid}/maps`, 'utf8')).toContain('embedded/target/classes.jsa')
  })

  test('refuses a second Pacta, and the first one goes on', async () => {
    await expect(start(home)).rejects.toEqual(
      expect.objectContaining({ message: expect.stringContaining(`Another Pacta is using ${home}; stop it first`) }),
    )
    expect(await using(neo4j, readAll)).toEqual(['before the owner was killed'])
  })

  test('has its data after an orderly stop, even when the password file was lost meanwhile', async () => {
    await using(neo4j, database => write(database, 'before the stop'))
    const { pid, password } = neo4j
    await neo4j.stop()
    expect(isAlive(pid)).toBe(false)
    await rm(path.join(home, 'neo4j-password'))
    const stranger = spawn('sleep', ['600'])
    stops.push(async () => stranger.kill())
    await writeFile(path.join(home, 'neo4j.pid'), `${stranger.pid}\n`)

    neo4j = await start(home)
    expect(await using(neo4j, readAll)).toEqual(['before the owner was killed', 'before the stop'])
    expect(neo4j.password).not.toBe(password)
    // A process that only has the number of a former Neo4j is left alone.
    expect(isAlive(stranger.pid!)).toBe(true)
    expect(await readFile(path.join(home, 'neo4j.pid'), 'utf8')).toBe(`${neo4j.pid}\n`)
  })

  test('loses no write that was acknowledged when Neo4j is killed in the middle of writing', async () => {
    const acknowledged = await using(neo4j, readAll)
    const before = acknowledged.length
    const database = await connect(neo4j)
    const writing = (async () => {
      for (let number = 0; ; number++) {
        await write(database, `write ${number}`)
        acknowledged.push(`write ${number}`)
      }
    })().catch(() => {})
    while (acknowledged.length < before + 200) await sleep(20)
    process.kill(neo4j.pid, 'SIGKILL')
    await neo4j.exited
    await database.close()
    await writing
    await neo4j.stop()

    neo4j = await start(home)
    const kept = new Set(await using(neo4j, readAll))
    expect(acknowledged.filter(text => !kept.has(text))).toEqual([])
    // The last write may have been committed without its answer; nothing else is added.
    expect(kept.size).toBeLessThanOrEqual(acknowledged.length + 1)
  })
})

test('a write, and what is done to the whole graph, may take longer than a query', async () => {
  const quick = await start(await makeHome(), { transactionTimeoutSeconds: 6 })
  await using(quick, async database => {
    await write(database, 'one')
    const change = { text: 'MATCH (n:Kept) SET n.changes = coalesce(n.changes, 0) + 1', parameters: {} }
    let hold = () => {}
    const held = new Promise<void>(resolve => (hold = resolve))
    const slow = database.write(async run => {
      await run(change)
      hold()
      // Neo4j looks only every two seconds for what has taken too long.
      await sleep(10_000)
    })
    await held
    // It waits for the lock of the other.
    await database.administer(change)
    await slow
    expect(await database.read({ text: 'MATCH (n:Kept) RETURN n.changes AS changes', parameters: {} })).toEqual([{ changes: 2 }])
  })
})

test('a Java that is not there is named, and the home is free again', async () => {
  const home = await makeHome()
  const options = { home, javaHome: '/nowhere', onProgress: () => {} }
  const message = 'Java could not be started; install a JDK of version 17 or newer, or set JAVA_HOME to one.'
  await expect(startEmbedded(options)).rejects.toEqual(new StartError(message))
  await expect(startEmbedded(options)).rejects.toEqual(new StartError(message))
})

async function makeHome(): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'pacta-home-'))
  made.push(home)
  return home
}

async function start(home: string, others: { readonly transactionTimeoutSeconds?: number } = {}): Promise<Embedded> {
  const javaHome = process.env['JAVA_HOME']
  const options = { home, heapMegabytes: 256, pageCacheMegabytes: 32, onProgress: () => {}, ...others }
  const neo4j = await startEmbedded({ ...options, ...(javaHome && { javaHome }) })
  stops.push(() => neo4j.stop())
  return neo4j
}

/** A process of its own that starts Neo4j on this home and says where it is. */
function startOwner(home: string): ChildProcess {
  const embedded = new URL('../../dist/database/embedded.js', import.meta.url)
  const options = { home, heapMegabytes: 256, pageCacheMegabytes: 32 }
  const script = `
    import { startEmbedded } from ${JSON.stringify(embedded.href)}
    const neo4j = await startEmbedded({ ...${JSON.stringify(options)}, onProgress: () => {} })
    console.log(JSON.stringify(neo4j))
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  stops.push(async () => owner.kill())
  return owner
}

async function firstLine<T>(child: ChildProcess): Promise<T> {
  const [line] = await once(createInterface({ input: child.stdout! }), 'line')
  return JSON.parse(line) as T
}

async function using<T>(address: Parameters<typeof connect>[0], work: (database: Database) => Promise<T>): Promise<T> {
  const database = await connect({ uri: address.uri, username: address.username, password: address.password })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function write(database: Database, text: string): Promise<void> {
  await database.write(run => run({ text: 'CREATE (:Kept {text: $text})', parameters: { text } }))
}

async function readAll(database: Database): Promise<string[]> {
  const rows = await database.read({ text: 'MATCH (n:Kept) RETURN n.text AS text ORDER BY text', parameters: {} })
  return rows.map(({ text }) => text as string)
}

async function endsWithin(pid: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 10 && isAlive(pid); waited++) await sleep(100)
  return !isAlive(pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
