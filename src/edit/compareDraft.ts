import { type EntityRecord, hashRecord, type StatementRecord } from '../cypher/record.ts'
import type { Difference } from '../database/recordDifference.ts'
import { buildBatch } from '../ingest/buildBatch.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { Draft, DraftEntity, DraftStatement } from './draft.ts'
import type { WholeEntity, WholeStatement } from './graphState.ts'

/** A change of one record, before it has a revision. */
export interface RecordChange {
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED'
  readonly of: 'entity' | 'statement'
  /** The id of the entity, or the key of the statement. */
  readonly record: string
  /** The id of the statement's version before. */
  readonly previous?: string
  /** The dataset that held it before, with the hash of what it said. */
  readonly before?: { readonly dataset: string; readonly hash: string }
  /** The hash of what is said now; none when nothing is. */
  readonly hash: string | null
}

/** What a draft without problems changes, as it is written and record by record. */
export function compareDraft(ontology: Ontology, draft: Draft): { difference: Difference; changes: RecordChange[] } {
  const entities = build(ontology, [...draft.entities.values()]).filter(({ item, record }) => differs(item.stored, record))
  const statements = buildStatements(ontology, draft.statements)
  const asserted = statements.filter(({ item, record }) => item.replaces?.key !== record.key)
  const changed = statements.flatMap(({ item: { replaces }, record }) =>
    replaces && replaces.key === record.key && differs(replaces, record) ? [{ stored: replaces, record }] : [],
  )
  const withdrawn = [
    ...asserted.flatMap(({ item }) => item.replaces ?? []),
    ...[...draft.retracted.values()].map(({ stored }) => stored),
  ]
  const removed = [...draft.removed.values()].map(({ stored }) => stored)
  const difference: Difference = {
    nodesAdded: entities.filter(({ item }) => !item.stored).map(({ record }) => record),
    nodesChanged: entities.filter(({ item }) => item.stored).map(({ record }) => record),
    nodesRemoved: removed,
    statementsAdded: asserted.map(({ record }) => record),
    statementsChanged: changed,
    statementsRemoved: withdrawn,
  }
  const changes = [
    ...entities.map(({ item, record }) => describe('entity', record.id, item.stored, record)),
    ...asserted.map(({ record }) => describe('statement', record.key, undefined, record)),
    ...changed.map(({ stored, record }) => describe('statement', record.key, stored, record)),
    ...withdrawn.map(stored => describe('statement', stored.key, stored, undefined)),
    ...removed.map(stored => describe('entity', stored.id, stored, undefined)),
  ]
  return { difference, changes }
}

function build(ontology: Ontology, items: readonly DraftEntity[]): { item: DraftEntity; record: EntityRecord }[] {
  const { entities } = buildBatch(
    ontology,
    seedOf(
      items.map(({ record }) => record),
      [],
    ),
  )
  return items.map((item, index) => ({ item, record: entities[index]! }))
}

function buildStatements(
  ontology: Ontology,
  items: readonly DraftStatement[],
): { item: DraftStatement; record: StatementRecord }[] {
  const { statements } = buildBatch(
    ontology,
    seedOf(
      [],
      items.map(({ statement }) => statement),
    ),
  )
  return items.map((item, index) => ({ item, record: statements[index]! }))
}

function seedOf(records: DraftEntity['record'][], statements: DraftStatement['statement'][]): Parameters<typeof buildBatch>[1] {
  return { records, statements, problems: [], complete: true }
}

function differs(stored: WholeEntity | WholeStatement | undefined, record: EntityRecord | StatementRecord): boolean {
  return stored?.hash !== hashRecord(record)
}

function describe(
  of: RecordChange['of'],
  record: string,
  stored: WholeEntity | WholeStatement | undefined,
  said: EntityRecord | StatementRecord | undefined,
): RecordChange {
  return {
    ...{ of, record, kind: !stored ? 'ADDED' : said ? 'CHANGED' : 'REMOVED', hash: said ? hashRecord(said) : null },
    ...(stored && { before: { dataset: stored.dataset, hash: stored.hash } }),
    ...(stored && of === 'statement' && { previous: stored.id }),
  }
}
