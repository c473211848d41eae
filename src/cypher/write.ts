import type { NodeType, Ontology, RelationshipType } from '../schema/ontology.ts'
import { boundedEnds, boundedProperty, endProperties } from './constraints.ts'
import { closeGates } from './gate.ts'
import { namesProperty, printSortLabel, sortProperty } from './record.ts'

/**
 * The texts of all statements that write the graph, and of those that look before writing. Rows come in `$rows`; what is
 * recorded says `$revision` and `$at`, the milliseconds of the instant that all writes of a revision share.
 */

/** What stands before the type of a statement once it is of the past. */
export const supersededPrefix = 'SUPERSEDED_'

const instant = 'datetime({ epochMillis: $at })'
const stored = `e = row.properties, e.dataset = $dataset, e.revision = $revision, e.recordedAt = ${instant}`
const label = `[label IN labels(e) WHERE label <> 'Entity'][0]`

/** Makes every other writer wait: an equal value changes nothing, but setting it takes the lock. */
export const lockLedger = `MERGE (ledger:Ledger { id: 'ledger' })
ON CREATE SET ledger.revision = 0
SET ledger.id = 'ledger'`

/** Reads the number of the last revision, when it was, and the time of the database's clock. */
export const readLedger = `OPTIONAL MATCH (ledger:Ledger { id: 'ledger' })
RETURN coalesce(ledger.revision, 0) AS revision, coalesce(ledger.at.epochMillis, 0) AS at, datetime.realtime().epochMillis AS now`

/** What {@link readLedger} gives; both times in milliseconds. */
export interface LedgerRow {
  readonly revision: number
  readonly at: number
  readonly now: number
}

/** Numbers the revision; `$about` says who, why and how much. The last statement of its transaction, since it closes the gates. */
export const createRevision = `MATCH (ledger:Ledger { id: 'ledger' })
SET ledger.revision = $revision, ledger.at = ${instant}
CREATE (revision:Revision)
SET revision = $about, revision.number = $revision, revision.at = ${instant}
WITH revision
${closeGates}`

/** Finds the entities with these `$ids`, with the dataset that holds each and its text, if it has one. */
export const findEntities = `UNWIND $ids AS id
MATCH (e:Entity { id: id })
RETURN e.id AS id, ${label} AS type, e.dataset AS dataset, e.text AS text`

/** Finds all that the records of the entities with these `$ids` say. */
export const findProperties = `UNWIND $ids AS id
MATCH (e:Entity { id: id })
RETURN e.id AS id, ${label} AS type, properties(e) AS properties`

/** Finds which of these `$ids` were once removed. */
export const findRemoved = `UNWIND $ids AS id
MATCH (e:RemovedEntity { id: id })
RETURN e.id AS id`

/** Finds a node, but for those that every database gets before anything is written to it. */
export const findAnyNode = `MATCH (n)
WHERE NOT n:Gate AND NOT (n:Ledger AND n.revision = 0)
RETURN 1 AS found
LIMIT 1`

/** Lists the entities of all other datasets than one, with the text of those that have one. */
export const listOthers = `MATCH (e:Entity)
WHERE e.dataset <> $dataset
RETURN e.id AS id, e.dataset AS owner, e.text AS text`

/** Lists the values of a unique property with the entities that hold them. */
export function listHolders(type: NodeType, property: string): string {
  return `MATCH (e:${type.name})
WHERE e.${property} IS NOT NULL
RETURN e.${property} AS value, e.id AS id, e.dataset AS dataset`
}

/** Tells how far the last load of a dataset came: which files it was of, and which of its parts it wrote last. */
export const readLastLoad = `MATCH (revision:Revision)
WHERE revision.dataset = $dataset
RETURN revision.number AS number, revision.load AS load, revision.part AS part
ORDER BY revision.number DESC
LIMIT 1`

/** Lists what a dataset holds of entities, by the hash of each. */
export const listEntities = `MATCH (e:Entity)
WHERE e.dataset = $dataset
RETURN e.id AS id, ${label} AS type, e.hash AS hash, e.revision AS revision`

