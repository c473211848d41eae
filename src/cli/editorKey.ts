import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApiKey, findApiKey, readKeyText } from '../database/apiKeys.ts'
import type { Database } from '../database/connect.ts'

/**
 * The file that holds a key with which the owner of an embedded Neo4j may write. It is made once; a key that was revoked
 * stays so, and only one that the database has never heard of is made anew.
 */
export async function keepEditorKey(database: Database, home: string): Promise<string> {
  const file = join(home, 'editor-key')
  const kept = readKeyText((await readFile(file, 'utf8').catch(() => '')).trim())
  if (kept && (await findApiKey(database, kept.id))) return file
  const { text } = await createApiKey(database, { name: 'editor', scope: 'write' })
  await writeFile(file, `${text}\n`, { mode: 0o600 })
  return file
}
