import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { decodeText, findBadCharacters } from './decodeText.ts'
import type { Report } from './problem.ts'
import type { SeedRecord } from './seed.ts'

/**
 * Derives a document's text and SHA-256 from the stored copy that its `file` names: a path relative to the YAML file or
 * else to the root of the seed, in which it must lie.
 */
export async function readStoredCopy(record: SeedRecord, root: string, report: Report): Promise<void> {
  if (record.derived.has('text')) return checkText(record, report)
  const given = record.properties.get('file')
  if (typeof given?.value !== 'string') return
  const file = await findInside(root, [path.dirname(record.at.file), root], given.value)
  if (!file) {
    report(given.at, `There is no file \`${given.value}\` beside this file or in the seed's folder.`)
    return
  }
  if (file === 'outside') {
    report(given.at, `\`${given.value}\` leads out of the seed's folder: a stored copy lies in it.`)
    return
  }
  const bytes = await readFile(file)
  const text = decodeText(
    bytes,
    path.join(path.dirname(record.at.file), path.relative(path.dirname(record.at.file), file)),
    report,
  )
  if (text === undefined) return
  const bad = findBadCharacters(text)
  if (bad) report(given.at, `The stored copy \`${given.value}\` ${bad}.`)
  record.derived.set('text', text)
  record.derived.set('sha256', createHash('sha256').update(bytes).digest('hex'))
}

/** A copy of what is stored holds the text itself. */
export function checkText({ id, at, derived }: SeedRecord, report: Report): void {
  const text = derived.get('text')
  if (text === undefined) return
  const sha256 = createHash('sha256').update(text).digest('hex')
  if ((derived.get('sha256') ?? sha256) !== sha256) report(at, `The \`sha256\` of ${id} is not that of its \`text\`, ${sha256}.`)
  derived.set('sha256', sha256)
}

async function findInside(root: string, folders: readonly string[], given: string): Promise<string | 'outside' | undefined> {
  if (path.isAbsolute(given)) return 'outside'
  // The real path, so that neither `..` nor a link leads out.
  const inside = await realpath(root)
  let found: 'outside' | undefined
  for (const folder of folders) {
    const file = await realpath(path.join(folder, given)).catch(() => undefined)
    if (file?.startsWith(inside + path.sep)) return file
    if (file) found = 'outside'
  }
  return found
}
