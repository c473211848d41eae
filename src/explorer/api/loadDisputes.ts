import { ask } from './ask.ts'
import type { Asking } from './loadStep.ts'

/** A property of which sources say different things: what the record says, and what each of them does. */
export interface Dispute {
  readonly id: string
  readonly property: string
  readonly value: string | null
  readonly claims: readonly {
    readonly id: string
    readonly value: string
    readonly claimedBy: string
    readonly rank: string
    readonly rankReason: string | null
    readonly source: string
    readonly quote: string | null
  }[]
}

/** The disputes about an entity. */
export async function loadDisputes(id: string, { asOf }: Asking): Promise<readonly Dispute[]> {
  const query = `query ($id: ID!, $asOf: AsOf) {
    disputes(entity: $id, first: 20, asOf: $asOf) {
      edges { node { id property value claims { id value claimedBy rank rankReason source quote } } }
    }
  }`
  const { disputes } = await ask<{ disputes: { edges: readonly { node: Dispute }[] } }>(query, { id, asOf })
  return disputes.edges.map(({ node }) => node)
}
