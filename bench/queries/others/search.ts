import { skew } from '../../domain.ts'
import { drawNode } from '../../nodes.ts'
import { longWords, printBestHits, printLucene } from '../q5.ts'
import { q6 } from '../q6.ts'
import type { BenchQuery, Page } from '../query.ts'

/** How O11 is answered by hand; the peer runs the same statement behind a `@cypher` field. */
export const bestInstruments = `${printBestHits('LegalInstrument')}
WITH { score: score, id: c.id, label: c.labelEn, kind: c.kind, celex: c.celex } AS hit`

/** The legal instruments that match a word of a title best. */
export const o11: BenchQuery = {
  name: 'O11',
  question: 'full text over one word, the 20 best legal instruments, by score',
  draw: (domain, random) => {
    const values = drawNode(domain, 'LegalInstrument', random.between(0, domain.counts.LegalInstrument - 1))
    const query = random.pick(longWords(String(values['titleEn'])))
    return { query, ...printLucene([query]) }
  },
  cypher: `${bestInstruments} RETURN collect(hit)`,
  pacta: `query ($query: String!) { search(query: $query, types: [LegalInstrument], lang: EN, first: 20) { edges { score node { id label
  ... on LegalInstrument { kind celex } } } } }`,
  neo4jGraphql: `query ($query: String!, $held: String!, $others: String!) { bestInstruments(query: $query, held: $held, others: $others) {
  score id label kind celex } }`,
  fromPacta: ({ search }: { search: Page<object, { readonly score: number }> }) =>
    search.edges.map(({ score, node }) => ({ score, ...node })),
  fromNeo4jGraphql: ({ bestInstruments }: { bestInstruments: unknown }) => bestInstruments,
}

/** How a commitment and a body hang together. */
export const o12: BenchQuery = {
  ...q6,
  name: 'O12',
  question: 'shortest path between a commitment and an institution, up to 6 hops; of several the first by the ids of their nodes',
  draw: (domain, random) => ({
    from: domain.id('Commitment', random.between(0, domain.counts.Commitment - 1)),
    to: domain.id('Institution', random.zipf(domain.counts.Institution, skew.institution)),
  }),
}
