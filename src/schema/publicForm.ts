import { Language, translatedName } from './language.ts'
import type { Ontology, Property } from './ontology.ts'

/** Values under the names that GraphQL and seed files give them. */
export type PublicForm = Readonly<Record<string, unknown>>

/** What is stored of a record, under stored names, days and instants as text. */
export type Stored = Readonly<Record<string, unknown>>

/** An entity as the public sees it: its type, then its properties; what the service keeps for itself is left out. */
export function showEntity(ontology: Ontology, type: string, stored: Stored): PublicForm {
  const { id, ...rest } = show(propertiesOf(ontology.nodeTypes.get(type)), stored)
  return { id, type, ...rest }
}

/** A statement as the public sees it: its type and ends, then its properties. When it was superseded is told by what superseded it. */
export function showStatement(ontology: Ontology, type: string, from: string, to: string, stored: Stored): PublicForm {
  const own = propertiesOf(ontology.relationshipTypes.get(type))
  const { id, supersededAt: _, ...rest } = show([...own, ...ontology.statement.values()], stored)
  return { id, type, from, to, ...rest }
}

function propertiesOf(type: { readonly properties: ReadonlyMap<string, Property> } | undefined): Property[] {
  return [...(type?.properties.values() ?? [])]
}

function show(properties: readonly Property[], stored: Stored): Record<string, unknown> {
  const shown = properties.filter(({ hidden, computed }) => !hidden && !computed)
  return Object.fromEntries(
    shown.flatMap(property => {
      const value = property.translated ? gather(property.name, stored) : stored[property.name]
      return value === undefined || value === null ? [] : [[property.name, value]]
    }),
  )
}

/** The texts of a translated property by language, as seed files give them: `{ fr, en, nl }`. */
function gather(name: string, stored: Stored): Record<string, unknown> | undefined {
  const texts = (Object.values(Language) as Language[]).flatMap(language => {
    const text = stored[translatedName(name, language)]
    return text === undefined || text === null ? [] : [[language.toLowerCase(), text] as const]
  })
  return texts.length > 0 ? Object.fromEntries(texts) : undefined
}
