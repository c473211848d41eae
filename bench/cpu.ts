import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** The seconds of processor time that a process has used so far; not a number where the system does not tell. */
export function cpuSeconds(pid: number): number {
  try {
    // The name in brackets may hold spaces, so fields are counted from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  } catch {
    return Number.NaN
  }
}
