import type { Run } from '../database/connect.ts'
import { didYouMeanId } from '../ingest/nearest.ts'
import { shorten, type YamlValue } from '../ingest/yamlValue.ts'
import type { Ontology } from '../schema/ontology.ts'
import { anchorPassages } from './anchorPassages.ts'
import { checkDraft } from './checkDraft.ts'
import { concludeClaims } from './concludeClaims.ts'
import { Draft } from './draft.ts'
import { draftAddition, draftCorrection, readTyped, type TypedInput } from './draftEntities.ts'
import { draftAssertion, draftRank, draftRetraction, draftSupersession, endsOf, keyOfId } from './draftStatements.ts'
import { expandProgress, progressId } from './expandProgress.ts'
import { GraphState } from './graphState.ts'
import type { Operation, OperationKind } from './operation.ts'
import { placeInput, textIn, valueIn } from './placedInput.ts'

interface PlacedOperation {
  readonly kind: OperationKind
  readonly value: YamlValue
}

/** What an edit would make of the graph as it is now, checked as a load checks its files. */
export async function draftEdit(
  run: Run,
  ontology: Ontology,
  operations: readonly Operation[],
): Promise<{ draft: Draft; state: GraphState }> {
  const draft = new Draft()
  const state = new GraphState(run, ontology)
  const placed = await placeOperations(draft, state, operations)
  await readTouched(state, placed)
  for (const { kind, value } of placed) draftEntity(draft, state, kind, value)
  for (const { kind, value } of placed) draftStatement(draft, state, kind, value)
  await withdrawStatements(draft, state)
  await anchorPassages(draft, state)
  await checkDraft(draft, state)
  if (draft.problems.length === 0) await concludeClaims(draft, state)
  return { draft, state }
}

async function placeOperations(draft: Draft, state: GraphState, operations: readonly Operation[]): Promise<PlacedOperation[]> {
  const placed = operations.map(({ kind, at, value }) => ({ kind, value: placeInput(value, at, draft.report) }))
  const recorded = placed.filter(({ kind }) => kind === 'recordProgress')
  const taken = await state.readIdsLike(recorded.map(({ value }) => progressId(state.ontology, value)))
  return placed.map(operation => {
    if (operation.kind !== 'recordProgress') return operation
    const wanted = progressId(state.ontology, operation.value)
    let id = wanted
    for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
    taken.add(id)
    return { kind: 'addEntity', value: expandProgress(state.ontology, operation.value, id) }
  })
}

/** Reads all that the operations name, so that the rest needs few more looks at the graph. */
async function readTouched(state: GraphState, placed: readonly PlacedOperation[]): Promise<void> {
  const keys: string[] = []
  const ids: string[] = []
  for (const { kind, value } of placed) {
    const typed = readTyped(state.ontology, value)
    if (typed) {
      const nested = valueIn(typed.map, 'statements')
      const statements = nested?.kind === 'list' ? nested.items : []
      ids.push(typed.id, ...statements.flatMap(item => (item.kind === 'map' ? endsOf(item, typed.id) : [])))
    } else if (value.kind === 'map') {
      ids.push(...endsOf(value))
      keys.push(...[textIn(value, 'id')?.text].flatMap(id => (id === undefined ? [] : [keyOfId(id)])))
    } else if (value.kind === 'scalar' && typeof value.value === 'string') {
      if (kind === 'removeEntity') ids.push(value.value)
      else keys.push(keyOfId(value.value))
    }
  }
  const statements = await state.readStatements(keys)
  await state.readEntities([...ids, ...statements.flatMap(({ from, to }) => [from, to])])
  await state.readSimilar(ids.filter(id => !state.entities.has(id)))
}

function draftEntity(draft: Draft, state: GraphState, kind: OperationKind, value: YamlValue): void {
  if (kind === 'removeEntity') {
    draftRemoval(draft, state, value)
    return
  }
  const typed = readTyped(state.ontology, value)
  if (kind === 'addEntity' && typed) draftAddition(draft, state, typed)
  if (kind !== 'correctEntity' || !typed) return
  if (!state.entities.has(typed.id)) reportUnknown(draft, state, typed)
  draftCorrection(draft, state, typed)
}

function draftRemoval(draft: Draft, state: GraphState, value: YamlValue): void {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return
  const stored = state.entities.get(value.value)
  if (!stored) draft.report(value.at, `There is no ${shorten(value.value)}.${didYouMeanId(value.value, state.similar.keys())}`)
  else draft.removed.set(stored.id, { stored, at: value.at })
}

function reportUnknown(draft: Draft, state: GraphState, { id, map }: TypedInput): void {
  const at = textIn(map, 'id')?.at ?? map.at
  draft.report(at, `There is no ${shorten(id)}.${didYouMeanId(id, state.similar.keys())}`)
}

function draftStatement(draft: Draft, state: GraphState, kind: OperationKind, value: YamlValue): void {
  const typed = readTyped(state.ontology, value)
  if (typed) {
    const nested = valueIn(typed.map, 'statements')
    const record = draft.entities.get(typed.id)?.record
    if (record && nested?.kind === 'list') for (const item of nested.items) draftAssertion(draft, state, item, record)
  }
  if (kind === 'assertStatement') draftAssertion(draft, state, value)
  if (kind === 'supersedeStatement') draftSupersession(draft, state, value)
  if (kind === 'rankStatement') draftRank(draft, state, value)
  if (kind === 'retractStatement') draftRetraction(draft, state, value)
}

/** What is said of an entity goes with it. */
async function withdrawStatements(draft: Draft, state: GraphState): Promise<void> {
  for (const [id, { at }] of draft.removed)
    if (draft.entities.has(id)) draft.report(at, `${id} is removed and corrected in this edit.`)
  for (const stored of await state.readStatementsOf(draft.removed.keys())) {
    const { at } = (draft.removed.get(stored.from) ?? draft.removed.get(stored.to))!
    if (draft.stands(stored)) draft.retracted.set(stored.id, { stored, at })
  }
}
