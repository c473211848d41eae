import { printSearchQuery } from '../../src/cypher/searchQuery.ts'
import { foldText } from '../../src/schema/foldText.ts'
import { drawNode } from '../nodes.ts'
import { type BenchQuery, nodesOf, type Page } from './query.ts'

interface Hit {
  readonly handledBy: Page<unknown>
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
    return { query, lucene: printSearchQuery(query)! }
  },
  cypher: `CALL db.index.fulltext.queryNodes('search_en', $lucene, { limit: 1000 }) YIELD node AS c, score
WITH c, score WHERE c:Commitment
WITH c, score ORDER BY score DESC, c.id LIMIT 20
RETURN collect({ score: score, id: c.id, label: c.labelEn, institutions: COLLECT {
  MATCH (c)<-[:HANDLES]-(i:Institution) WITH i ORDER BY i.id RETURN { id: i.id, label: i.labelEn, kind: i.kind } } })`,
  pacta: `query ($query: String!) { search(query: $query, types: [Commitment], lang: EN, first: 20) { edges { score node { id label
  ... on Commitment { handledBy(first: 20) { edges { node { id label kind } } } } } } } }`,
  neo4jGraphql: `query ($lucene: String!) { searchCommitments(phrase: $lucene, first: 20, sort: [{ score: DESC }, { node: { id: ASC } }]) {
  edges { score node { id label: labelEn institutions: handledBy(sort: [{ id: ASC }]) { id label: labelEn kind } } } } }`,
  fromPacta: ({ search }: { search: Page<Hit, { readonly score: number }> }) =>
    search.edges.map(({ score, node: { handledBy, ...node } }) => ({ score, ...node, institutions: nodesOf(handledBy) })),
  fromNeo4jGraphql: ({ searchCommitments }: { searchCommitments: Page<object, { readonly score: number }> }) =>
    searchCommitments.edges.map(({ score, node }) => ({ score, ...node })),
}
