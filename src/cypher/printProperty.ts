import type { AsOf } from '../plan/plan.ts'
import { fallback, type Language, Language as languages, sortLanguage, translatedName } from '../schema/language.ts'
import { isEnum, type Property } from '../schema/ontology.ts'
import { computedProperties } from './computedProperties.ts'
import { isPast, printAsOf } from './knownAt.ts'
import type { Printing } from './printing.ts'

/** A property's value as it is stored and compared. */
export function printStored(printing: Printing, variable: string, property: Property, asOf: AsOf, language?: Language): string {
  if (property.computed) {
    const print = computedProperties[property.name]!
    return printAsOf(printing, variable, asOf, node => print(printing, node, asOf, printing.day(asOf)))
  }
  if (property.precisionOf) return printPrecision(printing, variable, property, property.precisionOf, asOf)
  if (!property.translated) return printHeldUnder(printing, variable, property.name, asOf)
  const names = fallback[language ?? sortLanguage].map(tried =>
    printHeldUnder(printing, variable, translatedName(property.name, tried), asOf),
  )
  return `coalesce(${names.join(', ')})`
}

/** A date is known to the day unless something else is stored. */
function printPrecision(printing: Printing, variable: string, { name }: Property, date: string, asOf: AsOf): string {
  const held = (stored: string) => printHeldUnder(printing, variable, stored, asOf)
  return `CASE WHEN ${held(date)} IS NOT NULL THEN coalesce(${held(name)}, 'DAY') END`
}

/** What a node or a statement holds under a stored name; in the past no statement was superseded yet. */
export function printHeldUnder(printing: Printing, variable: string, name: string, asOf: AsOf): string {
  return name === 'supersededAt' && isPast(asOf) ? 'datetime(null)' : `${printing.state(variable)}.${name}`
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
