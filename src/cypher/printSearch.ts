import type { Page, RowSource } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import { Language } from '../schema/language.ts'
import { searchIndexName, searchProperty } from './constraints.ts'
import { enter, isPast, printIs, withState } from './knownAt.ts'
import { literal, type Printing, printSubquery, printWhere } from './printing.ts'
import { printAfter, printFirstThen, printPart } from './printOrderedScan.ts'
import { printPastHits } from './printPastRows.ts'
import { idKey, type Purpose, type Rows, type SortKey } from './printRows.ts'
import { namesProperty } from './record.ts'
import type { SearchPart } from './searchQuery.ts'

type Search = Extract<RowSource, { kind: 'search' }>

/**
 * How well a hit can match: one of its names is what was asked for, begins with it, or holds all of its words; its names hold all of them
 * together or in other forms; they hold some; one in another form; or only the texts do.
 */
const searchScores = { whole: 100, begun: 60, held: 20, together: 19, most: 18, some: 1, inflected: 2, mentioned: 1 } as const
/** By how much hits with a name that begins so, or holds all words, differ at most. */
const nearest = 39

/**
 * The entities whose words match, each with its score unless they are only counted. The indexes only find them, and tell whose
 * names hold all words or one; what they hold besides tells nothing. Those that hold only some, and at last those that hold none, which are
 * many and all alike, are read only where the page has room for them.
 */
export function printSearchRows(printing: Printing, source: Search, page: Page, purpose: Purpose): Rows {
  const node = printing.variable('n')
  const score = printing.variable('score')
  enter(printing, node, source.asOf)
  const variables = [node, score]
  const byScore: SortKey = { expression: score, type: 'Int', descending: true, nullable: false }
  const keys = [byScore, idKey(node)]
  const rows = { keys, variables, node, score }
  if (purpose.kind === 'count') return { ...rows, clauses: printHits(printing, source, node, 'all') }
  const held = [...new Set([node, printing.state(node)])]
  const kept = held.join(', ')
  const order = (by: string) => `RETURN [${kept}, ${score}] ORDER BY ${by}${node}.id LIMIT ${purpose.limit}`
  const scored = (part: SearchPart, least: number, clauses: readonly string[], by: string): string[] => {
    // After a hit with a lower score there is none of these.
    const gate = page.after === undefined ? '' : `${printPart(printing, page, keys, 0)} >= ${least}`
    return [
      ...printHits(printing, source, node, part, gate),
      ...clauses,
      ...printBeyond(printing, page, keys, kept, score),
      order(by),
    ]
  }
  const named = { kept, names: `${printing.state(node)}.${namesProperty}`, query: source.query, score }
  const best = scored('held', searchScores.together, printNearness(printing, named), `${score} DESC, `)
  const next = scored('partly', searchScores.inflected, printShare(printing, named), `${score} DESC, `)
  const last = scored('mentioned', searchScores.mentioned, [`WITH ${kept}, ${searchScores.mentioned} AS ${score}`], '')
  const other = printing.variable('hit')
  const others = [...printFirstThen(printing, other, [], next, last, purpose.limit), `RETURN ${other}`]
  const found = printing.variable('hit')
  const each = [...held, score].map((variable, index) => `${found}[${index}] AS ${variable}`)
  return {
    ...rows,
    clauses: [...printFirstThen(printing, found, [], best, others, purpose.limit), `WITH ${each.join(', ')}`],
  }
}

