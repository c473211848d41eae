import type { SeedRecord } from '../ingest/seed.ts'
import type { Draft, DraftEntity } from './draft.ts'
import { recordOf } from './draftEntities.ts'
import type { GraphState, WholeEntity } from './graphState.ts'

/**
 * Moves the passages of documents whose text is corrected to where their words now stand, the nearest place first. Those whose
 * words are gone stay as they were, and are reported with the result.
 */
export async function anchorPassages(draft: Draft, state: GraphState): Promise<void> {
  const corrected = new Map([...draft.entities].filter(([, entity]) => hasNewText(entity)))
  const contained = await state.readStatementsOf(
    [...corrected].filter(([, { record }]) => record.type.name === 'Document').map(([id]) => id),
    ['CONTAINS'],
  )
  const standing = contained.filter(statement => draft.stands(statement) && !draft.entities.has(statement.to))
  await state.readEntities(standing.map(({ to }) => to))
  for (const { from, to } of standing) {
    const { record: document } = corrected.get(from)!
    const stored = state.entities.get(to)
    const moved = stored && move(state, stored, document)
    if (moved) draft.entities.set(to, { record: moved, stored })
  }
}

/** Whether the text of an entity becomes another than it was. */
export function hasNewText({ record, stored }: DraftEntity): boolean {
  return stored !== undefined && stored.properties['text'] !== textOfRecord(record)
}

/** The text that others quote from a record. */
export function textOfRecord({ derived, properties }: SeedRecord): unknown {
  return derived.get('text') ?? properties.get('text')?.value
}

function move(state: GraphState, stored: WholeEntity, document: SeedRecord): SeedRecord | undefined {
  const text = document.derived.get('text') ?? ''
  const words = String(stored.properties['text'])
  const before = Number(stored.properties['start'])
  const places = [...startsOf(text, words)]
  const record = recordOf(state.ontology, stored, document.at.file)
  if (places.length === 0 || !record) return undefined
  const start = places.reduce((nearest, place) => (Math.abs(place - before) < Math.abs(nearest - before) ? place : nearest))
  const at = document.at
  const properties = new Map([
    ...record.properties,
    ['start', { value: start, at }] as const,
    ['end', { value: start + Array.from(words).length, at }] as const,
  ])
  return { ...record, properties }
}

/** Where these words begin in the text, in code points. */
function* startsOf(text: string, words: string): Generator<number> {
  let [unit, point] = [0, 0]
  for (let found = text.indexOf(words); found >= 0 && words; found = text.indexOf(words, found + 1)) {
    point += Array.from(text.slice(unit, found)).length
    unit = found
    yield point
  }
}
