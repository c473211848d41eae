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
   act acts law laws apply applies applied govern governs governed date day year happened happen come came
   it its that this these after before behind about handles handle legal basis said says written stood became become made promise promised
   qui que quoi quel quelle quels quelles quand comment est sont était la le les des du de un une dans sur avec par pour et ou en au aux
   après avant ce cela cette acte actes loi lois droit appliquait applique appliquer régit régissait date jour année charge chargé chargée quelle base juridique dit écrit devenu promis fait
   wie wat welke wanneer waar hoe is zijn was de het een van in op te met door voor en of na dit dat die behandelt belast rechtsgrond
   onder handeling handelingen wet wetten recht gold geldt toepassing regelde datum dag jaar geworden beloofd beloofden gezegd geschreven staat`.split(
    /\s+/,
  ),
)
/** Words that ask what was promised or who is to do it. */
const asksForCommitments = new Set(
  `handle handles promise promises promised charge chargé chargée chargés chargées promis promise promet belast beloofd beloofde
   beloofden belooft`.split(/\s+/),
)
/** What speaks of other things comes after what is asked for. */
const secondary = new Set(['ProgressReport', 'Claim', 'Passage'])
const mostWords = 6
const mostHits = 12
/** The score of what bears the words as its whole name. */
const bestScore = 100
/** How much more a name within a question says than its other words. */
const nameWeight = 1.5

/** Searches for these words; a whole question that finds nothing is asked again word by word. */
export async function search(typed: string, how: Asking, signal?: AbortSignal): Promise<Found> {
  const whole = found(await searchFor(typed, how, 8, signal))
  if (whole.totalCount > 0) return whole
  const said = typed.split(/[^\p{L}\p{N}]+/u)
  const words = said.filter(isTelling)
  // Names first: a capital within a question marks what it is about.
  const names = words.filter(word => /^\p{Lu}/u.test(word))
  const tried = [...new Set([...names, ...words])].slice(0, mostWords)
  if (tried.length === 0 || typed.trim() === tried[0]) return whole
  const favoured = said.some(word => asksForCommitments.has(word.toLowerCase())) ? 'Commitment' : undefined
  const answers = await Promise.all(tried.map(word => searchFor(word, how, 100, signal)))
  return weigh(
    answers.map((answer, index) => ({ answer, weight: names.includes(tried[index]!) ? nameWeight : 1 })),
    favoured,
  )
}

/** Whether a word may name something: no part of a date, no short word, none that only asks. */
function isTelling(word: string): boolean {
  return word.length > 2 && !/^\d+$/.test(word) && !asking.has(word.toLowerCase())
}

interface WordAnswer {
  readonly answer: Connection
  /** How much the word says. */
  readonly weight: number
}

/**
 * What was found for the most words comes first; the rarer a word the more it says, and a name that holds it more than a mention.
 * The best of the type that is asked for comes before all others, unless hardly anything speaks for it.
 */
function weigh(answers: readonly WordAnswer[], favoured: string | undefined): Found {
  const hits = new Map<string, { readonly hit: Found['hits'][number]; weight: number; named: boolean }>()
  for (const { answer, weight: wordWeight } of answers)
    for (const { score, node: hit } of answer.edges) {
      const known = hits.get(hit.id) ?? { hit, weight: 0, named: false }
      const weight = ((1 + score / bestScore) * wordWeight) / Math.sqrt(1 + answer.totalCount)
      const { __typename: type } = hit
      known.weight += secondary.has(type) ? weight / 2 : weight
      known.named ||= wordWeight > 1
      hits.set(hit.id, known)
    }
  const best = [...hits.values()].sort((a, b) => b.weight - a.weight)
  const someNamed = answers.some(answer => answer.weight > 1)
  const asked = best.findIndex(({ hit, named }) => hit.__typename === favoured && (named || !someNamed))
  if (asked > 0 && best[asked]!.weight > best[0]!.weight / 5) best.unshift(...best.splice(asked, 1))
  return { totalCount: hits.size, hits: best.slice(0, mostHits).map(({ hit }) => hit) }
}

function found({ totalCount, edges }: Connection): Found {
  return { totalCount, hits: edges.map(({ node }) => node) }
}

async function searchFor(query: string, { lang, asOf }: Asking, first: number, signal?: AbortSignal): Promise<Connection> {
  const { search } = await ask<{ search: Connection }>(documents.search, { query, first, lang, asOf }, signal)
  return search
}
