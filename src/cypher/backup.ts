/** The texts of the statements that read a whole database and write it anew. */

/** All nodes: their identity while they are read, their labels and properties. */
export const readNodes = 'MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties'

/** All relationships. */
export const readRelationships = `MATCH (from)-[r]->(to)
RETURN type(r) AS type, elementId(from) AS from, elementId(to) AS to, properties(r) AS properties`

/** Whether anything is there besides the mark of a restoration that was cut off, and whether that is. */
export const lookAround = `OPTIONAL MATCH (mark:Restoration)
WITH count(mark) > 0 AS cutOff
OPTIONAL MATCH (n) WHERE NOT n:Restoration
WITH cutOff, n LIMIT 1
RETURN cutOff, n IS NULL AS empty`

/** Marks the database as one that is being restored, until all is there. */
export const markRestoration = "MERGE (:Restoration { id: 'restoration' })"

/** Whether a restoration into this database was cut off. */
export const isHalfRestored = 'OPTIONAL MATCH (mark:Restoration) RETURN count(mark) > 0 AS half'

/** Takes the mark away. */
export const unmarkRestoration = 'MATCH (mark:Restoration) DELETE mark'

/** Deletes some of what a restoration has written; says how much. */
export const clearSome = `MATCH (n) WHERE NOT n:Restoration
WITH n LIMIT 5000
DETACH DELETE n
RETURN count(*) AS cleared`

/** Creates nodes with these labels; gives the identity of each, in the order of `$rows`. */
export function createNodes(labels: readonly string[]): string {
  return `UNWIND range(0, size($rows) - 1) AS at
CREATE (n${labels.map(label => `:${quote(label)}`).join('')})
SET n = $rows[at]
WITH at, n ORDER BY at
RETURN elementId(n) AS id`
}

/** Creates relationships of this type between nodes of these identities. */
export function createRelationships(type: string): string {
  return `UNWIND $rows AS row
MATCH (from) WHERE elementId(from) = row.from
MATCH (to) WHERE elementId(to) = row.to
CREATE (from)-[r:${quote(type)}]->(to)
SET r = row.properties
RETURN count(r) AS written`
}

/** A name from an archive is taken only when it cannot be anything but a name. */
function quote(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new TypeError(`${JSON.stringify(name)} is no name of a label or a type.`)
  return `\`${name}\``
}
