import type { BenchQuery } from './query.ts'

/** One commitment by id, five scalars. */
export const q1: BenchQuery = {
  name: 'Q1',
  question: 'one commitment by id, five scalars',
  draw: (domain, random) => ({ id: domain.id('Commitment', random.between(0, domain.counts.Commitment - 1)) }),
  cypher: `MATCH (c:Commitment { id: $id })
RETURN { id: c.id, label: c.labelEn, text: c.text, strength: c.strength, deadline: toString(c.deadline) }`,
  pacta: 'query ($id: ID!) { commitment(id: $id) { id label text strength deadline } }',
  neo4jGraphql: 'query ($id: ID!) { commitments(where: { id: { eq: $id } }) { id label: labelEn text strength deadline } }',
  fromPacta: ({ commitment }: { commitment: unknown }) => commitment,
  fromNeo4jGraphql: ({ commitments }: { commitments: unknown[] }) => commitments[0],
}
