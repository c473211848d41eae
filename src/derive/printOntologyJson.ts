import { isEnum, type Ontology, type Property } from '../schema/ontology.ts'
import { translate } from '../schema/translations/translations.ts'
import { expandTerm } from '../schema/vocabularies.ts'
import { listNames } from './listNames.ts'

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
  const translations = Object.fromEntries(
    listDescriptions(ontology).flatMap(sentence => {
      const translation = translate(sentence)
      return translation ? [[sentence, translation]] : []
    }),
  )
  const names = listNames(ontology)
  return `${JSON.stringify({ nodeTypes, relationshipTypes, statement, names, translations }, null, 2)}\n`
}

/** Every sentence by which the ontology describes something to people, once. */
export function listDescriptions({ nodeTypes, relationshipTypes, statement }: Ontology): readonly string[] {
  const owners = [...nodeTypes.values(), ...relationshipTypes.values()]
  const properties = [...owners.flatMap(owner => [...owner.properties.values()]), ...statement.values()]
  const shown = properties.filter(({ hidden }) => !hidden)
  const fields = [...nodeTypes.values()].flatMap(type => [...type.traversals.values(), ...type.computed.values()])
  const values = shown.flatMap(({ type }) => (isEnum(type) ? [...type.values.values()] : []))
  return [...new Set([...[...owners, ...shown, ...fields].map(({ description }) => description), ...values])]
}

function describe({ type, iri, name, description, list, required, translated, computed, precisionOf }: Property): object {
  const held = isEnum(type) ? { name: type.name, values: Object.fromEntries(type.values) } : type
  return { name, type: held, list, required, translated, computed, precisionOf, iri: expandTerm(iri), description }
}
