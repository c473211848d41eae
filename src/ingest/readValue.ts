import { Language } from '../schema/language.ts'
import { isEnum, type Property } from '../schema/ontology.ts'
import { isDate, isDateTime } from '../schema/scalars.ts'
import { didYouMean } from './nearest.ts'
import type { Report } from './problem.ts'
import type { SeedValue, Translations } from './seed.ts'
import { describeValue, shorten, type YamlValue } from './yamlValue.ts'

/** Reads the value of a property as the ontology declares it, or reports what is wrong with it. */
export function readValue(property: Property, value: YamlValue, report: Report): SeedValue | undefined {
  if (property.translated) return readTranslations(property, value, report)
  if (!property.list) return readScalar(property, value, report)
  if (value.kind !== 'list') {
    report(value.at, `\`${property.name}\` takes a list of ${expectationOf(property)}, not ${describeValue(value)}.`)
    return undefined
  }
  const items = value.items.map(item => readScalar(property, item, report))
  return items.filter((item): item is string => item !== undefined)
}

function readTranslations(property: Property, value: YamlValue, report: Report): Translations | undefined {
  if (value.kind !== 'map') {
    report(
      value.at,
      `\`${property.name}\` takes a map of languages, such as { fr: …, en: …, nl: … }, not ${describeValue(value)}.`,
    )
    return undefined
  }
  const read: { [L in Language]?: string } = {}
  for (const { key, at, value: given } of value.entries) {
    const language = key.toUpperCase()
    const text = readScalar(property, given, report)
    if (!(language in Language) || key !== key.toLowerCase())
      report(at, `${shorten(key)} is not a language of the seed: fr, en or nl.${didYouMean(key, ['fr', 'en', 'nl'])}`)
    else if (typeof text === 'string') read[language as Language] = text
  }
  if (!value.entries.length) report(value.at, `\`${property.name}\` takes at least one language.`)
  return read
}

function readScalar(property: Property, value: YamlValue, report: Report): string | number | boolean | undefined {
  const given = value.kind === 'scalar' ? value.value : undefined
  if (given !== undefined && given !== null && accepts(property, given)) {
    const wrong = typeof given === 'string' ? findWrongText(given) : undefined
    if (wrong) report(value.at, `\`${property.name}\` ${wrong}.`)
    return given
  }
  report(value.at, explain(property, value))
  return undefined
}

function accepts({ type }: Property, given: string | number | boolean): boolean {
  if (isEnum(type)) return typeof given === 'string' && type.values.has(given)
  if (type === 'Boolean') return typeof given === 'boolean'
  if (type === 'Int') return Number.isInteger(given) && Math.abs(given as number) < 2 ** 31
  if (typeof given !== 'string') return false
  return type === 'Date' ? isDate(given) : type === 'DateTime' ? isDateTime(given) : true
}

function findWrongText(text: string): string | undefined {
  if (!text.trim()) return 'is empty; leave it out or say what it is'
  return text === text.trim() ? undefined : 'begins or ends with white space'
}

function explain(property: Property, value: YamlValue): string {
  const expected = `\`${property.name}\` takes ${expectationOf(property)}, not ${describeValue(value)}.`
  const { type } = property
  if (value.kind !== 'scalar' || value.value === null) return expected
  if (isEnum(type)) return expected + didYouMean(String(value.value), type.values.keys())
  return (type === 'String' || type === 'ID') && value.kind === 'scalar' ? `${expected} Put it in quotes.` : expected
}

function expectationOf({ type, precision }: Property): string {
  if (isEnum(type)) return `one of ${[...type.values.keys()].join(', ')}`
  if (precision) return 'an existing day like 2018-06-11, or the month or year of one like 2018-06 or 2018'
  if (type === 'Date') return 'an existing day like 2018-06-11'
  if (type === 'DateTime') return 'an instant like 2018-06-11T10:00:00Z'
  if (type === 'Int') return 'a whole number'
  return type === 'Boolean' ? 'true or false' : 'text'
}
