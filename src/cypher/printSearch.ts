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
 * How well a hit can match: its name is what was asked for, or begins with it, or holds all of its words, or at least one in
 * some form, or only the texts do.
 */
const searchScores = { whole: 100, begun: 60, held: 20, named: 2, mentioned: 1 } as const
/** By how much a hit that is named so differs from the next one in the same way, at most. */
const spread = { name: 39, mention: 18 } as const

/**
 * The entities whose words match, each with its score unless they are only counted. The indexes only find them, and tell whose
 * names hold a word; what they hold besides tells nothing. The others, which are many, come last and all alike, so they are
 * read only where the page has room for them, and nothing but their ids.
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
  // After a hit that is only mentioned there is no named one.
  const gate = page.after === undefined ? '' : `${printPart(printing, page, keys, 0)} > ${searchScores.mentioned}`
  const named = [
    ...printHits(printing, source, node, 'named', gate),
    ...printScore(printing, kept, `${printing.state(node)}.${namesProperty}`, source.query, score),
    ...printBeyond(printing, page, keys, kept, score),
    order(`${score} DESC, `),
  ]
  const mentioned = [
    ...printHits(printing, source, node, 'mentioned'),
    `WITH ${kept}, ${searchScores.mentioned} AS ${score}`,
    ...printBeyond(printing, page, keys, kept, score),
    order(''),
  ]
  const found = printing.variable('hit')
  const each = [...held, score].map((variable, index) => `${found}[${index}] AS ${variable}`)
  return {
    ...rows,
    clauses: [...printFirstThen(printing, found, [], named, mentioned, purpose.limit), `WITH ${each.join(', ')}`],
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
  const one = languages.length === 1
  // One language has each entity once.
  if (one || part !== 'mentioned') return [...found, `WITH ${one && !isPast(asOf) ? '' : 'DISTINCT '}${kept}`, wanted]
  // What is named in the words of one language may only be mentioned in those of another.
  const named = printing.variable('named')
  return [
    `WITH ${printSubquery('COLLECT', [...printHits(printing, source, node, 'named'), `RETURN ${node}`])} AS ${named}`,
    ...found,
    `WITH ${kept}, ${named} WHERE NOT ${node} IN ${named}`,
    `WITH DISTINCT ${kept}`,
    wanted,
  ]
}

/** Only hits after the cursor. */
function printBeyond(printing: Printing, page: Page, keys: readonly SortKey[], kept: string, score: string): string[] {
  const after = printAfter(printing, page, keys)
  return after ? [`WITH ${kept}, ${score} WHERE ${after}`] : []
}

/**
 * The score of a hit from the names that it bears, in whole numbers, so that it is the same whatever else the graph holds.
 * Of two names that begin with the words, or hold them, the shorter one is nearer. See `namesOf` for how names are stored.
 */
function printScore(printing: Printing, kept: string, stored: string, query: Leaf, score: string): string[] {
  const typed = (form: 'name' | 'wholeName' | 'words') => printing.parameters.add(query, { kind: 'typed', form })
  const [name, whole, words] = [typed('name'), typed('wholeName'), typed('words')]
  const [names, met] = [printing.variable('names'), printing.variable('met')]
  const { begun, held, named, mentioned } = searchScores
  const nearness = `CASE WHEN name STARTS WITH ${name} THEN ${begun} ELSE ${held} END + ${spread.name} * size(${name}) / (size(${name}) + size(name))`
  const near = `[name IN split(${names}, '|') WHERE all(word IN ${words} WHERE name CONTAINS word) | ${nearness}]`
  return [
    `WITH ${kept}, ${stored} AS ${names}`,
    // Most hits bear only some of the words, so all that they are asked for is how many; a name may have a word in another form.
    `WITH ${kept}, ${names}, size([word IN ${words} WHERE ${names} CONTAINS word]) AS ${met}`,
    [
      `WITH ${kept}, CASE WHEN ${met} = 0 THEN ${named}`,
      `  WHEN ${met} < size(${words}) THEN ${mentioned} + ${spread.mention} * ${met} / size(${words})`,
      `  WHEN ${names} CONTAINS ${whole} THEN ${searchScores.whole}`,
      `  ELSE reduce(best = ${held - 1}, near IN ${near} | CASE WHEN near > best THEN near ELSE best END) END AS ${score}`,
    ].join('\n'),
  ]
}
