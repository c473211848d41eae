import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import neo4j, { type ManagedTransaction } from 'neo4j-driver'
import { readNodes, readRelationships } from '../../cypher/backup.ts'
import { lockLedger } from '../../cypher/write.ts'
import type { Address } from '../connect.ts'
import { ArchiveLines, type Manifest } from './archive.ts'
import { ArchiveError } from './archiveError.ts'
import { withRawSession } from './rawSession.ts'
import { toTyped } from './typedValue.ts'

const rowsAtOnce = 1000
const hours = 6

/** Thrown to end the reading transaction without keeping the lock that it took. */
class Done extends Error {
  constructor(readonly manifest: Manifest) {
    super()
  }
}

/**
 * Writes all that a database holds into a new file, as it stands between two revisions: the writers of revisions wait
 * meanwhile, readers do not.
 */
export async function backUp(address: Address, file: string): Promise<Manifest> {
  if (await exists(file)) throw new ArchiveError(`${file} is there already; name a new file.`)
  const part = `${file}.part`
  try {
    const manifest = await writeArchive(address, part)
    await rename(part, file)
    return manifest
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function writeArchive(address: Address, part: string): Promise<Manifest> {
  const gzip = createGzip()
  const bytes = createWriteStream(part, { mode: 0o600 })
  gzip.pipe(bytes)
  const written = finished(bytes)
  gzip.once('error', error => bytes.destroy(error))
  const write = async (line: string): Promise<void> => {
    if (!gzip.write(line)) await Promise.race([once(gzip, 'drain'), written])
  }
  const manifest = await withRawSession(address, neo4j.session.WRITE, rowsAtOnce, session =>
    session
      .executeWrite(transaction => readAll(transaction, write), { timeout: hours * 3_600_000 })
      .catch((error: unknown) => {
        if (error instanceof Done) return error.manifest
        throw error
      }),
  )
  gzip.end(`${JSON.stringify({ manifest })}\n`)
  await written
  const handle = await open(part)
  await handle.sync()
  await handle.close()
  return manifest
}

async function readAll(transaction: ManagedTransaction, write: (line: string) => Promise<void>): Promise<never> {
  await transaction.run(lockLedger)
  const lines = new ArchiveLines()
  const places = new Map<string, number>()
  await write(lines.heading())
  for await (const record of transaction.run(readNodes)) {
    places.set(record.get('id'), places.size)
    const labels = [...(record.get('labels') as string[])].sort()
    await write(lines.node({ labels, properties: toTyped(record.get('properties')) }))
  }
  for await (const record of transaction.run(readRelationships)) {
    const [from, to] = [places.get(record.get('from'))!, places.get(record.get('to'))!]
    await write(lines.relationship({ type: record.get('type'), from, to, properties: toTyped(record.get('properties')) }))
  }
  throw new Done(lines.manifest())
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
