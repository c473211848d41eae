/** The languages of the page and of the names in it. */
export const languages = ['EN', 'FR', 'NL'] as const
export type Language = (typeof languages)[number]

/** The ways to look at what is on the scene. */
export const modes = ['graph', 'table', 'reading'] as const
export type Mode = (typeof modes)[number]

/** Light or dark, or what the system of the reader says. */
export const schemes = ['auto', 'light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

/** One thing that was put on the scene; the scene is what all of them bring. */
export type Step =
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'node'; readonly id: string }
  | { readonly kind: 'expand'; readonly id: string; readonly type: string; readonly direction: Direction }
  | { readonly kind: 'path'; readonly from: string; readonly to: string }
  | { readonly kind: 'all'; readonly types: readonly string[] }

export type Direction = 'OUT' | 'IN'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What is kept off the scene; each list names what is left out, so that an empty one leaves out nothing. */
export interface Filters {
  readonly nodeTypes: readonly string[]
  readonly relationshipTypes: readonly string[]
  readonly roles: readonly string[]
  readonly bases: readonly string[]
  /** The only theme whose commitments are shown. */
  readonly theme?: string | undefined
}

/** All that a view is made of; the address of the page says it, and nothing else does. */
export interface View {
  readonly lang: Language
  readonly scheme: Scheme
  readonly mode: Mode
  readonly steps: readonly Step[]
  readonly hidden: readonly string[]
  readonly pinned: Readonly<Record<string, Point>>
  /** The entity that the panel is about. */
  readonly selected?: string | undefined
  /** The statement that is opened in the panel, or marked in the text. */
  readonly statement?: string | undefined
  readonly filters: Filters
  readonly validAt?: string | undefined
  readonly knownAt?: string | undefined
  /** The document of the reading view. */
  readonly document?: string | undefined
  readonly camera?: { readonly x: number; readonly y: number; readonly ratio: number } | undefined
}

export const noFilters: Filters = { nodeTypes: [], relationshipTypes: [], roles: [], bases: [] }

/** The view of an address that says nothing. */
export function emptyView(lang: Language): View {
  return { lang, scheme: 'auto', mode: 'graph', steps: [], hidden: [], pinned: {}, filters: noFilters }
}
