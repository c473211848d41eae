import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a Neo4j whose owner died may take to stop by itself, and then when it is told to. */
const secondsToStop = { byItself: 20, whenTold: 15, whenKilled: 5 }

/** Notes which process serves this home. */
export async function noteProcess(home: string, pid: number): Promise<void> {
  await writeFile(noteOf(home), `${pid}\n`)
}

/** Notes where the process that serves this home answers, for others who may use its Neo4j. */
export async function noteAddress(home: string, uri: string): Promise<void> {
  await writeFile(addressOf(home), `${uri}\n`, { mode: 0o600 })
}

/** Where the Neo4j that serves this home answers; undefined when it does not yet. */
export async function readAddress(home: string): Promise<string | undefined> {
  return (await readFile(addressOf(home), 'utf8').catch(() => '')).trim() || undefined
}

/** Forgets the process that served this home. */
export async function forgetProcess(home: string): Promise<void> {
  await rm(addressOf(home), { force: true })
  await rm(noteOf(home), { force: true })
}

/** Waits for the end of a Neo4j left over from a killed service, and ends it when it hangs; its store recovers at the next start. */
export async function replaceLeftover(home: string, onProgress: (step: string) => void): Promise<void> {
  const pid = Number.parseInt(await readFile(noteOf(home), 'utf8').catch(() => ''), 10)
  if (!(pid > 0) || !(await serves(pid, home))) return forgetProcess(home)
  onProgress(`Waiting for the Neo4j (process ${pid}) that an earlier run left behind…`)
  if (!(await ends(pid, home, secondsToStop.byItself))) {
    process.kill(pid, 'SIGTERM')
    if (!(await ends(pid, home, secondsToStop.whenTold))) {
      process.kill(pid, 'SIGKILL')
      await ends(pid, home, secondsToStop.whenKilled)
    }
  }
  await forgetProcess(home)
}

function noteOf(home: string): string {
  return join(home, 'neo4j.pid')
}

function addressOf(home: string): string {
  return join(home, 'neo4j-address')
}

async function ends(pid: number, home: string, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 10; waited++) {
    if (!(await serves(pid, home))) return true
    await sleep(100)
  }
  return false
}

/** Whether this process is a Neo4j of ours on this home: process numbers are used again, so the number alone proves nothing. */
async function serves(pid: number, home: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes('pacta.PactaNeo4j') && command.includes(home)
}
