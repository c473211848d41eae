import { skew } from '../domain.ts'
import type { BenchQuery } from './query.ts'

interface Path {
  readonly length: number
  readonly nodes: readonly { readonly id: string }[]
}

/** How the answer to Q6 is reached by hand; the peer runs the same statement behind a `@cypher` field. */
export const shortestPath = `MATCH (a:Entity { id: $from }) MATCH (b:Entity { id: $to })
MATCH path = shortestPath((a)-[*..6]-(b))
RETURN { length: length(path), nodes: [n IN nodes(path) | { id: n.id }] }`

/** Which of several shortest paths is given is open, so only its length and its ends are compared. */
function comparable(path: Path | null | undefined): unknown {
  return path ? { length: path.length, nodes: path.nodes.length, from: path.nodes[0]?.id, to: path.nodes.at(-1)?.id } : null
}

/** The shortest path between two institutions. */
export const q6: BenchQuery = {
  name: 'Q6',
  question:
    'shortest path between two institutions, up to 6 hops; compared by its length and ends, since several can be shortest',
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
  fromCypher: (path: Path | null) => comparable(path),
  fromPacta: ({ paths }: { paths: Path[] }) => comparable(paths[0]),
  fromNeo4jGraphql: ({ shortestPath }: { shortestPath: Path | null }) => comparable(shortestPath),
}
