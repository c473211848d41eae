import { ask } from './ask.ts'
import { type AnsweredEntity, entityFields } from './fragments.ts'
import type { Asking } from './loadStep.ts'

/** What was found for some words. */
export interface Found {
  readonly totalCount: number
  readonly hits: readonly (AnsweredEntity & { readonly description: string | null })[]
}

interface Connection {
  readonly totalCount: number
  readonly edges: readonly { readonly node: Found['hits'][number] }[]
}

/** Words that carry a question and name nothing. */
const asking = new Set(
  `who what which when where why how does did do is are was were the an of in on to at by with under for from and or handles handle
   qui que quoi quel quelle quels quelles quand comment est sont la le les des du de un une dans sur avec par pour et ou en charge
   wie wat welke wanneer waar hoe is zijn de het een van in op te met door voor en of behandelt onder`.split(/\s+/),
)

/** Searches for these words; a whole question that finds nothing is asked again by the words that name something. */
export async function search(typed: string, { lang, asOf }: Asking, signal?: AbortSignal): Promise<Found> {
  const whole = await searchFor([typed], lang, asOf, signal)
  if (whole.totalCount > 0) return whole
  const words = typed.split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 2 && !asking.has(word.toLowerCase()))
  // Names first: a capital within a question marks what it is about.
  const names = words.filter(word => /^\p{Lu}/u.test(word))
  const tried = [...new Set([...names, ...words])].slice(0, 6)
  return tried.length === 0 || typed.trim() === tried[0] ? whole : searchFor(tried, lang, asOf, signal)
}

async function searchFor(texts: readonly string[], lang: string, asOf: Asking['asOf'], signal?: AbortSignal): Promise<Found> {
  const names = texts.map((_, index) => `q${index}`)
  const query = `query ($lang: Language!, $asOf: AsOf, ${names.map(name => `$${name}: String!`).join(', ')}) {
    ${names
      .map(
        name =>
          `${name}: search(query: $${name}, first: 8, asOf: $asOf) { totalCount edges { node { ${entityFields} description(lang: $lang) } } }`,
      )
      .join('\n')}
  }`
  const variables = Object.fromEntries(texts.map((text, index) => [`q${index}`, text]))
  const answer = await ask<Record<string, Connection>>(query, { lang, asOf, ...variables }, signal)
  const found = names.map(name => answer[name]!)
  const hits = new Map(found.flatMap(({ edges }) => edges.map(({ node }) => [node.id, node] as const)))
  return { totalCount: Math.max(...found.map(({ totalCount }) => totalCount)), hits: [...hits.values()].slice(0, 12) }
}
