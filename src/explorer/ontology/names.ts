import type { Direction, Language } from '../view/view.ts'
import { ontology } from './ontology.ts'

const { types, relationships, values } = ontology.names

/** A node type in the words of a language: one of them, or many. */
export function nameType(type: string, lang: Language, many = false): string {
  return types[type]?.[lang][many ? 1 : 0] ?? type
}

/** A relationship as said from one of its ends. */
export function nameRelationship(type: string, direction: Direction, lang: Language): string {
  return relationships[type]?.[lang][direction === 'OUT' ? 0 : 1] ?? type
}

/** A property, a role, a basis or another value of an enumeration in the words of a language. */
export function nameValue(name: string, lang: Language): string {
  return values[name]?.[lang] ?? name
}
