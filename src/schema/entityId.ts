import type { NodeType, Ontology } from './ontology.ts'

/** Types whose ids begin with a shorter word than the field that looks them up. */
const shorter: Readonly<Record<string, string>> = { InformationSystem: 'system', ProgressReport: 'progress' }

/** What stands before the slash in the ids of a node type: `institution`. */
export function idPrefix(type: NodeType): string {
  return shorter[type.name] ?? type.lookup
}

const byPrefix = new WeakMap<Ontology, ReadonlyMap<string, NodeType>>()

/** The node type whose ids begin like this one. */
export function findTypeOfId(ontology: Ontology, id: string): NodeType | undefined {
  let types = byPrefix.get(ontology)
  if (!types) byPrefix.set(ontology, (types = new Map([...ontology.nodeTypes.values()].map(type => [idPrefix(type), type]))))
  return types.get(id.slice(0, id.indexOf('/')))
}

/** The form of an id: ASCII, so that it is safe in URLs and no two ids only look alike. */
export const idPattern = /^[a-z]+(\/[A-Za-z0-9][A-Za-z0-9._()-]*)+$/
