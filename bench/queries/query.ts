import type { Domain } from '../domain.ts'
import type { Random } from '../random.ts'

/** The parameters of one request, the same for every contender; all are text. */
export type Parameters = Readonly<Record<string, string>>

/** One question, in the words of each contender. All must give the same rows in the same order. */
export interface BenchQuery {
  readonly name: string
  readonly question: string
  /** One hand-written statement that returns the answer as one value; its shape is the one that answers are compared in. */
  readonly cypher: string
  readonly pacta: string
  readonly neo4jGraphql: string
  /** Draws one set of parameters, what has many relationships most often. */
  draw(domain: Domain, random: Random): Parameters
  /** Brings an answer's data to the shape of the hand-written one; left out where it has that shape. */
  readonly fromCypher?: (value: never) => unknown
  readonly fromPacta: (data: never) => unknown
  readonly fromNeo4jGraphql: (data: never) => unknown
}

/** A page as GraphQL connections give it. */
export interface Page<Node, Edge = object> {
  readonly edges: readonly ({ readonly node: Node } & Edge)[]
  readonly totalCount?: number
}

/** What each row of a page says: of its node, and of the statement, in whose words either has it. */
export function rowsOf<Node extends object, Edge extends object>(
  page: Page<Node, Edge & { readonly properties?: object }>,
): (Node & Omit<Edge, 'properties'>)[] {
  return page.edges.map(({ node, properties, ...own }) => ({ ...own, ...properties, ...node }) as never)
}

/** The nodes of a page. */
export function nodesOf<Node>(page: Page<Node>): Node[] {
  return page.edges.map(({ node }) => node)
}
