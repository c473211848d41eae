import type { DatePrecision } from '../schema/datePrecision.ts'
import type { Property } from '../schema/ontology.ts'
import type { Report } from './problem.ts'
import { readValue } from './readValue.ts'
import type { Placed, SeedValue } from './seed.ts'
import type { YamlValue } from './yamlValue.ts'

type Properties = Map<string, Placed>

/** Reads a value into the properties of its record or statement; a date written as a month or a year brings how exactly it is known. */
export function readInto(properties: Properties, property: Property, given: YamlValue, report: Report): void {
  const { value, precision }: PartialDate = property.precision ? readPartialDate(given) : { value: given }
  const read = readValue(property, value, report)
  if (read === undefined) return
  const said = properties.get(property.name)
  if (property.precisionOf && said && said.value !== read)
    report(given.at, `\`${property.name}\` is ${read}, but \`${property.precisionOf}\` is written to the ${said.value}.`)
  const items = placeItems(given, read)
  properties.set(property.name, items ? { value: read, at: given.at, items } : { value: read, at: given.at })
  if (!property.precision || !precision) return
  const known = properties.get(property.precision)
  if (known && known.value !== precision)
    report(given.at, `\`${property.name}\` is written to the ${precision}, but \`${property.precision}\` is ${known.value}.`)
  properties.set(property.precision, { value: precision, at: given.at })
}

interface PartialDate {
  readonly value: YamlValue
  readonly precision?: keyof typeof DatePrecision
}

/** A value as written, or the first day of the month or year that it names. */
function readPartialDate(value: YamlValue): PartialDate {
  if (value.kind !== 'scalar') return { value }
  // YAML reads a year as a number.
  const text = String(value.value)
  if (/^\d{4}$/.test(text)) return { value: { ...value, value: `${text}-01-01` }, precision: 'YEAR' }
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { value: { ...value, value: `${text}-01` }, precision: 'MONTH' }
  return { value }
}

/** The places of a list's items, unless some of them could not be read. */
function placeItems(given: YamlValue, read: SeedValue): Placed['items'] {
  return given.kind === 'list' && Array.isArray(read) && read.length === given.items.length
    ? given.items.map(({ at }) => at)
    : undefined
}
