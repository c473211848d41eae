import type { Place, Problem, Report } from '../ingest/problem.ts'
import type { SeedRecord, SeedStatement } from '../ingest/seed.ts'
import type { WholeEntity, WholeStatement } from './graphState.ts'

/** An entity that an edit adds, or changes when it is stored. */
export interface DraftEntity {
  readonly record: SeedRecord
  readonly stored?: WholeEntity
}
/** A statement that an edit asserts, in place of another when it replaces one. */
export interface DraftStatement {
  readonly statement: SeedStatement
  readonly replaces?: WholeStatement
}
/** What an edit takes out of the present, and the argument that says so. */
export interface Withdrawn<T> {
  readonly stored: T
  readonly at: Place
}

/** What an edit is to make of the graph, with what is wrong with it. */
export class Draft {
  readonly problems: Problem[] = []
  readonly entities = new Map<string, DraftEntity>()
  readonly statements: DraftStatement[] = []
  readonly removed = new Map<string, Withdrawn<WholeEntity>>()
  readonly retracted = new Map<string, Withdrawn<WholeStatement>>()

  readonly report: Report = (at, message) => void this.problems.push({ at, message })

  /** The type of an entity after the edit. */
  typeOf(id: string, stored: ReadonlyMap<string, WholeEntity>): string | undefined {
    if (this.removed.has(id)) return undefined
    return this.entities.get(id)?.record.type.name ?? stored.get(id)?.type
  }

  /** Whether a stored statement still stands as it is after the edit. */
  stands({ id }: WholeStatement): boolean {
    return !this.retracted.has(id) && !this.statements.some(({ replaces }) => replaces?.id === id)
  }
}
