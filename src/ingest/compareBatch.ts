import { hashRecord } from '../cypher/record.ts'
import type { Difference, StoredEntity, StoredStatement } from '../database/recordDifference.ts'
import type { Batch } from './buildBatch.ts'

/** What a dataset holds, by the hash of each. */
export interface StoredDataset {
  readonly entities: readonly (StoredEntity & { readonly hash: string })[]
  readonly statements: readonly (StoredStatement & { readonly hash: string })[]
}

/** What must change so that a dataset holds this batch and nothing else. */
export function compareBatch(stored: StoredDataset, batch: Batch): Difference {
  const entities = new Map(stored.entities.map(entity => [entity.id, entity]))
  const statements = new Map(stored.statements.map(statement => [statement.key, statement]))
  const keptEntities = new Set(batch.entities.map(({ id }) => id))
  const keptStatements = new Set(batch.statements.map(({ key }) => key))
  return {
    nodesAdded: batch.entities.filter(({ id }) => !entities.has(id)),
    nodesChanged: batch.entities.filter(record => {
      const before = entities.get(record.id)
      return before !== undefined && before.hash !== hashRecord(record)
    }),
    nodesRemoved: stored.entities.filter(({ id }) => !keptEntities.has(id)),
    statementsAdded: batch.statements.filter(({ key }) => !statements.has(key)),
    statementsChanged: batch.statements.flatMap(record => {
      const before = statements.get(record.key)
      return before !== undefined && before.hash !== hashRecord(record) ? [{ stored: before, record }] : []
    }),
    statementsRemoved: stored.statements.filter(({ key }) => !keptStatements.has(key)),
  }
}
