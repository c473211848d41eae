import type { OperationKind } from '../edit/operation.ts'

/** What a coder proposes and nobody has accepted yet: one statement, or one value of a property of an entity. */
export interface Proposal {
  readonly id: string
  readonly coder: string
  readonly kind: Extract<OperationKind, 'assertStatement' | 'correctEntity'>
  /** The commitment that it is about, or else the entity. */
  readonly about: string
  /** What is coded: `HANDLES.role`, `Commitment.strength`. */
  readonly field: string
  /** The thing that has the field: the ends of the statement, or the entity. */
  readonly unit: string
  /** What the coder says of the field there, as text. */
  readonly value: string
  /** The whole input, as JSON. */
  readonly input: string
  readonly status: 'OPEN' | 'ACCEPTED' | 'REJECTED'
  readonly proposedAt: string
  readonly proposedBy: string
  readonly decidedAt: string | null
  readonly decidedBy?: string
  readonly note?: string
  readonly revision?: number
}
