import type { Scene, SceneNode, SceneStatement } from '../graph/scene.ts'

/** What the scene asks of an entity. */
export const entityFields = '__typename id label(lang: $lang)'

/** What every statement says of itself, on an edge or by itself. */
export const statementFields = 'id basis rank source quote validFrom validFromPrecision validTo validToPrecision'

/** What a statement says of itself, in full. */
export const detailFields = `${statementFields} type role aspect capacity note confidence rankReason recordedAt supersededAt`

/** A statement by itself, with both its ends. */
export const relationshipFields = endsWith(entityFields)

/** The same, with what the panel says of the other end in a word: how far it has come, or when that was. */
export const listedFields = endsWith(
  `${entityFields} ... on Commitment { progress } ... on ProgressReport { date datePrecision kind }`,
)

function endsWith(fields: string): string {
  return `${statementFields} type role aspect capacity from { ${fields} } to { ${fields} }`
}

/** An entity as it is answered. */
export interface AnsweredEntity {
  readonly __typename: string
  readonly id: string
  readonly label: string
  readonly progress?: string
  readonly date?: string
  readonly datePrecision?: string | null
  readonly kind?: string
}

/** A statement as it is answered. */
export interface AnsweredRelationship extends Omit<SceneStatement, 'from' | 'to'> {
  readonly from: AnsweredEntity
  readonly to: AnsweredEntity
}

export function sceneNode({ __typename, id, label }: AnsweredEntity): SceneNode {
  return { id, label, type: __typename }
}

/** The scene that these statements and the entities at their ends make, with more entities if there are any. */
export function sceneOf(relationships: readonly AnsweredRelationship[], more: readonly AnsweredEntity[] = []): Scene {
  const nodes = new Map(more.map(entity => [entity.id, sceneNode(entity)]))
  const statements = new Map<string, SceneStatement>()
  for (const { from, to, ...statement } of relationships) {
    nodes.set(from.id, sceneNode(from)).set(to.id, sceneNode(to))
    statements.set(statement.id, { ...statement, from: from.id, to: to.id })
  }
  return { nodes, statements }
}
