import { skew } from '../domain.ts'
import type { Random } from '../random.ts'
import { type BenchQuery, nodesOf, type Page } from './query.ts'

/** The first day of a year and that of the next. */
export function drawYear(random: Random): { from: string; to: string } {
  const year = random.between(2010, 2029)
  return { from: `${year}-01-01`, to: `${year + 1}-01-01` }
}

/** The commitments of a theme that are due in a year. */
export const q7: BenchQuery = {
  name: 'Q7',
  question: 'commitments of a theme with a deadline in a year, by deadline and id, the first 50, with how many there are',
  draw: (domain, random) => {
    const year = drawYear(random)
    return { theme: domain.id('Theme', random.zipf(domain.counts.Theme, skew.theme)), ...year }
  },
  cypher: `MATCH (:Theme { id: $theme })<-[:ABOUT]-(c:Commitment)
WHERE c.deadline >= date($from) AND c.deadline < date($to)
WITH c ORDER BY c.deadline, c.id
WITH collect(c) AS due
RETURN { totalCount: size(due), commitments: [c IN due[..50] |
  { id: c.id, label: c.labelEn, strength: c.strength, deadline: toString(c.deadline) }] }`,
  pacta: `query ($theme: ID!, $from: Date!, $to: Date!) {
  commitments(filter: { theme: [$theme], deadline: { onOrAfter: $from, before: $to } }, orderBy: DEADLINE_ASC, first: 50) {
    totalCount edges { node { id label strength deadline } } } }`,
  neo4jGraphql: `query ($theme: ID!, $from: Date!, $to: Date!) { themes(where: { id: { eq: $theme } }) {
  commitmentsConnection(first: 50, where: { node: { deadline: { gte: $from, lt: $to } } },
    sort: [{ node: { deadline: ASC } }, { node: { id: ASC } }]) {
    totalCount edges { node { id label: labelEn strength deadline } } } } }`,
  fromPacta: ({ commitments }: { commitments: Page<unknown> }) => ({
    totalCount: commitments.totalCount,
    commitments: nodesOf(commitments),
  }),
  fromNeo4jGraphql: ({ themes }: { themes: [{ commitmentsConnection: Page<unknown> }] }) => ({
    totalCount: themes[0].commitmentsConnection.totalCount,
    commitments: nodesOf(themes[0].commitmentsConnection),
  }),
}
