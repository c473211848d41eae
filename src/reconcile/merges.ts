import { listMerges } from '../cypher/reconcile.ts'
import type { Database } from '../database/connect.ts'

/** Two entities that were made one by a revision. */
export interface Merge {
  /** `merge/17`, after its revision. */
  readonly id: string
  readonly type: string
  readonly kept: string
  /** The entity that is no more; its address leads to the one that was kept. */
  readonly lost: string
  readonly revision: number
  readonly at: string
  readonly author: string | null
  readonly note: string | null
  /** The revision that undid it; none while it stands. */
  readonly undoneRevision: number | null
}

/** All merges, the last one first. */
export async function readMerges(database: Database): Promise<Merge[]> {
  const rows = await database.read({ text: listMerges, parameters: {} })
  return rows.map(({ merge }) => merge as Merge)
}
