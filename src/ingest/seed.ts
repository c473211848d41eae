import type { Language } from '../schema/language.ts'
import type { NodeType, RelationshipType, Traversal } from '../schema/ontology.ts'
import type { Place, Problem } from './problem.ts'

/** The texts of a translated property. */
export type Translations = { readonly [L in Language]?: string }
/** What a seed file can say of a property. */
export type SeedValue = string | number | boolean | readonly (string | number | boolean)[] | Translations

/** A value read from a file, with its place. */
export interface Placed {
  readonly value: SeedValue
  readonly at: Place
  /** The places of the items of a list. */
  readonly items?: readonly Place[]
}

/** A record of a seed file: one node. */
export interface SeedRecord {
  readonly type: NodeType
  readonly id: string
  readonly at: Place
  readonly properties: ReadonlyMap<string, Placed>
  /** Values that the loader works out from others. */
  readonly derived: Map<string, string>
}

/** An item of a relationship field: one statement, its ends in the direction of the graph. */
export interface SeedStatement {
  readonly type: RelationshipType
  readonly from: string
  readonly to: string
  readonly at: Place
  readonly properties: ReadonlyMap<string, Placed>
  /** The field that it was written in, and the record that has this field. */
  readonly field: Traversal
  readonly owner: SeedRecord
  readonly node: { readonly id: string; readonly at: Place }
  /** Whether it stands by itself, so that `owner` is only referred to, as `node` is. */
  readonly alone?: true
}

/** A set of seed files as read, before its references are checked. */
export interface Seed {
  readonly records: readonly SeedRecord[]
  readonly statements: readonly SeedStatement[]
  readonly problems: readonly Problem[]
  /** Whether every file could be read; if not, what seems missing may stand in the others. */
  readonly complete: boolean
}

/** The value of a property when it is text. */
export function textOf({ properties }: SeedRecord | SeedStatement, name: string): string | undefined {
  const value = properties.get(name)?.value
  return typeof value === 'string' ? value : undefined
}
