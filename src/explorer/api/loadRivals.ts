import { ask } from './ask.ts'
import { documents } from './documents.ts'
import type { DetailedStatement } from './loadDetails.ts'
import type { Asking } from './loadStep.ts'

/** A statement on the same two entities, as it stands beside another. */
export type Rival = Omit<DetailedStatement, 'from' | 'to' | 'other'>

/** The other statements of this type between the same entities, those that are set aside with them. */
export async function loadRivals({ id, type, from, to }: DetailedStatement, { asOf }: Asking): Promise<readonly Rival[]> {
  const { relationships } = await ask<{ relationships: Connection<Rival> }>(documents.rivals, {
    ...{ from, to, asOf },
    types: [type],
  })
  return relationships.edges.map(({ node }) => node).filter(rival => rival.id !== id)
}

interface Connection<T> {
  readonly edges: readonly { readonly node: T }[]
}
