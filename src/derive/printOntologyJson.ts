import { isEnum, type Ontology, type Property } from '../schema/ontology.ts'
import { expandTerm } from '../schema/vocabularies.ts'

/** The ontology as JSON, for the explorer and for other languages. */
export function printOntologyJson(ontology: Ontology): string {
  const nodeTypes = [...ontology.nodeTypes.values()].map(({ properties, traversals, computed, iri, ...type }) => ({
    ...type,
    iri: expandTerm(iri),
    properties: [...properties.values()].filter(property => !property.hidden).map(describe),
    traversals: [...traversals.values()].map(({ relationship, ...traversal }) => ({
      ...traversal,
      relationship: relationship.name,
    })),
    computed: [...computed.values()].map(node => ({ ...node, iri: expandTerm(node.iri) })),
  }))
  const relationshipTypes = [...ontology.relationshipTypes.values()].map(({ properties, iri, ...type }) => ({
    ...type,
    iri: expandTerm(iri),
    properties: [...properties.values()].map(describe),
  }))
  const statement = [...ontology.statement.values()].map(describe)
  return `${JSON.stringify({ nodeTypes, relationshipTypes, statement }, null, 2)}\n`
}

function describe({ type, iri, name, description, list, required, translated, computed }: Property): object {
  const held = isEnum(type) ? { name: type.name, values: Object.fromEntries(type.values) } : type
  return { name, type: held, list, required, translated, computed, iri: expandTerm(iri), description }
}
