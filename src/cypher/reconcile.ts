import type { NodeType, Ontology } from '../schema/ontology.ts'
import { supersededPrefix } from './write.ts'

/** The texts of the statements by which duplicates are looked for, merges noted and taken back. */

/** Reads entities of a type after the id `$after`, in order, `$first` at most. */
export function listOfType(type: NodeType): string {
  return `MATCH (e:${type.name})
WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $first
RETURN e.id AS id, properties(e) AS properties`
}

/** Reads what stands around the entities with these `$ids`: how many statements, and the first `$most` of them by their other ends. */
export function findNeighbours(ontology: Ontology): string {
  const types = [...ontology.relationshipTypes.keys()].join('|')
  return `UNWIND $ids AS id
MATCH (e:Entity { id: id })
RETURN id, COUNT { (e)-[:${types}]-() } AS statements, COLLECT {
  MATCH (e)-[r:${types}]-(other:Entity)
  WITH DISTINCT type(r) AS type, startNode(r) = e AS outward, other.id AS other
  ORDER BY other, type, outward LIMIT $most
  RETURN [type, outward, other]
} AS neighbours`
}

/** Notes what a revision merged. */
export const createMerge = `CREATE (merge:Merge { id: 'merge/' + toString($revision), revision: $revision, type: $type, kept: $kept, lost: $lost })`

/** Notes that a merge was undone, by which revision. */
export const endMerge = `MATCH (merge:Merge { id: $id })
SET merge.undoneRevision = $revision`

const described = `merge { .id, .type, .kept, .lost, .revision, .undoneRevision,
  at: toString(revision.at), author: revision.author, note: revision.note } AS merge`

/** Lists all merges, the last one first. */
export const listMerges = `MATCH (merge:Merge)
MATCH (revision:Revision { number: merge.revision })
RETURN ${described}
ORDER BY merge.revision DESC`

/** Finds where an entity went that is not there any more: into which other one, by which merge that stands. */
export const findMergeOf = `MATCH (merge:Merge { lost: $lost })
WHERE merge.undoneRevision IS NULL AND NOT EXISTS { MATCH (:Entity { id: $lost }) }
RETURN merge.id AS id, merge.kept AS kept
ORDER BY merge.revision DESC LIMIT 1`

/** Reads the states that revision `$revision` ended of the entities with these `$ids`. */
export const readStatesBefore = `UNWIND $ids AS id
MATCH (version:EntityVersion { entityId: id, supersededRevision: $revision })
RETURN id, version.entityType AS type, version.dataset AS dataset, version.hash AS hash, properties(version) AS properties`

/** Reads the state that revision `$revision` gave the entity `$id`, whether it still stands or not. */
export const readStateAfter = `CALL {
  MATCH (state:Entity { revision: $revision, id: $id })
  RETURN state
  UNION ALL
  MATCH (state:EntityVersion { revision: $revision, entityId: $id })
  RETURN state
}
RETURN properties(state) AS properties`

const row = (type: string) =>
  `r.id AS id, ${type} AS type, from.id AS from, to.id AS to, r.key AS key, r.dataset AS dataset, r.hash AS hash, properties(r) AS properties`

/** Reads the statements that revision `$revision` ended, each type by its index. */
export function readEnded(ontology: Ontology): string {
  return eachType(ontology, type => [supersededPrefix + type], 'r.supersededRevision = $revision AND r.key IS NOT NULL')
}

/** Reads the statements that revision `$revision` began, whether they still stand or not; `ended` says which revision ended them. */
export function readBegun(ontology: Ontology): string {
  return eachType(ontology, type => [type, supersededPrefix + type], 'r.revision = $revision AND r.key IS NOT NULL')
}

function eachType(ontology: Ontology, stored: (type: string) => string[], condition: string): string {
  const branches = [...ontology.relationshipTypes.keys()].flatMap(type =>
    stored(type).map(
      name => `  MATCH (from)-[r:${name}]->(to)
  WHERE ${condition}
  RETURN r, from, to`,
    ),
  )
  return `CALL {
${branches.join('\n  UNION ALL\n')}
}
RETURN ${row(`replace(type(r), '${supersededPrefix}', '')`)}, r.supersededRevision AS ended`
}

/** Gives entities that revision `$revision` brought back to the dataset that held them. */
export const returnEntities = `UNWIND $rows AS row
MATCH (e:Entity { id: row.record })
WHERE e.revision = $revision AND e.hash = row.hash
SET e.dataset = row.dataset
WITH row
MATCH (override:Override { id: row.dataset + ' ' + row.record })
DELETE override`

/** Gives statements that revision `$revision` brought back to the dataset that held them. */
export function returnStatements(type: string): string {
  return `UNWIND $rows AS row
MATCH ()-[r:${type} { id: 'statement/' + row.record + '@' + toString($revision) }]->()
WHERE r.hash = row.hash
SET r.dataset = row.dataset
WITH row
MATCH (override:Override { id: row.dataset + ' ' + row.record })
DELETE override`
}
