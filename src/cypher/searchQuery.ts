import { foldText } from '../schema/foldText.ts'

const mostTerms = 10
const longestQuery = 200

/** The words that a person typed, folded; not more of them than are searched for. */
export function wordsOf(typed: string): string[] {
  const words = foldText(typed.slice(0, longestQuery)).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, mostTerms)
}

/**
 * The Lucene query for what a person typed: every word must occur, the last one may be cut short.
 * Only letters and digits pass, so no character of Lucene's syntax does. Undefined when no word is left.
 */
export function printSearchQuery(typed: string): string | undefined {
  const terms = wordsOf(typed)
  if (terms.length === 0) return undefined
  // The analysers drop stop words, which a required clause of its own would then never match: so each stands in quotes.
  return terms.map((term, index) => (index === terms.length - 1 ? `+("${term}" ${term}*)` : `+"${term}"`)).join(' ')
}
