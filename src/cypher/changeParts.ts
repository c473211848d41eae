import { idPrefix } from '../schema/entityId.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { ChangePosition } from './changePosition.ts'

/** A part of a revision whose changes are read from indexes of their own. */
export interface ChangePart {
  /** Entities added or changed come first, statements then, and last the entities removed: each statement between its ends. */
  readonly kind: 'entities' | 'statements' | 'removed'
  /** What it is called in a {@link ChangePosition}: `entity`, the type of the statements, or `removed`. */
  readonly name: string
  /** All keys of this part are greater. */
  readonly least: string
  /** And less than this, when the part is that of one node type, which the ids of its entities begin with. */
  readonly below?: string
}

const kinds: readonly ChangePart['kind'][] = ['entities', 'statements', 'removed']

/** The parts of a revision in their order; with types, only those of these node types and relationship types. */
export function listChangeParts(ontology: Ontology, types?: readonly string[]): ChangePart[] {
  const relationships = [...ontology.relationshipTypes.keys()].filter(name => !types || types.includes(name)).sort()
  return [
    ...entityParts(ontology, 'entities', 'entity', types),
    ...relationships.map(name => ({ kind: 'statements', name, least: '' }) as const),
    ...entityParts(ontology, 'removed', 'removed', types),
  ]
}

function entityParts(ontology: Ontology, kind: ChangePart['kind'], name: string, types?: readonly string[]): ChangePart[] {
  if (!types) return [{ kind, name, least: '' }]
  const prefixes = [...ontology.nodeTypes.values()].filter(type => types.includes(type.name)).map(idPrefix)
  // The character after the slash is the zero.
  return prefixes.sort().map(prefix => ({ kind, name, least: `${prefix}/`, below: `${prefix}0` }))
}

/** The key after which a part is to be read in the revision of this position; null when all of it lies before. */
export function startOf(part: ChangePart, { part: reached, key }: ChangePosition): string | null {
  if (reached === undefined || key === undefined) return null
  const order = compare(part, { kind: kindOf(reached), name: reached })
  if (order !== 0) return order > 0 ? part.least : null
  if (part.below !== undefined && key >= part.below) return null
  return key > part.least ? key : part.least
}

function kindOf(name: string): ChangePart['kind'] {
  return name === 'entity' ? 'entities' : name === 'removed' ? 'removed' : 'statements'
}

function compare(one: Pick<ChangePart, 'kind' | 'name'>, other: Pick<ChangePart, 'kind' | 'name'>): number {
  if (one.kind !== other.kind) return kinds.indexOf(one.kind) - kinds.indexOf(other.kind)
  return one.name === other.name ? 0 : one.name > other.name ? 1 : -1
}
