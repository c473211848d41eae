import { findQuote } from '../reading/findQuote.ts'
import { ask } from './ask.ts'
import { documents } from './documents.ts'
import type { Asking } from './loadStep.ts'

/** The words of a statement in the document that holds them, with what stands around them. */
export interface Excerpt {
  readonly document: { readonly id: string; readonly label: string }
  /** Undefined when the stored text has no such words. */
  readonly words?: { readonly before: string; readonly quoted: string; readonly after: string } | undefined
}

interface AnsweredDocument {
  readonly id: string
  readonly label: string
  readonly text: string | null
}

const around = 140

/** Finds what a statement quotes; undefined when its source is no document of the graph. */
export async function loadExcerpt(source: string, quote: string | null, asking: Asking): Promise<Excerpt | undefined> {
  const variables = { ...asking, id: source }
  if (source.startsWith('document/')) {
    const { document } = await ask<{ document: AnsweredDocument | null }>(documents.documentText, variables)
    return document ? cutOut(document, quote) : undefined
  }
  if (!source.startsWith('passage/')) return undefined
  const { passage } = await ask<{ passage: { start: number; end: number; document: AnsweredDocument | null } | null }>(
    documents.passageText,
    variables,
  )
  return passage?.document ? cutOut(passage.document, quote, passage) : undefined
}

function cutOut({ text, ...document }: AnsweredDocument, quote: string | null, within?: { start: number; end: number }): Excerpt {
  const characters = Array.from(text ?? '')
  const span = quote ? findQuote(characters, quote, within) : within
  if (!span) return { document }
  const words = (start: number, end: number) => characters.slice(Math.max(start, 0), end).join('')
  return {
    document,
    words: {
      before: words(span.start - around, span.start),
      quoted: words(span.start, span.end),
      after: words(span.end, span.end + around),
    },
  }
}
