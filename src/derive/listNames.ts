import { Language } from '../schema/language.ts'
import { nameTraversal, nameType, nameValue } from '../schema/names/names.ts'
import { isEnum, type Ontology } from '../schema/ontology.ts'

const languages = Object.values(Language)

/** What people call everything in the ontology, by language: types one and many, relationships from their start and their end. */
export function listNames({ nodeTypes, relationshipTypes, statement }: Ontology): object {
  const traversals = [...nodeTypes.values()].flatMap(type => [...type.traversals.values()])
  const along = (relationship: string, direction: string) =>
    traversals.find(traversal => traversal.relationship.name === relationship && traversal.direction === direction)!
  const properties = [...nodeTypes.values(), ...relationshipTypes.values(), { properties: statement }].flatMap(owner =>
    [...owner.properties.values()].filter(({ hidden }) => !hidden),
  )
  const values = properties.flatMap(({ name, type }) => [name, ...(isEnum(type) ? type.values.keys() : [])])
  return {
    types: nameEach(nodeTypes.keys(), (type, lang) => [nameType(type, lang), nameType(type, lang, true)]),
    relationships: nameEach(relationshipTypes.keys(), (type, lang) => [
      nameTraversal(along(type, 'OUT'), lang),
      nameTraversal(along(type, 'IN'), lang),
    ]),
    values: nameEach(values, nameValue),
  }
}

function nameEach<T>(names: Iterable<string>, say: (name: string, lang: Language) => T): Record<string, Record<string, T>> {
  const inAll = (name: string) => Object.fromEntries(languages.map(lang => [lang, say(name, lang)]))
  return Object.fromEntries([...new Set(names)].map(name => [name, inAll(name)]))
}
