import { foldText } from '../schema/foldText.ts'
import { namesProperty } from './record.ts'

const mostTerms = 10
const longestQuery = 200
/** A word of at least so many letters names what has a longer word that begins with it. */
const leastBeginning = 3

/**
 * Which hits are wanted: all; those whose names hold every word that was typed, in some form and the last one cut short or not; those
 * whose names hold a word, even as the beginning of a longer one; of these the ones that do not hold every word; or those whose names hold none.
 */
export type SearchPart = 'all' | 'held' | 'named' | 'partly' | 'mentioned'

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
  const every = (where: string) => terms.map((term, index) => `+(${printTerm(where, term, isLast(index))})`).join(' ')
  const some = () =>
    terms.map((term, index) => printTerm(namesProperty, term, isLast(index) || term.length >= leastBeginning)).join(' ')
  const further: Record<SearchPart, () => string> = {
    all: () => '',
    held: () => ` ${every(namesProperty)}`,
    named: () => ` +(${some()})`,
    partly: () => ` +(${some()}) -(${every(namesProperty)})`,
    mentioned: () => ` -(${some()})`,
  }
  // Nobody asks for Lucene's own score; where all are the same, it need not put many hits in their order.
  return `(${every(property)}${further[part]()})^0`
}

/** The analysers drop stop words, which a required clause of its own would then never match: so each stands in quotes. */
function printTerm(property: string, term: string, mayBegin: boolean): string {
  const whole = `${property}:"${term}"`
  return mayBegin ? `${whole} ${property}:${term}*` : whole
}
