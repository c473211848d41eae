import { skew } from '../domain.ts'
import { type BenchQuery, nodesOf, type Page } from './query.ts'

interface PactaAnswer {
  readonly event: { readonly triggered: Page<{ readonly handledBy: Page<{ readonly partOf: Page<unknown> }> }> }
}
interface PeerAnswer {
  readonly events: [{ readonly triggered: readonly { readonly handledBy: readonly object[] }[] }]
}

/** An event, its first 20 commitments, the institutions that handle each, and the bodies they belong to. */
export const q4: BenchQuery = {
  name: 'Q4',
  question: 'event → its first 20 commitments → institutions → parent',
  draw: (domain, random) => ({ id: domain.id('Event', random.zipf(domain.counts.Event, skew.event)) }),
  cypher: `MATCH (e:Event { id: $id })
RETURN { id: e.id, label: e.labelEn, startDate: toString(e.startDate), commitments: COLLECT {
  MATCH (e)-[:TRIGGERED]->(c:Commitment)
  WITH c ORDER BY c.id LIMIT 20
  RETURN { id: c.id, label: c.labelEn, institutions: COLLECT {
    MATCH (c)<-[:HANDLES]-(i:Institution)
    WITH i ORDER BY i.id
    RETURN { id: i.id, label: i.labelEn, kind: i.kind, parents: COLLECT {
      MATCH (i)-[:PART_OF]->(p:Institution) WITH p ORDER BY p.id RETURN { id: p.id, label: p.labelEn } } } } }
} }`,
  pacta: `query ($id: ID!) { event(id: $id) { id label startDate triggered(first: 20) { edges { node { id label
  handledBy(first: 20) { edges { node { id label kind partOf(first: 20) { edges { node { id label } } } } } } } } } } }`,
  neo4jGraphql: `query ($id: ID!) { events(where: { id: { eq: $id } }) { id label: labelEn startDate
  triggered(limit: 20, sort: [{ id: ASC }]) { id label: labelEn
    handledBy(sort: [{ id: ASC }]) { id label: labelEn kind parents: partOf(sort: [{ id: ASC }]) { id label: labelEn } } } } }`,
  fromPacta: ({ event: { triggered, ...event } }: PactaAnswer) => ({
    ...event,
    commitments: nodesOf(triggered).map(({ handledBy, ...commitment }) => ({
      ...commitment,
      institutions: nodesOf(handledBy).map(({ partOf, ...institution }) => ({ ...institution, parents: nodesOf(partOf) })),
    })),
  }),
  fromNeo4jGraphql: ({ events: [{ triggered, ...event }] }: PeerAnswer) => ({
    ...event,
    commitments: triggered.map(({ handledBy, ...commitment }) => ({ ...commitment, institutions: handledBy })),
  }),
}
