import { idPattern, idPrefix } from '../../schema/entityId.ts'
import { type FtmEntity, fromFtmId, ftmEntities, ftmStatements, ftmTopics } from '../../schema/followTheMoney.ts'
import { isDate } from '../../schema/scalars.ts'
import { placeMap, readJsonValue } from '../jsonValue.ts'
import { didYouMean } from '../nearest.ts'
import type { Place } from '../problem.ts'
import { describeValue, shorten, type YamlMap, type YamlValue } from '../yamlValue.ts'
import type { Format, FormatContext } from './format.ts'
import { readJsonLines } from './ndjson.ts'

/** Entities of FollowTheMoney, one a line; `src/schema/followTheMoney.ts` says which of them the graph has a place for. */
export const followTheMoney: Format = {
  name: 'ftm',
  endings: ['.ftm.json', '.ftm.ndjson', '.ftm'],
  async *read(file, context) {
    const types = await readTypes(file, context)
    for await (const { json, line } of readJsonLines(file, context)) {
      const value = readJsonValue(json, line, context.report)
      const entity = readEntity(value, context)
      if (!entity) continue
      const known = ftmEntities[entity.schema]
      const lines = known ? [entityLine(known, entity, context)] : statementLines(entity, types, context)
      for (const made of lines) if (made) yield made
    }
  },
}

interface Value {
  readonly text: string
  readonly at: Place
}

interface Entity {
  readonly at: Place
  readonly id: Value
  readonly schema: string
  readonly properties: ReadonlyMap<string, readonly Value[]>
}

/** A date known to the month or to the year. */
const inPart = /^\d{4}(-\d{2})?$/

/** The schema of each entity that statements can join, since only the type says what its id begins with. */
async function readTypes(file: string, context: FormatContext): Promise<ReadonlyMap<string, string>> {
  const types = new Map<string, string>()
  for await (const { json } of readJsonLines(file, { ontology: context.ontology, report: () => {}, skip: () => {} })) {
    const { id, schema } = (json ?? {}) as { id?: unknown; schema?: unknown }
    if (typeof id === 'string' && typeof schema === 'string' && ftmEntities[schema]) types.set(id, schema)
  }
  return types
}

function readEntity(value: YamlValue, { report }: FormatContext): Entity | undefined {
  if (value.kind !== 'map') {
    report(value.at, `A line holds an entity of FollowTheMoney, { "id": …, "schema": …, … }, not ${describeValue(value)}.`)
    return undefined
  }
  const { entries } = value
  const text = (key: string): Value | undefined => {
    const found = entries.find(entry => entry.key === key)?.value
    if (found?.kind === 'scalar' && typeof found.value === 'string') return { text: found.value, at: found.at }
    report(
      found?.at ?? value.at,
      `An entity of FollowTheMoney has \`${key}\`, a text${found ? `, not ${describeValue(found)}` : ''}.`,
    )
    return undefined
  }
  const [id, schema] = [text('id'), text('schema')]
  if (!id || !schema) return undefined
  const names = [...Object.keys(ftmEntities), ...Object.keys(ftmStatements)]
  if (!names.includes(schema.text)) {
    report(
      schema.at,
      `The graph has no place for ${shorten(schema.text)}; it takes ${names.join(', ')}.${didYouMean(schema.text, names)}`,
    )
    return undefined
  }
  const properties = new Map<string, Value[]>()
  const given = entries.find(({ key }) => key === 'properties')?.value
  if (given && given.kind !== 'map') report(given.at, `\`properties\` takes an object, not ${describeValue(given)}.`)
  for (const { key, value: values } of given?.kind === 'map' ? given.entries : []) {
    const items = values.kind === 'list' ? values.items : [values]
    const texts: Value[] = []
    for (const item of items)
      if (item.kind === 'scalar' && typeof item.value === 'string') texts.push({ text: item.value, at: item.at })
      else report(item.at, `\`${key}\` takes texts, not ${describeValue(item)}.`)
    properties.set(key, texts)
  }
  return { at: value.at, id, schema: schema.text, properties }
}

function entityLine({ type, properties, fixed }: FtmEntity, entity: Entity, { ontology, report }: FormatContext): YamlMap {
  const values: Record<string, unknown> = { type, ...fixed }
  const places: Record<string, Place> = { id: entity.id.at }
  for (const [name, own] of Object.entries(properties)) {
    const [first, ...more] = entity.properties.get(name) ?? []
    const declared = ontology.nodeTypes.get(type)!.properties.get(own)
    if (!first || !declared) continue
    places[own] ??= first.at
    const texts = [first, ...more].map(({ text }) => text)
    if (declared.list) values[own] = [...new Set([...((values[own] as string[] | undefined) ?? []), ...texts])]
    else if (declared.translated) values[own] ??= { en: first.text }
    else if (declared.type !== 'Date') values[own] ??= first.text
    else if (isDate(first.text.slice(0, 10))) values[own] ??= first.text.slice(0, 10)
    else if (inPart.test(first.text)) {
      if (declared.precision) values[own] ??= first.text
    } else report(first.at, `\`${name}\` takes a day, a month or a year, not ${shorten(first.text)}.`)
    // Of several names the first is the label, and the others are kept.
    if (own === 'label' && more.length > 0)
      values['aliases'] = [...((values['aliases'] as string[] | undefined) ?? []), ...more.map(({ text }) => text)]
  }
  const [topic] = (entity.properties.get('topics') ?? []).flatMap(({ text }) => ftmTopics[text] ?? [])
  if (topic && type === 'Institution') values['kind'] = topic
  values['id'] = idOf(entity.schema, entity.id.text, ontology)
  return placeMap(values, entity.at, report, places)
}

function statementLines(entity: Entity, types: ReadonlyMap<string, string>, { ontology, report }: FormatContext): YamlMap[] {
  const { type, from, to } = ftmStatements[entity.schema]!
  const ends = [from, to].map(name => entity.properties.get(name)?.[0])
  const [start, end] = ends
  if (!start || !end) {
    report(entity.at, `${entity.schema} needs \`${start ? to : from}\`, the id of an entity.`)
    return []
  }
  const unknown = [start, end].find(({ text }) => !types.has(text))
  if (unknown) {
    report(unknown.at, `There is no entity ${shorten(unknown.text)} in the file.${didYouMean(unknown.text, types.keys())}`)
    return []
  }
  const day = (name: string): string | undefined =>
    entity.properties
      .get(name)
      ?.map(({ text }) => text.slice(0, 10))
      .find(text => isDate(text) || inPart.test(text))
  const source = entity.properties.get('sourceUrl')?.[0]?.text
  if (!source) {
    report(entity.at, `${entity.schema} needs \`sourceUrl\`, where it is written.`)
    return []
  }
  const [fromId, toId] = [start, end].map(({ text }) => idOf(types.get(text)!, text, ontology))
  const said = { basis: 'CURATED', source, validFrom: day('startDate') ?? day('date'), validTo: day('endDate') }
  return [placeMap({ type, from: fromId, to: toId, ...said }, entity.at, report, { from: start.at, to: end.at })]
}

/** An id that is one of ours, or stands for one, stays; another is made one. */
function idOf(schema: string, id: string, ontology: FormatContext['ontology']): string {
  const prefix = `${idPrefix(ontology.nodeTypes.get(ftmEntities[schema]!.type)!)}/`
  for (const own of [id, fromFtmId(id)]) if (own.startsWith(prefix) && idPattern.test(own)) return own
  return prefix + id.replaceAll(/[^A-Za-z0-9._()-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '')
}
