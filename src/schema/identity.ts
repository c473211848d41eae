import type { NodeType, Property } from './ontology.ts'
import type { Term } from './vocabularies.ts'

const naming: readonly Term[] = ['rdfs:label', 'skos:altLabel', 'schema:alternateName']
const identifying: readonly Term[] = ['schema:identifier', 'dcterms:identifier', 'eli:id_local', 'eli:uri_schema']

/** The properties by whose values people call an entity of this type, by what their IRIs say of them. */
export function namingProperties(type: NodeType): Property[] {
  return [...type.properties.values()].filter(({ iri }) => naming.includes(iri))
}

/** The properties by whose values others identify an entity of this type. */
export function identifyingProperties(type: NodeType): Property[] {
  return [...type.properties.values()].filter(({ iri, name }) => identifying.includes(iri) && name !== 'id')
}

/** Whether two entities of this type can be one: those with words of their own are what their texts are. */
export function isMergeable(type: NodeType): boolean {
  return !type.properties.has('text')
}
