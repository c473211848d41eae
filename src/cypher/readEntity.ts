import type { Ontology } from '../schema/ontology.ts'
import { supersededPrefix } from './write.ts'

/** What {@link readEntity} gives: one row, or none when there never was such an entity. */
export interface EntityRow {
  /** Whether it was taken out of the graph by then. */
  readonly removed: boolean
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
  /** The language of the document that its words are from, when it is from one. */
  readonly language: string | null
  readonly statements: readonly StatementRow[]
}

/** One statement that starts or ends at the entity, with what stands at the other end. */
export interface StatementRow {
  readonly type: string
  readonly outward: boolean
  readonly properties: Readonly<Record<string, unknown>>
  /** The language of the document that its source is, or is a passage of. */
  readonly language: string | null
  readonly other: {
    readonly id: string
    /** The labels of its node, its node type among them. */
    readonly types: readonly string[]
    readonly labels: Readonly<Record<string, string | null>>
  }
}

const labels = '{ FR: named.labelFr, EN: named.labelEn, NL: named.labelNl }'

/**
 * Reads the entity `$id` with every statement about it that held on the day `$validAt`, those that are set aside last, as the
 * graph knew all of them at the instant `$knownAt`, or as it knows them now when that is null.
 */
export function readEntity(ontology: Ontology): string {
  const names = [...ontology.relationshipTypes.keys()]
  const types = [...names, ...names.map(name => supersededPrefix + name)].join('|')
  return `MATCH (n:Entity|RemovedEntity) WHERE n.id = $id
WITH n, head(COLLECT {
  MATCH (v:EntityVersion { entityId: $id })
  WHERE v.recordedAt <= $knownAt AND v.supersededAt > $knownAt
  RETURN v
}) AS version
WITH n, version, n:Entity AND ($knownAt IS NULL OR n.recordedAt <= $knownAt) AS standing
WHERE version IS NOT NULL OR standing OR n:RemovedEntity
RETURN version IS NULL AND NOT standing AS removed,
  coalesce(version.entityType, n.removedType, [label IN labels(n) WHERE label <> 'Entity'][0]) AS type,
  properties(coalesce(version, n)) AS properties,
  coalesce(n.language, head(COLLECT {
    MATCH (n)-[:STATED_IN*0..1]->(:Passage)<-[:CONTAINS]-(written:Document)
    RETURN written.language
  })) AS language,
  COLLECT {
    MATCH (n)-[r:${types}]-(other)
    WHERE ($knownAt IS NULL AND r.supersededAt IS NULL
        OR r.recordedAt <= $knownAt AND (r.supersededAt IS NULL OR r.supersededAt > $knownAt))
      AND (r.validFrom IS NULL OR r.validFrom <= $validAt)
      AND (r.validTo IS NULL OR r.validTo > $validAt)
    WITH r, other, startNode(r) = n AS outward, coalesce(head(COLLECT {
      MATCH (v:EntityVersion { entityId: other.id })
      WHERE v.recordedAt <= $knownAt AND v.supersededAt > $knownAt
      RETURN v
    }), other) AS named
    ORDER BY type(r), r.rank = 'DEPRECATED', other.id, r.id
    RETURN {
      type: replace(type(r), '${supersededPrefix}', ''),
      outward: outward,
      properties: properties(r),
      language: head(COLLECT {
        MATCH (written:Document)-[:CONTAINS*0..1]->(:Entity { id: r.source })
        RETURN written.language
      }),
      other: { id: other.id, types: labels(other) + coalesce(other.removedType, []), labels: ${labels} }
    }
  } AS statements`
}
