import type { AsOf } from '../plan/plan.ts'
import { fallback, type Language, Language as languages, translatedName } from '../schema/language.ts'
import { isEnum, type Property } from '../schema/ontology.ts'
import { computedProperties } from './computedProperties.ts'
import type { Printing } from './printing.ts'

/** A property's value as it is stored and compared. */
export function printStored(printing: Printing, variable: string, property: Property, asOf: AsOf, language?: Language): string {
  if (property.computed) return computedProperties[property.name]!(printing, variable, asOf, printing.day(asOf))
  if (!property.translated) return `${variable}.${property.name}`
  const names = fallback[language ?? 'EN'].map(tried => `${variable}.${translatedName(property.name, tried)}`)
  return `coalesce(${names.join(', ')})`
}

/** A property's value as the answer gives it: dates and instants as ISO 8601 text, lists never null. */
export function printValue(printing: Printing, variable: string, property: Property, asOf: AsOf, language?: Language): string {
  const stored = printStored(printing, variable, property, asOf, language)
  if (property.list) return `coalesce(${stored}, [])`
  return isTemporal(property) ? `toString(${stored})` : stored
}

/** The names under which a property is stored: one per language when it is translated. */
export function storedNames(property: Property): string[] {
  if (!property.translated) return [property.name]
  return Object.values(languages).map(language => translatedName(property.name, language as Language))
}

function isTemporal({ type }: Property): boolean {
  return !isEnum(type) && (type === 'Date' || type === 'DateTime')
}
