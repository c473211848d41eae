import { ask } from './ask.ts'
import { type DetailedStatement, detailFields } from './loadDetails.ts'
import type { Asking } from './loadStep.ts'

/** A statement on the same two entities, as it stands beside another. */
export type Rival = Omit<DetailedStatement, 'from' | 'to' | 'other'>

/** The other statements of this type between the same entities; of who handles what, those set aside too. */
export async function loadRivals(statement: DetailedStatement, { asOf }: Asking): Promise<readonly Rival[]> {
  const { id, type, from, to } = statement
  if (type === 'HANDLES') return loadHandlingRivals(statement, asOf)
  const query = `query ($from: ID!, $to: ID!, $types: [RelationshipType!], $asOf: AsOf) {
    relationships(filter: { from: $from, to: $to, types: $types }, first: 25, asOf: $asOf) { edges { node { ${detailFields} } } }
  }`
  const { relationships } = await ask<{ relationships: Connection<Rival> }>(query, { from, to, types: [type], asOf })
  return relationships.edges.map(({ node }) => node).filter(rival => rival.id !== id)
}

async function loadHandlingRivals({ id, from, to }: DetailedStatement, asOf: object | null): Promise<readonly Rival[]> {
  const query = `query ($from: ID!, $to: ID!, $asOf: AsOf) {
    whoHandles(institution: $from, commitment: $to, first: 25, asOf: $asOf) { edges { node { id rivals { ${detailFields} } } } }
  }`
  const { whoHandles } = await ask<{ whoHandles: Connection<{ id: string; rivals: Rival[] }> }>(query, { from, to, asOf })
  return whoHandles.edges.find(({ node }) => node.id === id)?.node.rivals ?? []
}

interface Connection<T> {
  readonly edges: readonly { readonly node: T }[]
}
