import { ask } from './ask.ts'
import { type DetailedStatement, detailFields } from './loadDetails.ts'
import type { Asking } from './loadStep.ts'

/** A statement on the same two entities, as it stands beside another. */
export type Rival = Omit<DetailedStatement, 'from' | 'to' | 'other'>

/** The other statements of this type between the same entities, those that are set aside with them. */
export async function loadRivals({ id, type, from, to }: DetailedStatement, { asOf }: Asking): Promise<readonly Rival[]> {
  const query = `query ($from: ID!, $to: ID!, $types: [RelationshipType!], $asOf: AsOf) {
    relationships(
      filter: { from: $from, to: $to, types: $types, rank: [PREFERRED, NORMAL, DEPRECATED] }, first: 25, asOf: $asOf
    ) { edges { node { ${detailFields} } } }
  }`
  const { relationships } = await ask<{ relationships: Connection<Rival> }>(query, { from, to, types: [type], asOf })
  return relationships.edges.map(({ node }) => node).filter(rival => rival.id !== id)
}

interface Connection<T> {
  readonly edges: readonly { readonly node: T }[]
}
