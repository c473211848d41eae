import { Language } from '../../schema/language.ts'
import { wikidataKinds, wikidataPlaces, wikidataProperties, wikidataStatements } from '../../schema/wikidata.ts'
import { placeMap } from '../jsonValue.ts'
import type { Report } from '../problem.ts'
import type { YamlMap } from '../yamlValue.ts'
import type { Format, FormatContext } from './format.ts'
import { readJsonLines } from './ndjson.ts'

/** Entities of Wikidata in its JSON: a dump, one entity a line, or what `Special:EntityData` gives. */
export const wikidata: Format = {
  name: 'wikidata',
  endings: ['.wikidata.json', '.wikidata.ndjson'],
  async *read(file, context) {
    const types = new Map<string, string>()
    const quiet = { ontology: context.ontology, report: () => {}, skip: () => {} }
    for await (const { item } of readItems(file, quiet)) {
      const type = typeOf(item)
      if (type) types.set(item.id, idOf(type.type, item.id))
    }
    for await (const { item, at } of readItems(file, context)) {
      const type = typeOf(item)
      if (type) yield entityLine(item, type, types, at, context.report)
      else {
        const classes = valuesOf(item, 'P31').map(({ id }) => id)
        context.report(
          at,
          `${item.id} is an instance (P31) of ${classes.join(', ') || 'nothing'}, of which the graph has no kind.`,
        )
      }
    }
  },
}

interface Item {
  readonly id: string
  readonly labels?: Texts
  readonly descriptions?: Texts
  readonly aliases?: Readonly<Record<string, readonly { readonly value: string }[]>>
  readonly claims?: Readonly<Record<string, readonly Claim[]>>
}
type Texts = Readonly<Record<string, { readonly value: string }>>

interface Claim {
  readonly rank?: string
  readonly mainsnak?: Snak
  readonly qualifiers?: Readonly<Record<string, readonly Snak[]>>
}
interface Snak {
  readonly datavalue?: { readonly value?: unknown }
}

interface Value {
  readonly id?: string
  readonly text?: string
  readonly day?: string
  readonly claim: Claim
}

type LinePlace = { readonly file: string; readonly line: number; readonly column: number }

async function* readItems(file: string, context: FormatContext): AsyncGenerator<{ item: Item; at: LinePlace }> {
  for await (const { json, line } of readJsonLines(file, context, unframe)) {
    const at = { file, line: line.line, column: 1 }
    const { entities } = (json ?? {}) as { entities?: unknown }
    for (const item of typeof entities === 'object' && entities !== null ? Object.values(entities) : [json]) {
      const wrong = findWrong(item)
      if (wrong === undefined) yield { item: item as Item, at }
      else {
        context.report(at, `The line is no item of Wikidata: ${wrong}.`)
        context.skip()
      }
    }
  }
}

/** What of a value is not as it is in an item. */
function findWrong(value: unknown): string | undefined {
  const { id, labels, descriptions, aliases, claims } = (value ?? {}) as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || !/^Q\d+$/.test(id)) return 'its `id` is not like Q207203'
  for (const [name, texts] of Object.entries({ labels, descriptions }))
    if (!partsOf(texts).every(isText)) return `\`${name}\` takes a text for each language`
  if (!partsOf(aliases).every(texts => Array.isArray(texts) && texts.every(isText)))
    return '`aliases` takes a list of texts for each language'
  const isList = (said: unknown): boolean => Array.isArray(said) && said.every(isObject)
  if (
    !partsOf(claims).every(said => isList(said) && (said as Claim[]).every(({ qualifiers }) => partsOf(qualifiers).every(isList)))
  )
    return '`claims` takes a list of statements for each property'
  return undefined
}

/** What an object holds; nothing of an empty list, which stands in dumps for an empty object. */
function partsOf(value: unknown): unknown[] {
  return isObject(value) ? Object.values(value) : value === undefined || value === null ? [] : [value]
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): boolean {
  return isObject(value) && typeof (value as { value?: unknown }).value === 'string'
}