/** Lists what a dataset holds of statements, by the hash of each. */
export function listStatements(ontology: Ontology): string {
  const types = [...ontology.relationshipTypes.keys()].join('|')
  return `MATCH (from:Entity)-[r:${types}]->(to:Entity)
WHERE r.dataset = $dataset
RETURN r.id AS id, type(r) AS type, from.id AS from, to.id AS to, r.key AS key, r.hash AS hash, r.revision AS revision`
}

/** Finds which of these `$ids` have statements of other datasets than `$dataset`, and how many. */
export function findDependants(ontology: Ontology): string {
  const types = [...ontology.relationshipTypes.keys()].join('|')
  return `UNWIND $ids AS id
MATCH (e:Entity { id: id })-[r:${types}]-()
WHERE r.dataset <> $dataset
RETURN e.id AS id, r.dataset AS dataset, count(r) AS statements
ORDER BY id, dataset`
}

/** Finds the entities of other datasets than `$dataset` that hold one of these unique `$values`. */
export function findHolders(type: NodeType, property: string): string {
  return `UNWIND $values AS value
MATCH (e:${type.name} { ${property}: value })
WHERE e.dataset <> $dataset
RETURN value, e.id AS id, e.dataset AS dataset`
}

/** Writes new entities. */
export function createEntities(type: NodeType): string {
  return `UNWIND $rows AS row
CREATE (e:Entity:${type.name})
SET ${stored}`
}

/** Keeps entities as they are, before they change, each as a node beside it. */
export const keepVersions = `UNWIND $rows AS row
MATCH (e:Entity { id: row.id })
CREATE (version:EntityVersion)
SET version = properties(e), version.entityId = e.id, version.entityType = ${label},
  version.supersededAt = ${instant}, version.supersededRevision = $revision`

/** Lets go of unique values of entities about to change, so that two of them can exchange theirs. */
export function releaseUnique(type: NodeType, unique: readonly string[]): string {
  return `UNWIND $rows AS row
MATCH (e:${type.name} { id: row.id })
REMOVE ${unique.map(property => `e.${property}`).join(', ')}`
}

/** Overwrites entities with what is now said of them. */
export function changeEntities(type: NodeType): string {
  return `UNWIND $rows AS row
MATCH (e:${type.name} { id: row.id })
SET ${stored}`
}

/** Takes entities out of the graph that is read; the node stays, with the statements made of it in the past. */
export function removeEntities(type: NodeType): string {
  return `UNWIND $rows AS row
MATCH (e:Entity { id: row.id })
REMOVE e:Entity:${type.name}
SET e:RemovedEntity, e.removedType = '${type.name}'
WITH row
MATCH (version:EntityVersion { entityId: row.id, supersededRevision: $revision })
SET version.removedRevision = $revision`
}

/** Brings removed entities back, with what is now said of them; their labels come last, since a unique value that they had may be another's now. */
export function restoreEntities(type: NodeType): string {
  return `UNWIND $rows AS row
MATCH (e:RemovedEntity { id: row.properties.id })
REMOVE e:RemovedEntity
SET ${stored}
SET e:Entity:${type.name}`
}

/** Writes new statements, and says how many, since an end that is not there would pass in silence. */
export function createStatements(type: RelationshipType): string {
  return `UNWIND $rows AS row
MATCH (from:Entity { id: row.from })
MATCH (to:Entity { id: row.to })
CREATE (from)-[r:${type.name}]->(to)
SET r = row.properties, r.id = 'statement/' + row.properties.key + '@' + toString($revision),
  ${[`r.dataset = $dataset, r.revision = $revision, r.recordedAt = ${instant}`, ...endsOf(type), ...carriedOf(type)].join(',\n  ')}
RETURN count(r) AS written`
}

