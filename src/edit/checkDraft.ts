import { findCitations } from '../cypher/edit.ts'
import { findHolders } from '../cypher/write.ts'
import { referencesOf } from '../ingest/checkReferences.ts'
import { checkSeed } from '../ingest/checkSeed.ts'
import type { KnownEntity } from '../ingest/known.ts'
import type { Seed, SeedRecord } from '../ingest/seed.ts'
import { keyOf } from '../ingest/statementRecord.ts'
import { uniqueProperties } from '../schema/uniqueProperties.ts'
import type { Draft } from './draft.ts'
import { recordOf } from './draftEntities.ts'
import { statementOf } from './draftStatements.ts'
import type { GraphState, WholeStatement } from './graphState.ts'

/** Checks a draft by the checks of a load, together with what of the graph they have to see; adds what is wrong to its problems. */
export async function checkDraft(draft: Draft, state: GraphState): Promise<void> {
  const own = [...draft.entities.values()].map(({ record }) => record)
  const statements = draft.statements.map(({ statement }) => statement)
  const context = await readContext(draft, state)
  const seed: Seed = {
    records: [...own, ...context.records],
    statements: [...statements, ...context.statements],
    problems: [],
    complete: true,
  }
  const references = referencesOf(seed)
  await state.readEntities(references)
  await state.readSimilar(references.filter(id => !state.entities.has(id) && !draft.entities.has(id)))
  draft.problems.push(...(await checkSeed(state.ontology, seed, async ids => knownOf(draft, state, ids))))
  await checkRepetition(draft, state)
  await checkUnique(draft, state, own)
  await checkCitations(draft, state)
}

function knownOf(draft: Draft, state: GraphState, ids: readonly string[]): ReadonlyMap<string, KnownEntity> {
  const found = [...state.entities.values()].filter(({ id }) => ids.includes(id))
  const known = found.map(({ id, type, properties }): [string, KnownEntity] => {
    const { text } = properties
    return [id, { type, ...(typeof text === 'string' && { text }) }]
  })
  return new Map([...state.similar, ...known].filter(([id]) => !draft.removed.has(id)))
}

/** Passages are checked against their document and commitments against their passages, so those and what joins them are seen too. */
async function readContext(draft: Draft, state: GraphState): Promise<Pick<Seed, 'records' | 'statements'>> {
  const touched = new Map([...draft.entities].map(([id, { record }]) => [id, record.at.file]))
  for (const { statement } of draft.statements) {
    if (statement.type.name === 'STATED_IN') touch(statement.from, statement.at.file)
    if (statement.type.name === 'CONTAINS') touch(statement.to, statement.at.file)
  }
  for (const { stored, at } of draft.retracted.values()) if (stored.type === 'CONTAINS') touch(stored.to, at.file)
  const joining = await state.readStatementsOf([...touched.keys()], ['CONTAINS', 'STATED_IN'])
  const wanted = joining.filter(stored => {
    return touched.has(stored[lookedAt(stored)]) && draft.stands(stored)
  })
  await state.readEntities([...touched.keys(), ...wanted.flatMap(({ from, to }) => [from, to])])
  const others = [...touched].filter(([id]) => !draft.entities.has(id) && !draft.removed.has(id) && state.entities.has(id))
  const records = others.flatMap(([id, path]) => recordOf(state.ontology, state.entities.get(id)!, path) ?? [])
  const statements = wanted.flatMap(stored => {
    const end = lookedAt(stored)
    return statementOf(draft, state, stored, end, touched.get(stored[end])!) ?? []
  })
  return { records, statements }

  function touch(id: string, path: string): void {
    if (!touched.has(id) && !draft.removed.has(id)) touched.set(id, path)
  }
}

/** The end that the other one is checked against: a passage has a document, a commitment its passages. */
function lookedAt({ type }: WholeStatement): 'from' | 'to' {
  return type === 'CONTAINS' ? 'to' : 'from'
}

/** What is said already is superseded, not asserted once more. */
async function checkRepetition(draft: Draft, state: GraphState): Promise<void> {
  const keys = draft.statements.map(({ statement }) => keyOf(statement))
  const present = await state.readStatements(keys)
  draft.statements.forEach(({ statement, replaces }, index) => {
    const said = present.find(stored => stored.key === keys[index] && stored.id !== replaces?.id && draft.stands(stored))
    if (said) draft.report(statement.at, `This is said already as ${said.id}: supersede that with supersedeStatements.`)
  })
}

async function checkUnique(draft: Draft, { ontology, run }: GraphState, records: readonly SeedRecord[]): Promise<void> {
  for (const type of ontology.nodeTypes.values())
    for (const { name } of uniqueProperties(type)) {
      const given = records.filter(record => record.type === type && record.properties.has(name))
      const values = given.map(({ properties }) => properties.get(name)!.value)
      if (values.length === 0) continue
      const holders = await run({ text: findHolders(type, name), parameters: { values, dataset: '' } })
      for (const { id, value } of holders) {
        const record = given.find(({ properties }) => properties.get(name)!.value === value)!
        if (record.id === id || draft.removed.has(String(id)) || draft.entities.has(String(id))) continue
        draft.report(record.properties.get(name)!.at, `\`${name}\` ${value} is that of ${id} already.`)
      }
    }
}

/** A source that statements name cannot go while they stand. */
async function checkCitations(draft: Draft, { ontology, run }: GraphState): Promise<void> {
  if (draft.removed.size === 0) return
  const rows = await run({ text: findCitations(ontology), parameters: { ids: [...draft.removed.keys()] } })
  for (const stored of rows as unknown as WholeStatement[]) {
    const source = String(stored.properties['source'])
    if (draft.stands(stored))
      draft.report(draft.removed.get(source)!.at, `${source} is the source of ${stored.id}: retract or supersede that as well.`)
  }
}
