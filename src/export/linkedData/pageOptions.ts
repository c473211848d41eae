import type { Language } from '../../schema/language.ts'

/** What a page is of, and in which language. */
export interface PageOptions {
  /** The id of the entity. */
  readonly id: string
  readonly lang: Language
  /** What follows the address, so that links keep the dates and the language that were asked for. */
  readonly search: string
}
