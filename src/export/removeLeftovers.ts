import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'

/** The name under which this process makes a file, until it is whole. */
export function nameOfPart(file: string): string {
  return `${file}.${process.pid}.part`
}

/** Removes from a folder what killed exports left of these files: whatever was made by a process that no longer runs. */
export async function removeLeftovers(folder: string, concerns: (name: string) => boolean): Promise<void> {
  for (const found of await readdir(folder)) {
    const [, name, pid] = /^(.+)\.(\d+)\.part$/.exec(found) ?? []
    if (name !== undefined && concerns(name) && !runs(Number(pid))) await rm(path.join(folder, found), { force: true })
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // That of another user may not be signalled, but it runs.
    return (error as { code?: string }).code === 'EPERM'
  }
}
