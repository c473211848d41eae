import { Language, translatedName } from '../schema/language.ts'
import type { NodeType, Ontology, Property, RelationshipType } from '../schema/ontology.ts'

type Stored = Readonly<Record<string, unknown>>

/** The properties of a stored entity as a seed file would say them. */
export function readStoredEntity(type: NodeType, stored: Stored): Record<string, unknown> {
  return readStored(type.properties.values(), stored)
}

/** The properties of a stored statement as a seed file would say them. */
export function readStoredStatement({ statement }: Ontology, type: RelationshipType, stored: Stored): Record<string, unknown> {
  return readStored([...statement.values(), ...type.properties.values()], stored)
}

function readStored(declared: Iterable<Property>, stored: Stored): Record<string, unknown> {
  const written = [...declared].filter(({ derived, computed }) => !derived && !computed)
  const read = written.map(property => [property.name, property.translated ? readTexts(property, stored) : stored[property.name]])
  return Object.fromEntries(read.filter(([, value]) => value !== undefined && value !== null))
}

function readTexts({ name }: Property, stored: Stored): Record<string, unknown> | undefined {
  const languages = Object.values(Language) as Language[]
  const texts = languages.map(language => [language.toLowerCase(), stored[translatedName(name, language)]] as const)
  const given = texts.filter(([, text]) => text !== undefined && text !== null)
  return given.length > 0 ? Object.fromEntries(given) : undefined
}
