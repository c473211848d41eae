import type { Direction, Language } from '../view/view.ts'
import { kindNames } from './kindNames.ts'
import { traversalsOf } from './ontology.ts'
import { relationshipNames } from './relationshipNames.ts'
import { typeNames } from './typeNames.ts'
import { valueNames } from './valueNames.ts'

/** A node type in the words of a language: one of them, or many. */
export function nameType(type: string, lang: Language, many = false): string {
  return typeNames[type]?.[lang][many ? 1 : 0] ?? inWords(type)
}

/** A relationship as said from one of its ends; for a type without words, as the ontology calls its traversal. */
export function nameRelationship(type: string, direction: Direction, lang: Language, nodeType?: string): string {
  const known = relationshipNames[type]?.[lang][direction === 'OUT' ? 0 : 1]
  if (known) return known
  const traversal = nodeType && traversalsOf(nodeType, type, direction)[0]
  return inWords(traversal ? traversal.name : type).toLowerCase()
}

/** A property, a role, a basis or another value of an enumeration in the words of a language. */
export function nameValue(name: string, lang: Language): string {
  return (valueNames[name] ?? kindNames[name])?.[lang] ?? inWords(name)
}

/** `dateEntryIntoForce` and `CO_LEAD` as words: Date entry into force, Co lead. */
function inWords(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
