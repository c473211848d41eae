import type { NodeType, Property } from './ontology.ts'

/** The properties of a node type, beside its id, of which no two nodes share a value. */
export function uniqueProperties(type: NodeType): Property[] {
  return [...type.properties.values()].filter(({ name, unique }) => unique && name !== 'id')
}
