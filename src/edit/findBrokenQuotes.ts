import { findCitations } from '../cypher/edit.ts'
import { findLoosely } from '../ingest/findLoosely.ts'
import { textOf } from '../ingest/seed.ts'
import { hasNewText, textOfRecord } from './anchorPassages.ts'
import type { Draft } from './draft.ts'
import type { GraphState, WholeStatement } from './graphState.ts'

/** Words said to be verbatim that their source no longer has after its text was corrected. */
export interface BrokenQuote {
  /** The statement that quotes, or the passage or commitment whose own words they are. */
  readonly id: string
  readonly source: string
  readonly words: string
  /** Words of the source that differ only in signs, spaces or case. */
  readonly nearest?: string
}

/** Finds what quoted the texts that an edit corrects and does so no longer. */
export async function findBrokenQuotes(draft: Draft, state: GraphState): Promise<BrokenQuote[]> {
  const corrected = [...draft.entities.values()].filter(hasNewText)
  const texts = new Map(corrected.map(({ record }) => [record.id, String(textOfRecord(record) ?? '')]))
  if (texts.size === 0) return []
  const citations = await state.run({ text: findCitations(state.ontology), parameters: { ids: [...texts.keys()] } })
  const held = await state.readStatementsOf(texts.keys(), ['CONTAINS', 'STATED_IN'])
  await state.readEntities(held.flatMap(({ from, to }) => [from, to]))
  const quoting = (citations as unknown as WholeStatement[])
    .filter(stored => draft.stands(stored))
    .map(({ id, properties }) => ({ id, source: String(properties['source']), words: properties['quote'] }))
  const stating = held
    .filter(stored => draft.stands(stored))
    .map(({ type, from, to }) => (type === 'CONTAINS' ? { id: to, source: from } : { id: from, source: to }))
    .map(({ id, source }) => ({ id, source, words: wordsOf(draft, state, id) }))
  return [...quoting, ...stating].flatMap(({ id, source, words }) => {
    const text = texts.get(source)
    if (text === undefined || typeof words !== 'string' || text.includes(words)) return []
    const nearest = findLoosely(text, words)
    return [{ id, source, words, ...(nearest !== undefined && { nearest }) }]
  })
}

function wordsOf(draft: Draft, state: GraphState, id: string): unknown {
  const drafted = draft.entities.get(id)
  return drafted ? textOf(drafted.record, 'text') : state.entities.get(id)?.properties['text']
}
