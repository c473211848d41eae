import { ask } from './ask.ts'
import type { Asking } from './loadStep.ts'

export interface ListedDocument {
  readonly id: string
  readonly label: string
  readonly kind: string
  readonly text: string | null
}

const query = `query ($lang: Language!, $asOf: AsOf) {
  documents(first: 100, orderBy: DATE_PUBLISHED_ASC, filter: { text: { exists: true } }, asOf: $asOf) {
    edges { node { id label(lang: $lang) kind } }
  }
}`

/** The documents whose text is stored, declarations first. */
export async function listDocuments(asking: Asking): Promise<readonly ListedDocument[]> {
  const { documents } = await ask<{ documents: { edges: readonly { node: ListedDocument }[] } }>(query, { ...asking })
  const all = documents.edges.map(({ node }) => node)
  const first = all.filter(({ kind }) => kind === 'DECLARATION')
  return [...first, ...all.filter(document => !first.includes(document))]
}
