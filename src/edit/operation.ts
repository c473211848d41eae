/** What one part of an edit does. */
export type OperationKind =
  | 'addEntity'
  | 'correctEntity'
  | 'removeEntity'
  | 'assertStatement'
  | 'supersedeStatement'
  | 'retractStatement'
  | 'rankStatement'
  | 'recordProgress'

/** One part of an edit, with the path of its argument. */
export interface Operation {
  readonly kind: OperationKind
  readonly at: string
  readonly value: unknown
}