/** What the indexes at the ends of a statement read, see `endProperties`. */
function endsOf(type: RelationshipType, ids = { from: 'row.from', to: 'row.to' }): string[] {
  const both = type.crowded.length > 0 ? [`r.fromId = ${ids.from}, r.toId = ${ids.to}`] : []
  const bounded = boundedEnds(type).map(
    end => `r.${endProperties[end].bounded} = CASE WHEN r.unbounded THEN null ELSE ${ids[end]} END`,
  )
  return [...both, ...bounded]
}

function carriedOf({ carried }: RelationshipType): string[] {
  return carried.map(({ end, property, stored }) => `r.${stored} = ${end}.${property}`)
}

/** Gives statements that were written before these properties were known what the indexes at their ends read. */
export function fillEnds(type: RelationshipType): string {
  const lacking = type.crowded.length > 0 ? 'r.fromId IS NULL' : `r.unbounded IS NULL AND r.${boundedProperty(type)} IS NULL`
  return fill(type, lacking, endsOf(type, { from: 'from.id', to: 'to.id' }))
}

/** Gives statements what they carry of their ends, where they were written without it. */
export function fillCarried(type: RelationshipType): string {
  const lacking = type.carried.map(({ end, property, stored }) => `r.${stored} IS NULL AND ${end}.${property} IS NOT NULL`)
  return fill(type, lacking.join(' OR '), carriedOf(type))
}

function fill({ name }: RelationshipType, lacking: string, given: readonly string[]): string {
  return `MATCH (from)-[r:${name}]->(to)
WHERE ${lacking}
CALL {
  WITH from, r, to
  SET ${given.join(', ')}
} IN TRANSACTIONS OF 10000 ROWS`
}

/** Lets the statements of changed entities carry what is now said of them; none for a node type of which nothing is carried. */
export function carryChanges({ relationshipTypes }: Ontology, { name }: NodeType): string[] {
  return [...relationshipTypes.values()].flatMap(type =>
    (['from', 'to'] as const).flatMap(end => {
      const given = carriedOf({ ...type, carried: type.carried.filter(carried => carried.end === end) })
      if (given.length === 0 || !type.ends.some(ends => ends[end] === name)) return []
      return `UNWIND $rows AS row
MATCH (${end}:${name} { id: row.id })${end === 'from' ? '-' : '<-'}[r:${type.name}]${end === 'from' ? '->' : '-'}()
SET ${given.join(', ')}`
    }),
  )
}

/** Nodes that were written before their names were stored: those with the next of these keys, with what they are named by. */
export function listUnnamed(label: string, key: string): string {
  return `MATCH (e:${label})
WHERE e.${key} > $after
WITH DISTINCT e.${key} AS key ORDER BY key LIMIT $limit
MATCH (e:${label} { ${key}: key })
RETURN key, elementId(e) AS node, properties(e) AS properties
ORDER BY key`
}

/** Gives nodes their names, see `namesOf`. */
export const fillNames = `UNWIND $rows AS row
MATCH (e)
WHERE elementId(e) = row.node
SET e.${namesProperty} = row.names`

/** Gives nodes the label by which they are put in order, where they were written without it. */
export const fillSortLabels = `MATCH (e:Entity)
WHERE e.${sortProperty} IS NULL AND ${printSortLabel('e')} IS NOT NULL
CALL {
  WITH e
  SET e.${sortProperty} = ${printSortLabel('e')}
} IN TRANSACTIONS OF 10000 ROWS`

/** Moves statements to the past, where reads of the present do not meet them, and says how many. */
export function supersedeStatements(type: RelationshipType): string {
  const forIndexes = ['fromId', 'toId', 'boundedFromId', 'boundedToId', ...type.carried.map(({ stored }) => stored)]
  return `UNWIND $rows AS row
MATCH (from)-[r:${type.name} { id: row.id }]->(to)
CREATE (from)-[past:${supersededPrefix}${type.name}]->(to)
SET past = properties(r), past.unbounded = null, ${forIndexes.map(name => `past.${name} = null`).join(', ')},
  past.supersededAt = ${instant}, past.supersededRevision = $revision
DELETE r
RETURN count(past) AS written`
}
