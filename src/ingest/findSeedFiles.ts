import { access, constants, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { formats } from './formats/formats.ts'
import type { Report } from './problem.ts'

/** The endings of the files that a folder stands for. */
const usualEndings = ['.yaml', '.yml', '.ndjson', '.jsonl']

/** The files of these paths, in order; a folder stands for all those below it, of a format for those with its endings. */
export async function findSeedFiles(paths: readonly string[], report: Report, format?: string): Promise<string[]> {
  const endings = formats.find(({ name }) => name === format)?.endings ?? usualEndings
  const found = new Map<string, string>()
  for (const given of paths) {
    const at = { file: given, line: 1, column: 1 }
    const files = await filesOf(given, endings)
    if (!files) report(at, 'There is no such file or folder.')
    else if (!files.length)
      report(at, `The folder holds no file that ends in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1)}.`)
    for (const file of files ?? []) if (await isReadable(file, report)) found.set(path.resolve(file), file)
  }
  return [...found.values()].sort()
}

async function isReadable(file: string, report: Report): Promise<boolean> {
  try {
    await access(file, constants.R_OK)
    return true
  } catch (error) {
    report({ file, line: 1, column: 1 }, `The file cannot be read (${(error as { code?: string }).code}).`)
    return false
  }
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

async function filesOf(given: string, endings: readonly string[]): Promise<string[] | undefined> {
  const found = await stat(given).catch(() => undefined)
  if (!found) return undefined
  if (!found.isDirectory()) return [given]
  // Links are not followed, so that a folder cannot lead out of itself or around in a circle.
  const entries = await readdir(given, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && endings.some(ending => entry.name.endsWith(ending)))
  return files.map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
}
