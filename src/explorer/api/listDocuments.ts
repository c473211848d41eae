import { ask } from './ask.ts'
import { documents as texts } from './documents.ts'
import type { Asking } from './loadStep.ts'

export interface ListedDocument {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly text: string | null
}

/** The documents whose text is stored, declarations first. */
export async function listDocuments(asking: Asking): Promise<readonly ListedDocument[]> {
  const { documents } = await ask<{ documents: { edges: readonly { node: ListedDocument }[] } }>(texts.readings, { ...asking })
  const all = documents.edges.map(({ node }) => node)
  const first = all.filter(({ kind }) => kind === 'DECLARATION')
  return [...first, ...all.filter(document => !first.includes(document))]
}
