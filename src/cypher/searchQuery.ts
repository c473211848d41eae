import { foldText } from '../schema/foldText.ts'
import { namesProperty } from './record.ts'

const mostTerms = 10
const longestQuery = 200
/** A word of at least so many letters names what has a longer word that begins with it. */
const leastBeginning = 3

/** Which hits are wanted: all; or of them those whose names hold a word that was typed, or the others. */
export type SearchPart = 'all' | 'named' | 'mentioned'

/** The words that a person typed, folded; not more of them than are searched for. */
export function wordsOf(typed: string): string[] {
  const words = foldText(typed.slice(0, longestQuery)).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, mostTerms)
}

/**
 * The Lucene query for what a person typed, over a stored property that holds the words of a language: every word must occur,
 * the last one may be cut short. Only letters and digits pass, so no character of Lucene's syntax does. Undefined when no word is left.
 */
export function printSearchQuery(typed: string, property: string, part: SearchPart): string | undefined {
  const terms = wordsOf(typed)
  if (terms.length === 0) return undefined
  const isLast = (index: number) => index === terms.length - 1
  const required = terms.map((term, index) => `+(${printTerm(property, term, isLast(index))})`).join(' ')
  if (part === 'all') return required
  const names = terms.map((term, index) => printTerm(namesProperty, term, isLast(index) || term.length >= leastBeginning))
  return `${required} ${part === 'named' ? '+' : '-'}(${names.join(' ')})`
}

/** The analysers drop stop words, which a required clause of its own would then never match: so each stands in quotes. */
function printTerm(property: string, term: string, mayBegin: boolean): string {
  const whole = `${property}:"${term}"`
  return mayBegin ? `${whole} ${property}:${term}*` : whole
}
