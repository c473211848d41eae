/**
 * The texts of the statements about API keys. A key is a node of its own that no relationship touches, so no question of
 * a reader can come to it: those begin at entities and follow statements.
 */

const fields = `key.id AS id, key.name AS name, key.scope AS scope, key.hash AS hash,
  toString(key.createdAt) AS createdAt, toString(key.expiresAt) AS expiresAt, toString(key.revokedAt) AS revokedAt`

/** Writes a new key; `$expiresAt` may be null. */
export const createKey = `CREATE (key:ApiKey { id: $id, name: $name, scope: $scope, hash: $hash, createdAt: datetime.realtime('Z') })
SET key.expiresAt = datetime($expiresAt)
RETURN ${fields}`

/** Finds the key with this `$id`, revoked or not. */
export const findKey = `MATCH (key:ApiKey { id: $id })
RETURN ${fields}`

/** Lists all keys, the oldest first. */
export const listKeys = `MATCH (key:ApiKey)
RETURN ${fields}
ORDER BY key.createdAt, id`

/** Revokes a key for good; one that is revoked already keeps its time. */
export const revokeKey = `MATCH (key:ApiKey { id: $id })
SET key.revokedAt = coalesce(key.revokedAt, datetime.realtime('Z'))
RETURN ${fields}`
