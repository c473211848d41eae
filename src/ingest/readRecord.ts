import { idPattern, idPrefix } from '../schema/entityId.ts'
import type { NodeType, Property } from '../schema/ontology.ts'
import { didYouMean } from './nearest.ts'
import type { Report } from './problem.ts'
import { readInto } from './readInto.ts'
import { readStatements } from './readStatement.ts'
import { type Placed, type SeedRecord, type SeedStatement, textOf } from './seed.ts'
import { describeValue, shorten, type YamlValue } from './yamlValue.ts'

/** What a record needs to know of its file and of all statements. */
export interface RecordContext {
  readonly common: ReadonlyMap<string, Property>
  readonly defaults: ReadonlyMap<string, Placed>
  /** Whether it may give what the loader works out, as a copy of what is stored does. */
  readonly takesDerived?: boolean
}

/** Reads one record of a node type, with the statements written in it. */
export function readRecord(
  type: NodeType,
  value: YamlValue,
  context: RecordContext,
  report: Report,
): { record: SeedRecord; statements: SeedStatement[] } | undefined {
  if (value.kind !== 'map') {
    report(value.at, `A record of \`${type.list}\` is a map, not ${describeValue(value)}.`)
    return undefined
  }
  const properties = new Map<string, Placed>()
  const derived = new Map<string, string>()
  for (const { key, at, value: given } of value.entries) {
    const property = type.properties.get(key)
    if (property?.derived && context.takesDerived) {
      // As it is stored, white space at the ends included.
      if (given.kind === 'scalar' && typeof given.value === 'string') derived.set(key, given.value)
      else report(given.at, `\`${key}\` takes text, not ${describeValue(given)}.`)
    } else if (property?.derived) report(at, `\`${key}\` is worked out by the loader: leave it out.`)
    else if (property?.computed) report(at, `\`${key}\` is worked out when it is asked for: leave it out.`)
    else if (property) readInto(properties, property, given, report)
    else if (!type.traversals.has(key)) report(at, `${type.name} has no \`${key}\`.${didYouMean(key, fieldsOf(type))}`)
  }
  const id = properties.get('id')
  const record = { type, id: String(id?.value ?? ''), at: id?.at ?? value.at, properties, derived }
  const written = new Set(value.entries.map(({ key }) => key))
  for (const { name, required, derived, computed, description } of type.properties.values())
    if (required && !derived && !computed && !written.has(name))
      report(value.at, `${record.id || 'This record'} needs \`${name}\`: ${description}`)
  if (record.id) checkId(record, report)
  const statements = value.entries.flatMap(({ key, value: given }) => {
    const field = type.properties.has(key) ? undefined : type.traversals.get(key)
    return field ? readStatements(field, record, given, context, report) : []
  })
  checkDates(record, report)
  return { record, statements }
}

function fieldsOf(type: NodeType): string[] {
  const writable = [...type.properties.values()].filter(({ derived, computed }) => !derived && !computed)
  return [...writable.map(({ name }) => name), ...type.traversals.keys()]
}

function checkId({ type, id, at }: SeedRecord, report: Report): void {
  const prefix = `${idPrefix(type)}/`
  if (!id.startsWith(prefix)) report(at, `${shorten(id)} is not an id of \`${type.list}\`: those begin with \`${prefix}\`.`)
  else if (!idPattern.test(id))
    report(at, `${shorten(id)} is not an id: after \`${prefix}\` it takes unaccented letters, digits, and . _ - ( ) /.`)
}

/** Days that begin and end the same thing, in this order. */
const spans = [
  ['startDate', 'endDate'],
  ['dateFounded', 'dateDissolved'],
] as const

function checkDates(record: SeedRecord, report: Report): void {
  for (const [first, last] of spans) {
    const [from, to] = [textOf(record, first), textOf(record, last)]
    // A day is not before the month or the year that it lies in.
    const length =
      { YEAR: 4, MONTH: 7, DAY: 10 }[textOf(record, record.type.properties.get(last)?.precision ?? '') ?? 'DAY'] ?? 10
    if (from && to && from.slice(0, length) > to.slice(0, length))
      report(record.properties.get(last)?.at ?? record.at, `\`${last}\` (${to}) comes before \`${first}\` (${from}).`)
  }
}
