import { agrees, isComparable } from '../ingest/claimValue.ts'
import { addRecordClaims, isReasonOfRule, rule } from '../ingest/recordClaims.ts'
import { findRecordedIn } from '../ingest/recordedValues.ts'
import { type SeedRecord, type SeedStatement, textOf } from '../ingest/seed.ts'
import type { Draft } from './draft.ts'
import { recordOf } from './draftEntities.ts'
import { storedStatement } from './draftStatements.ts'
import type { GraphState, WholeStatement } from './graphState.ts'
import { placeOf } from './placedInput.ts'

const path = 'claims'
const types = ['CLAIMS']

/**
 * Draws the conclusions from the claims about what an edit touches once more, as a load would: claims that differ from the
 * record are ranked below it, and what no longer follows goes. What the edit itself says of a conclusion is left as it says.
 */
export async function concludeClaims(draft: Draft, state: GraphState): Promise<void> {
  const about = await findTouched(draft, state)
  if (about.size === 0) return
  const stored = (await state.readStatementsOf(about, types)).filter(claim => about.has(claim.to))
  const concluded = new Map(stored.filter(isConclusion).map(claim => [claim.from, claim]))
  const claimed = stored.filter(claim => !isConclusion(claim) && draft.stands(claim))
  await state.readEntities([...about, ...stored.map(({ from }) => from)])
  const kept = claimed.flatMap(claim => {
    const statement = storedStatement(draft, state, claim, path)
    return statement ? [{ statement, claim }] : []
  })
  const drafted = draft.statements.filter(
    ({ statement }) => isClaim(statement) && about.has(statement.to) && textOf(statement, 'source') !== rule,
  )
  const statements = [...kept, ...drafted].map(({ statement }) => statement)
  const corrected = [...about].flatMap(id => draft.entities.get(id)?.record ?? [])
  const records = [...corrected, ...statements.flatMap(({ from }) => recordIn(draft, state, from) ?? [])]
  const seed = { records, statements, problems: [], complete: true }
  const { statements: ranked, records: all } = await addRecordClaims(seed, findRecordedIn(state.run, state.ontology, records))
  kept.forEach(({ claim }, index) => {
    if (!isRankedByEditor(state, claim)) draft.statements.push({ statement: ranked[index]!, replaces: claim })
  })
  drafted.forEach((item, index) => {
    const { statement, replaces } = item
    // Who ranks a claim has the last word.
    if (replaces && replaces.properties['rank'] !== textOf(statement, 'rank')) return
    draft.statements.splice(draft.statements.indexOf(item), 1, { ...item, statement: ranked[kept.length + index]! })
  })
  const following = new Map(ranked.slice(statements.length).map(statement => [statement.from, statement]))
  await state.readEntities(following.keys())
  for (const record of all.slice(records.length)) keep(record, following.get(record.id)!)
  for (const [id, claim] of concluded) if (!following.has(id)) await withdraw(draft, state, claim)

  function keep(record: SeedRecord, statement: SeedStatement): void {
    const { id } = record
    if (isTouched(draft, id)) return
    const entity = state.entities.get(id)
    const claim = concluded.get(id)
    draft.entities.set(id, { record, ...(entity && { stored: entity }) })
    // An editor may have ranked the conclusion.
    if (!claim || isReasonOfRule(String(claim.properties['rankReason']), claim.to))
      draft.statements.push({ statement, ...(claim && { replaces: claim }) })
  }
}

/** What the claims are about that the edit touches: their subject, themselves, or that they are made of it. */
async function findTouched(draft: Draft, state: GraphState): Promise<Set<string>> {
  const stored = await state.readStatementsOf([...draft.entities.keys(), ...draft.removed.keys()], types)
  const replaced = draft.statements.flatMap(({ replaces }) => (replaces ? [replaces] : []))
  const retracted = [...draft.retracted.values()].map(({ stored }) => stored)
  const claims = [...stored, ...[...replaced, ...retracted].filter(({ type }) => types.includes(type))]
  const made = draft.statements.flatMap(({ statement }) => (isClaim(statement) ? [statement.to] : []))
  return new Set([...claims.map(({ to }) => to), ...made])
}

function isClaim({ type }: SeedStatement): boolean {
  return types.includes(type.name)
}

function isConclusion({ properties }: WholeStatement): boolean {
  return properties['source'] === rule
}

/** Whether a claim has a normal rank although it differs from the record: the rule would not have left it that. */
function isRankedByEditor({ entities, ontology }: GraphState, { from, to, properties }: WholeStatement): boolean {
  const [claim, about] = [entities.get(from)?.properties, entities.get(to)]
  const property = ontology.nodeTypes.get(about?.type ?? '')?.properties.get(String(claim?.['property']))
  const recorded = property && about?.properties[property.name]
  if (properties['rank'] !== 'NORMAL' || !property || !isComparable(property)) return false
  return recorded !== undefined && recorded !== null && !agrees(property, String(claim?.['value']), String(recorded))
}

function isTouched(draft: Draft, id: string): boolean {
  const stored = [...draft.retracted.values()].some(({ stored: { from } }) => from === id)
  return (
    stored || draft.entities.has(id) || draft.removed.has(id) || draft.statements.some(({ replaces }) => replaces?.from === id)
  )
}

function recordIn(draft: Draft, state: GraphState, id: string): SeedRecord | undefined {
  const drafted = draft.entities.get(id)?.record
  const stored = state.entities.get(id)
  return drafted ?? (stored && recordOf(state.ontology, stored, path))
}

async function withdraw(draft: Draft, state: GraphState, claim: WholeStatement): Promise<void> {
  if (draft.statements.some(({ replaces }) => replaces?.from === claim.from)) return
  const at = placeOf(path)
  const entity = state.entities.get(claim.from)
  for (const stored of await state.readStatementsOf([claim.from]))
    if (draft.stands(stored)) draft.retracted.set(stored.id, { stored, at })
  if (entity && !draft.entities.has(claim.from)) draft.removed.set(claim.from, { stored: entity, at })
}
