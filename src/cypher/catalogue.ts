/** Lists every label of the database, in use or not. */
export const listLabels = `CALL db.labels() YIELD label
RETURN label
ORDER BY label`

/** Lists every relationship type of the database, in use or not. */
export const listRelationshipTypes = `CALL db.relationshipTypes() YIELD relationshipType AS type
RETURN type
ORDER BY type`
