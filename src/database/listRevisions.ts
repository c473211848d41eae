import { listRevisions } from '../cypher/revisions.ts'
import type { Database } from './connect.ts'
import type { Counts } from './recordDifference.ts'

/** One write of the graph: who made it, why, and how much it changed. */
export interface RevisionRecord {
  readonly number: number
  readonly at: string
  readonly dataset: string
  readonly reason: string | null
  /** The name under which it was made. */
  readonly author: string | null
  /** The key or the person that made it over HTTP; none for a load from the command line. */
  readonly caller: string | null
  readonly note: string | null
  readonly counts: Counts
}

const rowsAtOnce = 1000

/** So many revisions after this one, in order. */
export async function readRevisionPage(database: Database, after: number, first: number): Promise<RevisionRecord[]> {
  const rows = await database.read({ text: listRevisions, parameters: { after, first } })
  return rows as unknown as RevisionRecord[]
}

/** All revisions after this one, in order, read page by page. */
export async function* readRevisions(database: Database, after: number): AsyncGenerator<RevisionRecord> {
  for (let last = after; ; ) {
    const page = await readRevisionPage(database, last, rowsAtOnce)
    yield* page
    if (page.length < rowsAtOnce) return
    last = page.at(-1)!.number
  }
}
