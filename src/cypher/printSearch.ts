import type { RowSource } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import { Language } from '../schema/language.ts'
import { searchIndexName } from './constraints.ts'
import { enter, isPast, printIs, withState } from './knownAt.ts'
import { literal, type Printing, printWhere } from './printing.ts'
import { printPastHits } from './printPastRows.ts'
import { idKey, type Purpose, type Rows, type SortKey } from './printRows.ts'
import { namesProperty } from './record.ts'

/** How well a hit can match: its name is what was asked for, or begins with it, or holds all of its words, or only the texts do. */
const searchScores = { whole: 100, begun: 60, held: 20, mentioned: 1 } as const
/** By how much a hit that is named so differs from the next one in the same way, at most. */
const spread = { name: 39, mention: 18 } as const

/** The entities whose words match, each with its score unless they are only counted. The indexes only find them: what they hold besides tells nothing. */
export function printSearchRows(printing: Printing, source: Extract<RowSource, { kind: 'search' }>, purpose: Purpose): Rows {
  const { query, types, language, asOf } = source
  const node = printing.variable('n')
  const score = printing.variable('score')
  const index = printing.variable('index')
  const text = printing.parameters.add(query, { kind: 'search' })
  const languages = language ? [language] : (Object.values(Language) as Language[])
  const hits = (found: string, suffix: string) => {
    const names = languages.map(spoken => literal(searchIndexName(spoken) + suffix))
    return [
      `UNWIND [${names.join(', ')}] AS ${index}`,
      `CALL db.index.fulltext.queryNodes(${index}, ${text}) YIELD node AS ${found}`,
    ]
  }
  enter(printing, node, asOf)
  const kept = withState(printing, node)
  const wanted = types.map(type => type.name)
  const clauses = [
    ...(isPast(asOf) ? printPastHits(printing, node, asOf, hits) : hits(node, '')),
    // One language has each entity once.
    `WITH ${languages.length > 1 || isPast(asOf) ? 'DISTINCT ' : ''}${kept}`,
    printWhere([printIs(printing, node, wanted)]),
    ...(purpose.kind === 'count' ? [] : printScore(printing, kept, `${printing.state(node)}.${namesProperty}`, query, score)),
  ]
  const byScore: SortKey = { expression: score, type: 'Int', descending: true, nullable: false }
  return { clauses, keys: [byScore, idKey(node)], variables: [node, score], node, score }
}

/**
 * The score of a hit from the names that it bears, in whole numbers, so that it is the same whatever else the graph holds.
 * Of two names that begin with the words, or hold them, the shorter one is nearer. See `namesOf` for how names are stored.
 */
function printScore(printing: Printing, kept: string, stored: string, query: Leaf, score: string): string[] {
  const typed = (form: 'name' | 'wholeName' | 'words') => printing.parameters.add(query, { kind: 'typed', form })
  const [name, whole, words] = [typed('name'), typed('wholeName'), typed('words')]
  const [names, met] = [printing.variable('names'), printing.variable('met')]
  const { begun, held, mentioned } = searchScores
  const nearness = `CASE WHEN name STARTS WITH ${name} THEN ${begun} ELSE ${held} END + ${spread.name} * size(${name}) / (size(${name}) + size(name))`
  const near = `[name IN split(${names}, '|') WHERE all(word IN ${words} WHERE name CONTAINS word) | ${nearness}]`
  return [
    `WITH ${kept}, ${stored} AS ${names}`,
    // Most hits are only mentioned, so all that they are asked for is how many of the words their names hold.
    `WITH ${kept}, ${names}, size([word IN ${words} WHERE ${names} CONTAINS word]) AS ${met}`,
    [
      `WITH ${kept}, CASE WHEN ${met} < size(${words}) THEN ${mentioned} + ${spread.mention} * ${met} / size(${words})`,
      `  WHEN ${names} CONTAINS ${whole} THEN ${searchScores.whole}`,
      `  ELSE reduce(best = ${held - 1}, near IN ${near} | CASE WHEN near > best THEN near ELSE best END) END AS ${score}`,
    ].join('\n'),
  ]
}
