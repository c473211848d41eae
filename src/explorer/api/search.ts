import { ask } from './ask.ts'
import { documents } from './documents.ts'
import type { AnsweredEntity } from './fragments.ts'
import type { Asking } from './loadStep.ts'

/** What was found for some words. */
export interface Found {
  readonly totalCount: number
  readonly hits: readonly (AnsweredEntity & { readonly description: string | null })[]
}

interface Connection {
  readonly totalCount: number
  readonly edges: readonly { readonly score: number; readonly node: Found['hits'][number] }[]
}

/** Words that carry a question and name nothing. */
const asking = new Set(
  `who what which what's when where why how does did do is are was were be been the an of in on to at by with under for from and or
   it its that this these after before behind about handles handle legal basis said says written stood became become made promise promised
   qui que quoi quel quelle quels quelles quand comment est sont était la le les des du de un une dans sur avec par pour et ou en au aux
   après avant ce cela cette charge chargé chargée quelle base juridique dit écrit devenu promis fait
   wie wat welke wanneer waar hoe is zijn was de het een van in op te met door voor en of na dit dat die behandelt belast rechtsgrond
   onder geworden beloofd beloofden gezegd geschreven staat`.split(/\s+/),
)
/** What speaks of other things comes after what is asked for. */
const secondary = new Set(['ProgressReport', 'Claim', 'Passage'])
const mostWords = 6
const mostHits = 12
/** The score of what bears the words as its whole name. */
const bestScore = 100

/** Searches for these words; a whole question that finds nothing is asked again word by word. */
export async function search(typed: string, how: Asking, signal?: AbortSignal): Promise<Found> {
  const whole = found(await searchFor(typed, how, 8, signal))
  if (whole.totalCount > 0) return whole
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter(isTelling)
  // Names first: a capital within a question marks what it is about.
  const names = words.filter(word => /^\p{Lu}/u.test(word))
  const tried = [...new Set([...names, ...words])].slice(0, mostWords)
  if (tried.length === 0 || typed.trim() === tried[0]) return whole
  return weigh(await Promise.all(tried.map(word => searchFor(word, how, 100, signal))))
}

/** Whether a word may name something: no part of a date, no short word, none that only asks. */
function isTelling(word: string): boolean {
  return word.length > 2 && !/^\d+$/.test(word) && !asking.has(word.toLowerCase())
}

/** What was found for the most words comes first; the rarer a word the more it says, and a name that holds it more than a mention. */
function weigh(connections: readonly Connection[]): Found {
  const hits = new Map<string, { readonly hit: Found['hits'][number]; weight: number }>()
  for (const { totalCount, edges } of connections)
    for (const { score, node: hit } of edges) {
      const known = hits.get(hit.id) ?? { hit, weight: 0 }
      const weight = (1 + score / bestScore) / Math.sqrt(1 + totalCount)
      known.weight += secondary.has(hit.__typename) ? weight / 2 : weight
      hits.set(hit.id, known)
    }
  const best = [...hits.values()].sort((a, b) => b.weight - a.weight)
  return { totalCount: hits.size, hits: best.slice(0, mostHits).map(({ hit }) => hit) }
}

function found({ totalCount, edges }: Connection): Found {
  return { totalCount, hits: edges.map(({ node }) => node) }
}

async function searchFor(query: string, { lang, asOf }: Asking, first: number, signal?: AbortSignal): Promise<Connection> {
  const { search } = await ask<{ search: Connection }>(documents.search, { query, first, lang, asOf }, signal)
  return search
}
