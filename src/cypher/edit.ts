import type { Ontology } from '../schema/ontology.ts'

/** The texts of the statements by which edits look at the graph and note what they did, beside those of `write.ts`. */

const label = `[label IN labels(e) WHERE label <> 'Entity'][0]`
const relationship = (type: string) =>
  `r.id AS id, ${type} AS type, from.id AS from, to.id AS to, r.key AS key, r.dataset AS dataset, r.hash AS hash, properties(r) AS properties`

/** Finds the entities with these `$ids`, with all that is stored of them. */
export const findWholeEntities = `UNWIND $ids AS id
MATCH (e:Entity { id: id })
RETURN e.id AS id, ${label} AS type, e.dataset AS dataset, e.hash AS hash, properties(e) AS properties`

/** Finds the present statements whose ids begin with one of these `$prefixes`, each type by its index. */
export function findStatements(ontology: Ontology): string {
  const branches = [...ontology.relationshipTypes.keys()].map(
    type => `  WITH prefix
  MATCH (from)-[r:${type}]->(to)
  WHERE r.id STARTS WITH prefix
  RETURN r, from, to`,
  )
  return `UNWIND $prefixes AS prefix
CALL {
${branches.join('\n  UNION ALL\n')}
}
RETURN ${relationship('type(r)')}`
}

/** Finds the present statements of these types that start or end at one of these `$ids`. */
export function findStatementsOf(types: readonly string[]): string {
  return `UNWIND $ids AS id
MATCH (:Entity { id: id })-[r:${types.join('|')}]-(:Entity)
WITH DISTINCT r, startNode(r) AS from, endNode(r) AS to
RETURN ${relationship('type(r)')}`
}

/** Finds the present statements that name one of these `$ids` as their source. */
export function findCitations(ontology: Ontology): string {
  return `MATCH (from:Entity)-[r:${[...ontology.relationshipTypes.keys()].join('|')}]->(to:Entity)
WHERE r.source IN $ids
RETURN ${relationship('type(r)')}`
}

/** Finds ids that begin with one of these `$beginnings`, so that the nearest to a mistyped one can be named. */
export const findSimilarIds = `UNWIND $beginnings AS beginning
MATCH (e:Entity)
WHERE e.id STARTS WITH beginning
RETURN DISTINCT e.id AS id, ${label} AS type
LIMIT 2000`

/** Finds the revision that this `$key` of a client made, with what was asked and what was answered. */
export const findRepeated = `MATCH (revision:Revision { requestKey: $key })
RETURN revision.requestHash AS hash, revision.answer AS answer`

/** Keeps with a revision what was asked and answered, so that a repeated request is answered again, not done again. */
export const keepAnswer = `MATCH (revision:Revision { number: $revision })
SET revision.requestKey = $key, revision.requestHash = $hash, revision.answer = $answer`

/** Reads when a revision was made. */
export const readRevision = `MATCH (revision:Revision { number: $revision })
RETURN toString(revision.at) AS at`

/**
 * Notes that records of other datasets were edited: `base` is the hash of what their dataset says, `hash` that of what the
 * edit says, none when it removed them. A load leaves such records as they are.
 */
export const createOverrides = `UNWIND $rows AS row
MERGE (override:Override { id: row.dataset + ' ' + row.record })
ON CREATE SET override.dataset = row.dataset, override.record = row.record, override.base = row.base`

/** Notes the hash of what the latest edit says of records that were edited before. */
export const updateOverrides = `UNWIND $rows AS row
MATCH (override:Override { record: row.record })
SET override.hash = row.hash, override.revision = $revision`

/** Lists the records of a dataset that were edited. */
export const listOverrides = `MATCH (override:Override { dataset: $dataset })
RETURN override.record AS record, override.base AS base, override.hash AS hash, override.revision AS revision`
