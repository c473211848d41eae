import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, open, readFile, realpath, stat } from 'node:fs/promises'
import { freemem } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Address } from './connect.ts'
import { lockHome } from './homeLock.ts'
import { forgetProcess, noteAddress, noteProcess, replaceLeftover } from './leftover.ts'
import { writeSettings } from './neo4jSettings.ts'
import { keepPassword } from './password.ts'
import { StartError } from './startError.ts'

export interface EmbeddedOptions {
  /** The folder that holds the store, the password and the logs. */
  readonly home: string
  readonly onProgress: (step: string) => void
  /** The Bolt port; a free one when absent. */
  readonly port?: number
  readonly transactionTimeoutSeconds?: number
  readonly heapMegabytes?: number
  /** How much of the store is kept in memory, at most; what suits the machine when absent. */
  readonly pageCacheMegabytes?: number
  /** The JDK to use; the one on the path when absent. */
  readonly javaHome?: string
}

/** A Neo4j that runs as a child of this process. */
export interface Embedded extends Address {
  readonly port: number
  readonly pid: number
  /** Resolves with its exit code when it has ended, asked or not. */
  readonly exited: Promise<number | null>
  /** Shuts it down in order and lets the home go. */
  stop(): Promise<void>
}

const target = fileURLToPath(new URL('../../embedded/target', import.meta.url))
const secondsToStop = 60

/**
 * The classes that set-up archived; a JVM that finds none, or those of another JVM, reads its jars.
 * What it says of that goes to the log, since one line of standard output is awaited.
 */
export const archivedClasses = [
  `-XX:SharedArchiveFile=${join(target, 'classes.jsa')}`,
  '-Xlog:disable',
  '-Xlog:all=warning:stderr',
]

/** The program that runs Java: of the JDK that is named, else the one on the path. */
export function javaProgram(javaHome: string | undefined): string {
  return javaHome ? join(javaHome, 'bin', 'java') : 'java'
}

/** Starts Neo4j on this home, after waiting for one that an earlier run left behind. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = await makeHome(options.home)
  const unlock = await lockHome(home)
  try {
    await replaceLeftover(home, options.onProgress)
    return await launch(home, options, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

/** Makes the folder of an embedded Neo4j, which only its owner can enter. */
export async function makeHome(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    await chmod(folder, 0o700)
    return await realpath(folder)
  } catch (error) {
    const { code } = error as { code?: string }
    throw new StartError(`${folder} cannot be used (${code}); set PACTA_HOME to a folder that this user may write to.`)
  }
}

async function launch(home: string, options: EmbeddedOptions, unlock: () => Promise<void>): Promise<Embedded> {
  const { onProgress, port = 0, transactionTimeoutSeconds = 60, heapMegabytes = 1024 } = options
  const { pageCacheMegabytes = suitedPageCache(availableMegabytes(), heapMegabytes) } = options
  const jars = await readJars()
  const neo4jHome = join(home, 'neo4j')
  const settings = await writeSettings(neo4jHome, jars, { port, pageCacheMegabytes, transactionTimeoutSeconds })
  const password = await keepPassword(home)
  onProgress('Starting Neo4j…')
  const log = await open(join(home, 'neo4j.log'), 'w', 0o600)
  const memory = ['-Xms128m', `-Xmx${heapMegabytes}m`, '-XX:+UseG1GC', '-XX:+ExitOnOutOfMemoryError']
  // In a group of its own, so that Ctrl-C reaches only this process, which then stops Neo4j after the last answer.
  const child = spawn(
    javaProgram(options.javaHome),
    [...memory, ...archivedClasses, '-cp', jars.join(delimiter), 'pacta.PactaNeo4j', neo4jHome, settings],
    {
      stdio: ['pipe', 'pipe', log.fd],
      detached: true,
    },
  )
  const exited = new Promise<number | null>(resolve => {
    child.once('exit', code => resolve(code))
    child.once('error', () => resolve(null))
  })
  await log.close()
  child.stdin?.on('error', () => {})
  child.stdin?.write(`${password}\n`)
  const { pid } = child
  if (pid === undefined)
    throw new StartError('Java could not be started; install a JDK of version 17 or newer, or set JAVA_HOME to one.')
  await noteProcess(home, pid)
  const bolt = await ready(child, exited, home).catch(async error => {
    await endProcess(child, exited)
    throw error
  })
  const uri = `bolt://127.0.0.1:${bolt}`
  await noteAddress(home, uri)
  const stop = async (): Promise<void> => {
    await endProcess(child, exited)
    await forgetProcess(home)
    await unlock()
  }
  return { uri, username: 'neo4j', password, port: bolt, pid, exited, stop }
}

/** The least that a page cache is given, whatever memory there is. */
const leastPageCache = 256

/**
 * How large a page cache suits a machine with so much free memory, in MB: half of what the heap leaves. Neo4j takes as much of it as the
 * store fills, so it does no harm to a small one; a store that does not fit is read from its files page by page.
 */
export function suitedPageCache(free: number, heap: number): number {
  return Math.max(leastPageCache, Math.floor((free - heap) / 2))
}

/** What this process may still use, in MB, also where a container allows it less than the machine has. */
function availableMegabytes(): number {
  return (process.availableMemory?.() ?? freemem()) / 2 ** 20
}

/** The jars that Neo4j is started from, with the one of the class that starts it. */
export async function readJars(): Promise<string[]> {
  const missing = new StartError("Neo4j's jars are not in place; run `npm start`, which resolves them with Maven.")
  const text = await readFile(join(target, 'start.txt'), 'utf8').catch(() => {
    throw missing
  })
  const jars = text.trim().split(delimiter)
  await Promise.all(jars.map(jar => stat(jar))).catch(() => {
    throw missing
  })
  return jars
}

/** The Bolt port, once Neo4j says that it is ready. */
async function ready(child: ChildProcess, exited: Promise<number | null>, home: string): Promise<number> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  const line = await Promise.race([
    new Promise<string>(resolve => lines.once('line', resolve)),
    exited.then(code => JSON.stringify({ error: `it ended with code ${code}` })),
  ])
  // A JVM that breaks down says so in words of its own.
  const said = (line.startsWith('{') ? JSON.parse(line) : { error: line }) as { port?: number; error?: string }
  if (said.port === undefined) throw new StartError(`Neo4j could not start: ${said.error}; ${join(home, 'neo4j.log')} says more.`)
  return said.port
}

/** The end of its input tells Neo4j to shut down; only when it hangs is it killed, and then its store recovers at the next start. */
async function endProcess(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  child.stdin?.end()
  const waiting = new AbortController()
  const hung = await Promise.race([
    exited.then(() => false),
    sleep(secondsToStop * 1000, true, { signal: waiting.signal }).catch(() => false),
  ])
  waiting.abort()
  if (hung) child.kill('SIGKILL')
  await exited
}