/** A dump is one list, with an item on each line. */
function unframe(text: string): string {
  const json = text.trimEnd().replace(/,$/, '')
  return json === '[' || json === ']' ? '' : json
}

function typeOf(item: Item): { type: string; kind?: string } | undefined {
  for (const { id } of valuesOf(item, 'P31')) {
    if (id === 'Q5') return { type: 'Person' }
    const [kind, place] = [wikidataKinds[id ?? ''], wikidataPlaces[id ?? '']]
    if (kind) return { type: 'Institution', kind }
    if (place) return { type: 'Place', kind: place }
  }
  return undefined
}

function entityLine(
  item: Item,
  { type, kind }: { type: string; kind?: string },
  ids: ReadonlyMap<string, string>,
  at: LinePlace,
  report: Report,
): YamlMap {
  const page = `https://www.wikidata.org/wiki/${item.id}`
  const values: Record<string, unknown> = {
    type,
    id: ids.get(item.id),
    label: textsOf(item.labels),
    description: textsOf(item.descriptions),
    aliases: aliasesOf(item),
    kind,
    wikidata: item.id,
    sameAs: [`http://www.wikidata.org/entity/${item.id}`],
    sources: [page],
  }
  for (const [property, name] of Object.entries(wikidataProperties[type] ?? {})) {
    const [value] = valuesOf(item, property)
    values[name] = value?.day ?? value?.text
  }
  for (const [property, field] of Object.entries(wikidataStatements[type] ?? {})) {
    // What is not in the file is not in the graph either, as far as one can know here.
    const said = valuesOf(item, property).flatMap(({ id, claim }) => {
      const node = ids.get(id ?? '')
      const [validFrom, validTo] = ['P580', 'P582'].map(name => dayOf(claim.qualifiers?.[name]?.[0]?.datavalue?.value))
      return node && node !== values['id'] ? [{ node, basis: 'CURATED', source: `${page}#${property}`, validFrom, validTo }] : []
    })
    const known = (values[field] as { node: string }[] | undefined) ?? []
    if (said.length > 0) values[field] = [...known, ...said.filter(({ node }) => !known.some(other => other.node === node))]
  }
  return placeMap(values, at, report)
}

/** The best values of a property: those preferred, else all but the deprecated. */
function valuesOf(item: Item, property: string): Value[] {
  const claims = (item.claims?.[property] ?? []).filter(({ rank }) => rank !== 'deprecated')
  const preferred = claims.filter(({ rank }) => rank === 'preferred')
  return (preferred.length > 0 ? preferred : claims).flatMap(claim => {
    const value = claim.mainsnak?.datavalue?.value
    if (typeof value === 'string') return [{ text: value, claim }]
    const { id, text } = (value ?? {}) as { id?: string; text?: string }
    const day = dayOf(value)
    return id || text || day ? [{ ...(id && { id }), ...(text && { text }), ...(day && { day }), claim }] : []
  })
}

const precisionOfDay = 11

/** A day of Wikidata; a month or a year is none, and is left out. */
function dayOf(value: unknown): string | undefined {
  const { time, precision } = (value ?? {}) as { time?: string; precision?: number }
  const day = /^\+(\d{4}-\d{2}-\d{2})T/.exec(time ?? '')?.[1]
  return precision !== undefined && precision >= precisionOfDay ? day : undefined
}

function textsOf(texts: Texts | undefined): Record<string, string> | undefined {
  const known = Object.values(Language).map(language => language.toLowerCase())
  const given = known.flatMap(language => (texts?.[language] ? [[language, texts[language].value]] : []))
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

function aliasesOf({ aliases = {} }: Item): string[] | undefined {
  const known = Object.values(Language).flatMap(language => aliases[language.toLowerCase()] ?? [])
  return known.length > 0 ? [...new Set(known.map(({ value }) => value))] : undefined
}

function idOf(type: string, item: string): string {
  return `${type.toLowerCase()}/${item}`
}
