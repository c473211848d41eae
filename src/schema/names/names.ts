import type { Language } from '../language.ts'
import type { Traversal } from '../ontology.ts'
import { kindNames } from './kindNames.ts'
import { relationshipNames } from './relationshipNames.ts'
import { typeNames } from './typeNames.ts'
import { valueNames } from './valueNames.ts'

/** A node type in the words of a language: one of them, or many. */
export function nameType(type: string, lang: Language, many = false): string {
  return typeNames[type]?.[lang][many ? 1 : 0] ?? inWords(type)
}

/** A relationship as said from the end that it is traversed from. */
export function nameTraversal({ name, relationship, direction }: Traversal, lang: Language): string {
  return relationshipNames[relationship.name]?.[lang][direction === 'OUT' ? 0 : 1] ?? inWords(name).toLowerCase()
}

/** A property, a role, a basis or another value of an enumeration in the words of a language. */
export function nameValue(name: string, lang: Language): string {
  return (valueNames[name] ?? kindNames[name])?.[lang] ?? inWords(name)
}

/** What has no words yet has those of its own name: `dateEntryIntoForce` and `CO_LEAD` are Date entry into force and Co lead. */
function inWords(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
