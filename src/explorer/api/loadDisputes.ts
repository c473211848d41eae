import { ask } from './ask.ts'
import { documents } from './documents.ts'
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
  const { disputes } = await ask<{ disputes: { edges: readonly { node: Dispute }[] } }>(documents.disputes, { id, asOf })
  return disputes.edges.map(({ node }) => node)
}
