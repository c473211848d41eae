import { foldText } from '../../src/schema/foldText.ts'
import { drawNode } from '../nodes.ts'
import { type BenchQuery, nodesOf, type Page } from './query.ts'

interface Hit {
  readonly handledBy: Page<unknown>
}

/**
 * How hits of one type are found and scored by hand: those whose names hold all words, and the others only where there is room for them.
 * The peer runs the same statement behind a `@cypher` field.
 */
export const printBestHits = (label: string) => `WITH COLLECT {
  CALL db.index.fulltext.queryNodes('search_en', $held) YIELD node AS c
  WITH c, c.searchNames AS names, split($query, ' ') AS words WHERE c:${label}
  WITH c, CASE WHEN names CONTAINS '|' + $query + '|' THEN 100
    ELSE reduce(best = 19, near IN [name IN split(names, '|') WHERE all(word IN words WHERE name CONTAINS word) |
      CASE WHEN name STARTS WITH $query THEN 60 ELSE 20 END + 39 * size($query) / (size($query) + size(name))] |
      CASE WHEN near > best THEN near ELSE best END) END AS score
  RETURN [c, score] ORDER BY score DESC, c.id LIMIT 20
} AS best
UNWIND CASE WHEN size(best) = 20 THEN best ELSE best + COLLECT {
  CALL db.index.fulltext.queryNodes('search_en', $others) YIELD node AS c, score AS named
  WITH c, named, split($query, ' ') AS words WHERE c:${label}
  WITH c, named, words, size([word IN words WHERE c.searchNames CONTAINS word]) AS met
  WITH c, CASE WHEN named = 0 THEN 1 WHEN met = 0 THEN 2 WHEN met = size(words) THEN 18 ELSE 1 + 18 * met / size(words) END AS score
  RETURN [c, score] ORDER BY score DESC, c.id LIMIT 20
} END AS found
WITH found[0] AS c, found[1] AS score ORDER BY score DESC, c.id LIMIT 20`

/** How Q5 is answered by hand. */
export const bestHits = `${printBestHits('Commitment')}
WITH { score: score, id: c.id, label: c.labelEn, institutions: COLLECT {
  MATCH (c)<-[:HANDLES]-(i:Institution) WITH i ORDER BY i.id RETURN { id: i.id, label: i.labelEn, kind: i.kind } } } AS hit`

/** All words must occur, the last one may be cut short; of the others, the index scores those above nothing whose names hold one. */
export function printLucene(words: readonly string[]): { held: string; others: string } {
  const every = (property: string, boost = '') =>
    words
      .map((word, index) => `+(${property}:"${word}"${index === words.length - 1 ? ` ${property}:${word}*` : ''})${boost}`)
      .join(' ')
  const names = words.map(word => `searchNames:"${word}" searchNames:${word}*`).join(' ')
  const held = every('searchNames')
  return { held: `(${every('searchEn')} ${held})^0`, others: `${every('searchEn', '^0')} ${names} -(${held})` }
}

/** The long words of a text, folded: they are neither stop words nor the small words between. */
export function longWords(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter(word => word.length > 5)
}

/** The commitments that match two words best, with the institutions that handle them. */
export const q5: BenchQuery = {
  name: 'Q5',
  question: 'full text over two words, the 20 best commitments with their institutions, by score',
  draw: (domain, random) => {
    const values = drawNode(domain, 'Commitment', random.between(0, domain.counts.Commitment - 1))
    const words = longWords(String(values['text']))
    const [one, other] = [random.pick(words), random.pick(words)]
    const query = one === other ? one : `${one} ${other}`
    return { query, ...printLucene(query.split(' ')) }
  },
  cypher: `${bestHits} RETURN collect(hit)`,
  pacta: `query ($query: String!) { search(query: $query, types: [Commitment], lang: EN, first: 20) { edges { score node { id label
  ... on Commitment { handledBy(first: 20) { edges { node { id label kind } } } } } } } }`,
  neo4jGraphql: `query ($query: String!, $held: String!, $others: String!) { bestHits(query: $query, held: $held, others: $others) {
  score id label institutions { id label kind } } }`,
  fromPacta: ({ search }: { search: Page<Hit, { readonly score: number }> }) =>
    search.edges.map(({ score, node: { handledBy, ...node } }) => ({ score, ...node, institutions: nodesOf(handledBy) })),
  fromNeo4jGraphql: ({ bestHits }: { bestHits: unknown }) => bestHits,
}
