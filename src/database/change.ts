import { type ChangePosition, printPosition } from '../cypher/changePosition.ts'
import type { ChangeRow } from '../cypher/printChanges.ts'
import type { Ontology } from '../schema/ontology.ts'
import { type PublicForm, type Stored, showEntity, showStatement } from '../schema/publicForm.ts'

/** What happened to an entity or a statement. */
export type ChangeKind = `${'NODE' | 'RELATIONSHIP'}_${'ADDED' | 'CHANGED' | 'REMOVED'}`

/** One thing that one revision did. */
export interface Change {
  /** The same however often it is read; also the cursor after it. */
  readonly id: string
  readonly revision: number
  readonly at: string
  readonly kind: ChangeKind
  /** The type of the entity or of the statement. */
  readonly type: string
  /** The id of the entity; of a statement `statement/` and its key, which all its versions share. */
  readonly subject: string
  readonly before: PublicForm | null
  readonly after: PublicForm | null
  /** Names of the properties in which `before` and `after` differ. */
  readonly changed: readonly string[]
  readonly reason: string | null
  readonly author: string | null
  readonly note: string | null
  readonly dataset: string | null
}

/** What a revision did at this position, from the states that it recorded and superseded. */
export function toChange(ontology: Ontology, revision: Stored, position: ChangePosition, row: ChangeRow): Change {
  const { type, from, to, key } = row
  const text = (name: string) => (revision[name] ?? null) as string | null
  const isEntity = from === null || to === null
  const show = (stored: Stored | null) =>
    stored && (isEntity ? showEntity(ontology, type, stored) : showStatement(ontology, type, from, to, stored))
  const before = show(row.before)
  const after = show(row.after)
  return {
    id: printPosition(position),
    revision: row.revision,
    at: String(revision['at']),
    kind: `${isEntity ? 'NODE' : 'RELATIONSHIP'}_${before ? (after ? 'CHANGED' : 'REMOVED') : 'ADDED'}`,
    type,
    subject: isEntity ? key : `statement/${key}`,
    before,
    after,
    changed: before && after ? differing(before, after) : [],
    reason: text('reason'),
    author: text('author'),
    note: text('note'),
    dataset: text('dataset'),
  }
}

function differing(before: PublicForm, after: PublicForm): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  // A later version always has another id and time.
  const own = [...names].filter(name => name !== 'id' && name !== 'recordedAt')
  return own.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
