/** A naive model of what the graph says: the whole of it is copied after each step, and every answer is looked for in a copy. */

export interface ModelEntity {
  readonly id: string
  readonly type: 'Institution' | 'Commitment' | 'LegalInstrument'
  readonly label: string
  readonly kind?: string | undefined
  readonly deadline?: string | undefined
  readonly celex?: string | undefined
  readonly inForceSince?: string | undefined
}

export interface ModelStatement {
  readonly id: string
  readonly key: string
  readonly type: 'HANDLES' | 'CONCERNS' | 'PART_OF'
  readonly from: string
  readonly to: string
  /** The role of a handler, or the aspect of a concern. */
  readonly part?: string | undefined
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
  readonly rank: string
  readonly quote: string
  readonly revision: number
  readonly recordedAt: string
}

export type Ranks = 'BEST' | 'ALL'

/** What the graph says after one revision. */
export class Snapshot {
  constructor(
    readonly revision: number,
    readonly at: string,
    readonly entities: ReadonlyMap<string, ModelEntity>,
    readonly statements: readonly ModelStatement[],
  ) {}

  /** Those that held on a day, in the order of their ids. */
  holding(day: string, ranks: Ranks = 'BEST'): ModelStatement[] {
    const held = this.statements.filter(
      ({ validFrom, validTo, rank }) =>
        (validFrom === undefined || validFrom <= day) &&
        (validTo === undefined || validTo > day) &&
        (ranks === 'ALL' || rank !== 'DEPRECATED'),
    )
    return sortBy(held, ({ id }) => [id])
  }

  /** The entities of a type in the order of their ids. */
  all(type: ModelEntity['type']): ModelEntity[] {
    return sortBy(
      [...this.entities.values()].filter(entity => entity.type === type),
      ({ id }) => [id],
    )
  }

  inForce({ inForceSince }: ModelEntity, day: string): boolean | null {
    return inForceSince === undefined ? null : inForceSince <= day
  }
}

/** A copy in the order of these keys, each compared code unit by code unit. */
export function sortBy<Item>(items: readonly Item[], keys: (item: Item) => readonly (string | number)[]): Item[] {
  return [...items].sort((a, b) => compareKeys(keys(a), keys(b)))
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    if (a[index]! < b[index]!) return -1
    if (a[index]! > b[index]!) return 1
  }
  return a.length - b.length
}
