import type { Merge } from '../reconcile/merges.ts'
import type { Duplicate } from '../reconcile/proposeDuplicates.ts'
import type { Merged, Undone } from '../reconcile/reconciler.ts'

/** Two entities that may be one, each reason on a line of its own. */
export function printDuplicate({ kept, lost, score, evidence }: Duplicate): string {
  const reasons = evidence.map(({ speaks, reason }) => `      ${speaks === 'FOR' ? '+' : '-'} ${reason}`)
  return [`${score.toFixed(2)}  ${kept}  ${lost}`, ...reasons].join('\n')
}

/** What a merge did. */
export function printMerged({ merge, kept, lost, revision, moved, repeated, notTaken }: Merged): string {
  return [
    `Revision ${revision.number}: ${lost} is ${kept} now; ${moved} statements were taken over. \`pacta reconcile undo ${merge}\` takes that back.`,
    ...repeated.map(id => `  ${id} was not needed: it is said already, or joins the two.`),
    ...notTaken.map(value => `  not taken over: ${value}`),
  ].join('\n')
}

/** What an undo did. */
export function printUndone({ merge, kept, lost, revision, stays }: Undone): string {
  return [
    `Revision ${revision.number}: ${merge} is undone; ${lost} and ${kept} are two again.`,
    ...stays.map(what => `  stays as it was edited since: ${what}`),
  ].join('\n')
}

/** A merge in a line. */
export function printMerge({ id, at, kept, lost, author, note, undoneRevision }: Merge): string {
  const undone = undoneRevision === null ? '' : `undone by revision ${undoneRevision}`
  return [id, at, `${lost} into ${kept}`, author, note, undone].filter(Boolean).join('  ')
}
