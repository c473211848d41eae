import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Gives work a folder for its files, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const parent = path.join(tmpdir(), 'pacta-load')
  await mkdir(parent, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(path.join(parent, 'stage-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
