import { skew } from '../domain.ts'
import type { BenchQuery } from './query.ts'

/** How the answer to Q6 is reached by hand; the peer runs the same statement behind a `@cypher` field. */
export const shortestPath = `MATCH (a:Entity { id: $from }) MATCH (b:Entity { id: $to })
MATCH path = allShortestPaths((a)-[*..6]-(b))
WITH path ORDER BY [n IN nodes(path) | n.id], [r IN relationships(path) | r.id] LIMIT 1
RETURN { length: length(path), nodes: [n IN nodes(path) | { id: n.id }] }`

/** The shortest path between two institutions. */
export const q6: BenchQuery = {
  name: 'Q6',
  question: 'shortest path between two institutions, up to 6 hops; of several the first by the ids of their nodes',
  draw: (domain, random) => {
    const count = domain.counts.Institution
    const from = random.zipf(count, skew.institution)
    const to = random.between(0, count - 2)
    // The two differ.
    return { from: domain.id('Institution', from), to: domain.id('Institution', to >= from ? to + 1 : to) }
  },
  cypher: shortestPath,
  pacta: 'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 6, first: 1) { length nodes { id } } }',
  neo4jGraphql: 'query ($from: ID!, $to: ID!) { shortestPath(from: $from, to: $to) { length nodes { id } } }',
  fromPacta: ({ paths }: { paths: unknown[] }) => paths[0] ?? null,
  fromNeo4jGraphql: ({ shortestPath }: { shortestPath: unknown }) => shortestPath,
}
