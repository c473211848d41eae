import { foldText } from '../../src/schema/foldText.ts'
import { drawNode } from '../nodes.ts'
import { type BenchQuery, nodesOf, type Page } from './query.ts'

interface Hit {
  readonly handledBy: Page<unknown>
}

/** How the hits of Q5 are found and scored by hand; the peer runs the same statement behind a `@cypher` field. */
export const bestHits = `CALL db.index.fulltext.queryNodes('search_en', $lucene) YIELD node AS c, score AS named
WITH c, named, c.searchNames AS names, split($query, ' ') AS words WHERE c:Commitment
WITH c, named, names, words, size([word IN words WHERE names CONTAINS word]) AS met
WITH c, CASE WHEN named = 0 THEN 1 WHEN met = 0 THEN 2 WHEN met < size(words) THEN 1 + 18 * met / size(words)
  WHEN names CONTAINS '|' + $query + '|' THEN 100
  ELSE reduce(best = 19, near IN [name IN split(names, '|') WHERE all(word IN words WHERE name CONTAINS word) |
    CASE WHEN name STARTS WITH $query THEN 60 ELSE 20 END + 39 * size($query) / (size($query) + size(name))] |
    CASE WHEN near > best THEN near ELSE best END) END AS score
ORDER BY score DESC, c.id LIMIT 20
WITH { score: score, id: c.id, label: c.labelEn, institutions: COLLECT {
  MATCH (c)<-[:HANDLES]-(i:Institution) WITH i ORDER BY i.id RETURN { id: i.id, label: i.labelEn, kind: i.kind } } } AS hit`

/** All words must occur, the last one may be cut short; the index scores a hit above nothing where its names hold one of them. */
function printLucene(words: readonly string[]): string {
  const required = words.map((word, index) => `+(searchEn:"${word}"${index === words.length - 1 ? ` searchEn:${word}*` : ''})^0`)
  return `${required.join(' ')} ${words.map(word => `searchNames:"${word}" searchNames:${word}*`).join(' ')}`
}

/** The commitments that match two words best, with the institutions that handle them. */
export const q5: BenchQuery = {
  name: 'Q5',
  question: 'full text over two words, the 20 best commitments with their institutions, by score',
  draw: (domain, random) => {
    const values = drawNode(domain, 'Commitment', random.between(0, domain.counts.Commitment - 1))
    // Long words only: they are neither stop words nor the small words between.
    const words = foldText(String(values['text']))
      .split(' ')
      .filter(word => word.length > 5)
    const [one, other] = [random.pick(words), random.pick(words)]
    const query = one === other ? one : `${one} ${other}`
    return { query, lucene: printLucene(query.split(' ')) }
  },
  cypher: `${bestHits} RETURN collect(hit)`,
  pacta: `query ($query: String!) { search(query: $query, types: [Commitment], lang: EN, first: 20) { edges { score node { id label
  ... on Commitment { handledBy(first: 20) { edges { node { id label kind } } } } } } } }`,
  neo4jGraphql: `query ($query: String!, $lucene: String!) { bestHits(query: $query, lucene: $lucene) {
  score id label institutions { id label kind } } }`,
  fromPacta: ({ search }: { search: Page<Hit, { readonly score: number }> }) =>
    search.edges.map(({ score, node: { handledBy, ...node } }) => ({ score, ...node, institutions: nodesOf(handledBy) })),
  fromNeo4jGraphql: ({ bestHits }: { bestHits: unknown }) => bestHits,
}
