import type { Direction } from '../view/view.ts'
import { ask } from './ask.ts'
import { documents } from './documents.ts'
import type { AnsweredRelationship } from './fragments.ts'
import type { Asking } from './loadStep.ts'

/** A statement with all that it says of itself. */
export interface FullStatement extends AnsweredRelationship {
  readonly note: string | null
  readonly confidence: string | null
  readonly rankReason: string | null
  readonly recordedAt: string
  readonly supersededAt: string | null
}

/** What begins at an entity, or ends there. */
export interface Side {
  readonly statements: readonly FullStatement[]
  /** Whether there are more than are listed. */
  readonly cut: boolean
}

const kept = new Map<string, Promise<Side>>()

/**
 * Reads the statements that begin or end at an entity, once for each day and language. The panel and the scene share them, and
 * every entity is asked in the same words, for which the database then has a plan.
 */
export function loadSide(id: string, direction: Direction, asking: Asking): Promise<Side> {
  const key = JSON.stringify([id, direction, asking])
  const known = kept.get(key)
  if (known) return known
  const fresh = askSide(id, direction, asking)
  kept.set(key, fresh)
  fresh.catch(() => kept.delete(key))
  return fresh
}

async function askSide(id: string, direction: Direction, asking: Asking): Promise<Side> {
  const { relationships } = await ask<{ relationships: Page }>(direction === 'OUT' ? documents.sideOut : documents.sideIn, {
    ...asking,
    id,
  })
  return { statements: relationships.edges.map(({ node }) => node), cut: relationships.pageInfo.hasNextPage }
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean }
  readonly edges: readonly { readonly node: FullStatement }[]
}
