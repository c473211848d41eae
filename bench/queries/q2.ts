import { skew } from '../domain.ts'
import { type BenchQuery, nodesOf, type Page } from './query.ts'

interface PactaAnswer {
  readonly institution: { readonly id: string; readonly label: string; readonly obligations: Page<PactaCommitment> }
}
interface PactaCommitment {
  readonly instruments: Page<unknown>
  readonly statedIn: Page<unknown>
}

/** An institution, its first 20 commitments, and of each the instruments and the documents of its passages. */
export const q2: BenchQuery = {
  name: 'Q2',
  question: 'institution by id → its first 20 commitments → the instruments of each, and the document of each passage',
  draw: (domain, random) => ({ id: domain.id('Institution', random.zipf(domain.counts.Institution, skew.institution)) }),
  cypher: `MATCH (i:Institution { id: $id })
RETURN { id: i.id, label: i.labelEn, commitments: COLLECT {
  MATCH (i)-[h:HANDLES]->(c:Commitment)
  WITH h, c ORDER BY c.id LIMIT 20
  RETURN { role: h.role, id: c.id, label: c.labelEn, strength: c.strength,
    instruments: COLLECT { MATCH (c)-[r:CONCERNS]->(l:LegalInstrument) WITH l, r ORDER BY l.id, r.aspect
      RETURN { id: l.id, label: l.labelEn, kind: l.kind, celex: l.celex } },
    passages: COLLECT { MATCH (c)-[:STATED_IN]->(p:Passage) WITH p ORDER BY p.id
      RETURN { id: p.id, document: head(COLLECT { MATCH (p)<-[:CONTAINS]-(d:Document)
        RETURN { id: d.id, label: d.labelEn, datePublished: toString(d.datePublished) } }) } } }
} }`,
  pacta: `query ($id: ID!) { institution(id: $id) { id label obligations(first: 20) { edges { role node { id label strength
  instruments(first: 100) { edges { node { id label kind celex } } }
  statedIn(first: 100) { edges { node { id document { id label datePublished } } } } } } } } }`,
  neo4jGraphql: `query ($id: ID!) { institutions(where: { id: { eq: $id } }) { id label: labelEn
  obligationsConnection(first: 20, sort: [{ node: { id: ASC } }]) { edges { properties { role } node { id label: labelEn strength
    instrumentsConnection(sort: [{ node: { id: ASC } }, { edge: { aspect: ASC } }]) { edges { node { id label: labelEn kind celex } } }
    statedIn(sort: [{ id: ASC }]) { id document { id label: labelEn datePublished } } } } } } }`,
  fromPacta: ({ institution: { obligations, ...institution } }: PactaAnswer) => ({
    ...institution,
    commitments: obligations.edges.map(({ node: { instruments, statedIn, ...commitment }, ...edge }) => ({
      ...edge,
      ...commitment,
      instruments: nodesOf(instruments),
      passages: nodesOf(statedIn),
    })),
  }),
  fromNeo4jGraphql: ({ institutions }: { institutions: [Peer] }) => {
    const [{ obligationsConnection, ...institution }] = institutions
    return {
      ...institution,
      commitments: obligationsConnection.edges.map(({ properties, node }) => {
        const { instrumentsConnection, statedIn, ...commitment } = node
        return {
          ...properties,
          ...commitment,
          instruments: nodesOf(instrumentsConnection),
          passages: statedIn.map(({ document, ...passage }) => ({ ...passage, document: document[0] })),
        }
      }),
    }
  },
}

interface Peer {
  readonly obligationsConnection: Page<
    { readonly instrumentsConnection: Page<unknown>; readonly statedIn: readonly { readonly document: readonly unknown[] }[] },
    { readonly properties: object }
  >
}
