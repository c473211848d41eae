import type { Leaf } from '../plan/slot.ts'
import type { ScalarKind } from '../schema/ontology.ts'
import type { SearchPart } from './searchQuery.ts'

/** How the value of a leaf becomes the value of a parameter. */
export type Coding =
  | { readonly kind: 'value'; readonly type: ScalarKind | 'enum' }
  /** Today in UTC, when the leaf gives no day. */
  | { readonly kind: 'day' }
  /** The day in UTC of an instant; today when the instant is still to come. */
  | { readonly kind: 'dayOf' }
  | { readonly kind: 'pageSize'; readonly extra: number }
  /** One part of a cursor: the sort value or an id. */
  | {
      readonly kind: 'cursorPart'
      readonly field: string
      readonly part: number
      readonly parts: number
      readonly type: ScalarKind
    }
  | { readonly kind: 'bounded'; readonly argument: string; readonly least: number; readonly largest: number }
  /** The query of what somebody typed for a full-text index, over this stored property. */
  | { readonly kind: 'search'; readonly property: string; readonly part: SearchPart }
  /** What somebody typed, folded as stored names are: as it is, as it stands there when a name is it as a whole, or its words. */
  | { readonly kind: 'typed'; readonly form: 'name' | 'wholeName' | 'words' }
  /** Encoded to stand in an address. */
  | { readonly kind: 'urlPart' }

export interface Parameter {
  readonly leaf: Leaf
  readonly coding: Coding
}

/** Collects the parameters of a statement while it is printed; equal ones share a name. */
export class Parameters {
  readonly #names = new Map<string, string>()
  readonly #parameters: Record<string, Parameter> = {}
  readonly #identities = new Map<Leaf, number>()

  /** The text that stands for this value: `$p0`. */
  add(leaf: Leaf, coding: Coding): string {
    const identity = `${this.#identify(leaf)} ${JSON.stringify(coding)}`
    let name = this.#names.get(identity)
    if (!name) {
      name = `p${this.#names.size}`
      this.#names.set(identity, name)
      this.#parameters[name] = { leaf, coding }
    }
    return `$${name}`
  }

  /** All that was added, by name. */
  all(): Readonly<Record<string, Parameter>> {
    return this.#parameters
  }

  #identify(leaf: Leaf): string {
    if (leaf === null || typeof leaf !== 'object') return JSON.stringify(leaf) ?? 'absent'
    if (!this.#identities.has(leaf)) this.#identities.set(leaf, this.#identities.size)
    return `#${this.#identities.get(leaf)}`
  }
}
