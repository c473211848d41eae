import { ftmLinkOf, ftmSchemaOf, toFtmId } from '../../schema/followTheMoney.ts'
import { fallback, translatedName } from '../../schema/language.ts'
import type { Ontology, Property } from '../../schema/ontology.ts'
import { type Column, entityColumns, statementColumns, valuesOf } from '../columns.ts'
import type { GraphRecord } from '../readGraph.ts'
import type { ExportFormat } from './format.ts'

type Properties = Record<string, string[]>

/**
 * Entities of FollowTheMoney, one a line. What their schema has no property for stands as `name: value` in the notes of an
 * entity or the description of a link.
 */
export const followTheMoney: ExportFormat = {
  name: 'ftm',
  title: 'entities and links of FollowTheMoney, one a line',
  extension: 'ftm.ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  files: 'graph',
  open: ({ ontology }) => ({
    start: () => '',
    write: record => `${JSON.stringify(record.ends ? giveLink(ontology, record) : giveEntity(ontology, record))}\n`,
    end: () => '',
  }),
}

function giveEntity(ontology: Ontology, record: GraphRecord): object {
  const { type, stored } = record
  const declared = ontology.nodeTypes.get(type)!
  const { schema, properties: named } = ftmSchemaOf(type, stored['kind'])
  const properties: Properties = {}
  const given = new Set(['id'])
  for (const [theirs, ours] of Object.entries(named)) {
    const property = declared.properties.get(ours)
    const name = property?.name
    // Two of theirs may stand for one of ours; the first one is enough.
    if (!property || !name || given.has(name)) continue
    const values = theirs === 'sourceUrl' ? textsOf(property, stored).filter(isWebAddress) : textsOf(property, stored)
    if (values.length > 0) properties[theirs] = [...new Set(values)]
    // Theirs do not say the language, and addresses are not all the sources.
    if (!property.translated && values.length === textsOf(property, stored).length) given.add(name)
  }
  const rest = valuesOf(record, entityColumns(ontology, [declared])).filter(([{ name }]) => !given.has(name))
  return { id: toFtmId(String(stored['id'])), schema, properties: { ...properties, notes: rest.flatMap(printRest) } }
}

function giveLink(ontology: Ontology, record: GraphRecord): object {
  const { type, ends, stored } = record
  const { schema, from, to } = ftmLinkOf(type)
  const declared = ontology.relationshipTypes.get(type)!
  const day = (name: string) => textsOf(ontology.statement.get(name)!, stored)
  const [source, quote] = [String(stored['source']), stored['quote'] ?? []]
  const given = ['id', 'from', 'to', 'quote', 'validFrom', 'validTo', ...(isWebAddress(source) ? ['source'] : [])]
  const rest = valuesOf(record, statementColumns(ontology, [declared])).filter(([{ name }]) => !given.includes(name))
  const properties: Properties = {
    [from]: [toFtmId(ends!.from)],
    [to]: [toFtmId(ends!.to)],
    recordId: [String(stored['id'])],
    role: [type],
    summary: [quote].flat().map(String),
    sourceUrl: isWebAddress(source) ? [source] : [],
    startDate: day('validFrom'),
    endDate: day('validTo'),
    description: rest.flatMap(printRest),
  }
  const said = Object.entries(properties).filter(([, values]) => values.length > 0)
  return { id: toFtmId(String(stored['id'])), schema, properties: Object.fromEntries(said) }
}

function printRest([{ name }, value]: [Column, unknown]): string[] {
  return [value].flat().map(item => `${name}: ${item}`)
}

/** The values of a property as texts: those of every language, and a date as exactly as it is known. */
function textsOf(property: Property, stored: GraphRecord['stored']): string[] {
  const { name, translated, precision } = property
  if (translated) return fallback.EN.flatMap(language => (stored[translatedName(name, language)] as string | undefined) ?? [])
  const values = [stored[name] ?? []].flat().map(String)
  const known = precision === undefined ? undefined : stored[precision]
  return known === 'YEAR' ? values.map(day => day.slice(0, 4)) : known === 'MONTH' ? values.map(day => day.slice(0, 7)) : values
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text)
}