/** Where one part of the hits is found: in the indexes of the languages asked for, each once. */
function printHits(printing: Printing, source: Search, node: string, part: SearchPart, gate = ''): string[] {
  const { query, types, language, asOf } = source
  const languages = language ? [language] : (Object.values(Language) as Language[])
  const search = printing.variable('search')
  const hits = (found: string, suffix: string) => {
    const searches = languages.map(spoken => {
      const text = printing.parameters.add(query, { kind: 'search', property: searchProperty[spoken], part })
      return `[${literal(searchIndexName(spoken) + suffix)}, ${text}]`
    })
    const all = `[${searches.join(', ')}]`
    return [
      `UNWIND ${gate ? `CASE WHEN ${gate} THEN ${all} ELSE [] END` : all} AS ${search}`,
      `CALL db.index.fulltext.queryNodes(${search}[0], ${search}[1]) YIELD node AS ${found}`,
    ]
  }
  const kept = withState(printing, node)
  const found = isPast(asOf) ? printPastHits(printing, node, asOf, hits) : hits(node, '')
  // The indexes of the present hold nothing but entities.
  const any = types.length === printing.ontology.nodeTypes.size && !isPast(asOf)
  const names = types.map(({ name }) => name)
  const wanted = any ? '' : printWhere([printIs(printing, node, names)])
  // One language has each entity once.
  const one = languages.length === 1
  const better = betterPart[part]
  if (one || !better) return [...found, `WITH ${one && !isPast(asOf) ? '' : 'DISTINCT '}${kept}`, wanted]
  // What stands higher by the words of one language may stand lower by those of another.
  const known = printing.variable('known')
  return [
    `WITH ${printSubquery('COLLECT', [...printHits(printing, source, node, better, gate), `RETURN ${node}`])} AS ${known}`,
    ...found,
    `WITH ${kept}, ${known} WHERE NOT ${node} IN ${known}`,
    `WITH DISTINCT ${kept}`,
    wanted,
  ]
}

/** What none of a part of the hits is in, in whatever language. */
const betterPart: Partial<Record<SearchPart, SearchPart>> = { partly: 'held', mentioned: 'named' }

/** Only hits after the cursor. */
function printBeyond(printing: Printing, page: Page, keys: readonly SortKey[], kept: string, score: string): string[] {
  const after = printAfter(printing, page, keys)
  return after ? [`WITH ${kept}, ${score} WHERE ${after}`] : []
}

/** Hits, by the variables kept, with their names and where their score goes. */
interface Named {
  readonly kept: string
  readonly names: string
  readonly query: Leaf
  readonly score: string
}

/**
 * The score of a hit whose names hold all words, from these names, in whole numbers, so that it is the same whatever else the graph holds.
 * Of two names that begin with the words, or hold them, the shorter one is nearer. See `namesOf` for how names are stored.
 */
function printNearness(printing: Printing, { kept, names: stored, query, score }: Named): string[] {
  const typed = (form: 'name' | 'wholeName' | 'words') => printing.parameters.add(query, { kind: 'typed', form })
  const [name, whole, words] = [typed('name'), typed('wholeName'), typed('words')]
  const names = printing.variable('names')
  const { begun, held, together } = searchScores
  const nearness = `CASE WHEN name STARTS WITH ${name} THEN ${begun} ELSE ${held} END + ${nearest} * size(${name}) / (size(${name}) + size(name))`
  const near = `[name IN split(${names}, '|') WHERE all(word IN ${words} WHERE name CONTAINS word) | ${nearness}]`
  return [
    `WITH ${kept}, ${stored} AS ${names}`,
    [
      `WITH ${kept}, CASE WHEN ${names} CONTAINS ${whole} THEN ${searchScores.whole}`,
      `  ELSE reduce(best = ${together}, near IN ${near} | CASE WHEN near > best THEN near ELSE best END) END AS ${score}`,
    ].join('\n'),
  ]
}

/** The score of a hit whose names hold some of the words: by how many these are. */
function printShare(printing: Printing, { kept, names, query, score }: Named): string[] {
  const words = printing.parameters.add(query, { kind: 'typed', form: 'words' })
  const met = printing.variable('met')
  const { inflected, some, most } = searchScores
  return [
    `WITH ${kept}, ${names} AS ${met}`,
    `WITH ${kept}, size([word IN ${words} WHERE ${met} CONTAINS word]) AS ${met}`,
    // Letters within a word count, but do not make a hit one that holds all words.
    `WITH ${kept}, CASE ${met} WHEN 0 THEN ${inflected} WHEN size(${words}) THEN ${most} ELSE ${some} + ${most} * ${met} / size(${words}) END AS ${score}`,
  ]
}
