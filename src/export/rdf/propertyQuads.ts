import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3'
import { storedNames } from '../../cypher/printProperty.ts'
import { idPattern } from '../../schema/entityId.ts'
import { Language, translatedName } from '../../schema/language.ts'
import { isEnum, type Property } from '../../schema/ontology.ts'
import type { Term } from '../../schema/vocabularies.ts'
import { entityIri, term, xsd } from './terms.ts'

const { literal, namedNode, quad } = DataFactory

/** Terms whose values point to something: a web address or the id of an entity becomes its IRI. */
const pointers: readonly Term[] = ['owl:sameAs', 'prov:hadPrimarySource', 'prov:wasAttributedTo', 'schema:url', 'eli:uri_schema']
/** A web address that may stand in an IRI unescaped, so that no value can end it. */
export const webAddress = /^https?:\/\/[^\s<>"{}|\\^`]+$/

/** What these properties say of a subject: one triple for each value that it has under a stored name. */
export function propertyQuads(
  base: string,
  subject: NamedNode,
  declared: Iterable<Property>,
  stored: Readonly<Record<string, unknown>>,
): Quad[] {
  return [...declared]
    .filter(({ computed, hidden }) => !computed && !hidden)
    .flatMap(property =>
      storedNames(property).flatMap(name =>
        [stored[name] ?? []].flat().map(value => quad(subject, term(property.iri), objectOf(base, property, name, value))),
      ),
    )
}

function objectOf(base: string, property: Property, name: string, value: unknown): NamedNode | Literal {
  const text = String(value)
  if (property.translated) return literal(text, languageOf(property, name))
  const { type } = property
  if (isEnum(type)) return literal(text)
  if (type === 'Date') return literal(text, xsd('date'))
  if (type === 'DateTime') return literal(text, xsd('dateTime'))
  if (type === 'Int') return literal(text, xsd('integer'))
  if (type === 'Boolean') return literal(text, xsd('boolean'))
  if (!pointers.includes(property.iri)) return literal(text)
  if (webAddress.test(text)) return namedNode(text)
  return idPattern.test(text) ? entityIri(base, text) : literal(text)
}

function languageOf({ name: property }: Property, name: string): string {
  const language = Object.values(Language).find(known => translatedName(property, known as Language) === name)
  return (language ?? 'EN').toLowerCase()
}
