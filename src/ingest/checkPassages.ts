import { findLoosely } from './findLoosely.ts'
import type { Known } from './known.ts'
import type { Problem, Report } from './problem.ts'
import { type Seed, type SeedRecord, type SeedStatement, textOf } from './seed.ts'
import { shorten } from './yamlValue.ts'

const lengthOfContext = 32

/** Reports passages that are not what their document has at their offsets, and derives the words around the others. */
export function checkPassages({ records, statements }: Seed, known: Known, report: Report): void {
  const containing = new Map<string, SeedStatement>()
  for (const statement of statements.filter(({ type }) => type.name === 'CONTAINS')) {
    const { to, from, at } = statement
    const first = containing.get(to)
    if (!first) containing.set(to, statement)
    else if (first.from !== from) report(at, `${to} has one document: it stands in ${first.from} already.`)
  }
  for (const passage of records.filter(({ type }) => type.name === 'Passage')) {
    const document = containing.get(passage.id)?.from
    if (document === undefined && known.complete) report(passage.at, `${passage.id} needs its \`document\`.`)
    else if (document !== undefined && known.typeOf(document) === 'Document') {
      const problem = comparePassage(passage, document, known.textOf(document))
      if (problem) report(problem.at, problem.message)
    }
  }
}

function comparePassage(passage: SeedRecord, document: string, stored: string | undefined): Problem | undefined {
  const { id, at, properties, derived } = passage
  if (stored === undefined) return { at, message: `${id} cannot be checked: ${document} has no stored copy.` }
  const [start, end, text] = ['start', 'end', 'text'].map(name => properties.get(name))
  if (typeof text?.value !== 'string' || typeof start?.value !== 'number' || typeof end?.value !== 'number') return undefined
  if (start.value < 0 || start.value >= end.value)
    return { at: end.at, message: '`end` must be greater than `start`, and `start` 0 or more.' }
  const length = countPoints(stored)
  if (end.value > length)
    return { at: end.at, message: `\`end\` is ${end.value}, but ${document} has only ${length} characters.` }
  const there = slicePoints(stored, start.value, end.value)
  if (there !== textOf(passage, 'text')) {
    const message = `${document} has ${shorten(there)} at ${start.value}–${end.value}${whereElse(stored, text.value)}`
    return { at: text.at, message }
  }
  derived.set('prefix', slicePoints(stored, Math.max(0, start.value - lengthOfContext), start.value))
  derived.set('suffix', slicePoints(stored, end.value, end.value + lengthOfContext))
  return undefined
}

/** Offsets count code points, which strings of JavaScript do not; most texts hold none that needs two places. */
function countPoints(text: string): number {
  return hasPairs(text) ? Array.from(text).length : text.length
}

function slicePoints(text: string, start: number, end: number): string {
  return hasPairs(text) ? Array.from(text).slice(start, end).join('') : text.slice(start, end)
}

function hasPairs(text: string): boolean {
  return /[\ud800-\udbff]/.test(text)
}

function whereElse(stored: string, text: string): string {
  const at = stored.indexOf(text)
  if (at >= 0) {
    const start = Array.from(stored.slice(0, at)).length
    return `; this text stands at ${start}–${start + Array.from(text).length}.`
  }
  const like = findLoosely(stored, text)
  return like === undefined ? '; this text stands nowhere in it.' : `; it has ${shorten(like)}: copy it exactly.`
}
