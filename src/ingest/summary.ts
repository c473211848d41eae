import type { Difference } from '../database/recordDifference.ts'

/** How many entities or statements of one type a load adds, changes and removes. */
export interface TypeCounts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** What a load changes, of any size: how much of each type, and the first of the rows. */
export interface Summary {
  readonly types: ReadonlyMap<string, TypeCounts>
  /** A line each: `+`, `~` or `-`, and the entity or the statement with its ends. */
  readonly rows: readonly string[]
}

const usualRows = 20
const signs = { added: '+', changed: '~', removed: '-' } as const

/** Takes in differences part by part, and keeps the first `most` rows of them. */
export class Summariser implements Summary {
  readonly types = new Map<string, { added: number; changed: number; removed: number }>()
  readonly rows: string[] = []

  constructor(readonly most = usualRows) {}

  /** Takes in one more part of what changes. */
  take(difference: Difference): this {
    const { nodesAdded, nodesChanged, nodesRemoved, statementsAdded, statementsChanged, statementsRemoved } = difference
    for (const { type, id } of nodesAdded) this.#count('added', type, id)
    for (const { type, id } of nodesChanged) this.#count('changed', type, id)
    for (const row of statementsAdded) this.#count('added', row.type, row)
    for (const { record } of statementsChanged) this.#count('changed', record.type, record)
    for (const row of statementsRemoved) this.#count('removed', row.type, row)
    for (const { type, id } of nodesRemoved) this.#count('removed', type, id)
    return this
  }

  #count(kind: keyof TypeCounts, type: string, row: string | { readonly from: string; readonly to: string }): void {
    let counts = this.types.get(type)
    if (!counts) this.types.set(type, (counts = { added: 0, changed: 0, removed: 0 }))
    counts[kind]++
    if (this.rows.length < this.most)
      this.rows.push(`${signs[kind]} ${typeof row === 'string' ? row : `${row.from} ${type} ${row.to}`}`)
  }
}
