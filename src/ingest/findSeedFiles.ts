import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Report } from './problem.ts'

/** The files of these paths, in order; a folder stands for all those below it. */
export async function findSeedFiles(paths: readonly string[], report: Report): Promise<string[]> {
  const found = new Map<string, string>()
  for (const given of paths) {
    const files = await filesOf(given)
    if (!files) report({ file: given, line: 1, column: 1 }, 'There is no such file or folder.')
    else if (!files.length)
      report({ file: given, line: 1, column: 1 }, 'The folder holds no file that ends in .yaml, .yml, .ndjson or .jsonl.')
    for (const file of files ?? []) found.set(path.resolve(file), file)
  }
  return [...found.values()].sort()
}

/** The folder that holds all of these paths: stored copies must lie in it. */
export async function findRoot(paths: readonly string[]): Promise<string> {
  const folders = await Promise.all(
    paths.map(async given =>
      ((await stat(given).catch(() => undefined))?.isDirectory() ?? false) ? given : path.dirname(given),
    ),
  )
  let root = path.resolve(folders[0] ?? '.')
  for (const folder of folders) while (path.relative(root, folder).startsWith('..')) root = path.dirname(root)
  return root
}

async function filesOf(given: string): Promise<string[] | undefined> {
  const found = await stat(given).catch(() => undefined)
  if (!found) return undefined
  if (!found.isDirectory()) return [given]
  // Links are not followed, so that a folder cannot lead out of itself or around in a circle.
  const entries = await readdir(given, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && /\.(ya?ml|ndjson|jsonl)$/.test(entry.name))
  return files.map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
}
