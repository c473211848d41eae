import type { NodeType, Property, RelationshipType, Traversal } from '../schema/ontology.ts'
import { didYouMean } from './nearest.ts'
import type { Place, Report } from './problem.ts'
import { readInto } from './readInto.ts'
import { type Placed, type SeedRecord, type SeedStatement, textOf } from './seed.ts'
import { describeValue, shorten, type YamlMap, type YamlValue } from './yamlValue.ts'

/** What statements of a type may say. */
interface StatementForm {
  readonly declared: ReadonlyMap<string, Property>
  /** What every one must say beside its ends. */
  readonly required: readonly string[]
}

/** How statements are written where they stand. */
interface Writing {
  /** What a message calls them. */
  readonly name: string
  /** The keys of the ends that each names. */
  readonly ends: readonly string[]
}

/** A statement as far as it could be read; its ends in the order in which they are asked for. */
interface ReadItem {
  readonly ends: readonly End[]
  readonly properties: Map<string, Placed>
}

const oneEnd = ['node']
const bothEnds = ['from', 'to']

interface End {
  readonly id: string
  readonly at: Place
}

/** What is known of an end that is only referred to. */
const nothing = new Map()

type StatementContext = { readonly common: ReadonlyMap<string, Property>; readonly defaults: ReadonlyMap<string, Placed> }

/** Reads the statements under a relationship field of a record. */
export function readStatements(
  field: Traversal,
  owner: SeedRecord,
  value: YamlValue,
  context: StatementContext,
  report: Report,
): SeedStatement[] {
  if (value.kind !== 'list') {
    report(value.at, `\`${field.name}\` takes a list of statements like { node: <id>, … }, not ${describeValue(value)}.`)
    return []
  }
  const form = describeForm(field.relationship, context)
  const writing = { name: `\`${field.name}\``, ends: oneEnd }
  return value.items.flatMap(item => {
    const read = readItem(form, writing, context.defaults, item, report)
    if (!read) return []
    const { properties } = read
    const [node] = read.ends as [End]
    const [from, to] = field.direction === 'OUT' ? [owner.id, node.id] : [node.id, owner.id]
    const statement = { type: field.relationship, from, to, at: item.at, properties, field, owner, node }
    checkStatement(statement, report)
    return [statement]
  })
}

/** Reads a statement that names both of its ends; the type of the first says which field it stands for. */
export function readStatementLine(
  type: RelationshipType,
  value: YamlMap,
  findType: (id: string) => NodeType | undefined,
  context: StatementContext,
  report: Report,
): SeedStatement | undefined {
  const writing = { name: type.name, ends: bothEnds }
  const read = readItem(describeForm(type, context), writing, context.defaults, value, report)
  if (!read) return undefined
  const { properties } = read
  const [from, to] = read.ends as [End, End]
  const owner = findType(from.id)
  const field = owner && findField(type, owner, findType(to.id)?.name ?? '')
  if (!owner || !field) {
    const starts = [...new Set(type.ends.map(end => end.from))].join(' or ')
    const given = owner ? `${from.id} is of type ${owner.name}` : `${shorten(from.id)} is no id`
    report(from.at, `\`from\` of ${type.name} takes ${starts}; ${given}.`)
    return undefined
  }
  const { at } = value
  const record = { type: owner, id: from.id, at: from.at, properties: nothing, derived: nothing }
  const statement: SeedStatement = { type, from: from.id, to: to.id, at, properties, field, owner: record, node: to, alone: true }
  checkStatement(statement, report)
  return statement
}

const fieldsOfOwners = new WeakMap<NodeType, Map<RelationshipType, Traversal[]>>()

/** The field of an owner that a relationship stands in; several may stand for one relationship, by what is at its end. */
function findField(type: RelationshipType, owner: NodeType, target: string): Traversal | undefined {
  let known = fieldsOfOwners.get(owner)
  if (!known) fieldsOfOwners.set(owner, (known = new Map()))
  let fields = known.get(type)
  if (!fields) {
    fields = [...owner.traversals.values()].filter(({ relationship, direction }) => relationship === type && direction === 'OUT')
    known.set(type, fields)
  }
  return fields.find(({ targets }) => targets.includes(target)) ?? fields[0]
}

const forms = new WeakMap<RelationshipType, StatementForm>()

function describeForm(type: RelationshipType, { common }: StatementContext): StatementForm {
  let form = forms.get(type)
  if (!form) {
    const declared = new Map([...common, ...type.properties].filter(([, property]) => !property.derived))
    form = { declared, required: [...declared.values()].filter(({ required }) => required).map(({ name }) => name) }
    forms.set(type, form)
  }
  return form
}

function readItem(
  { declared, required }: StatementForm,
  { name, ends }: Writing,
  defaults: StatementContext['defaults'],
  item: YamlValue,
  report: Report,
): ReadItem | undefined {
  if (item.kind !== 'map') {
    report(item.at, `A statement of ${name} is a map like { node: <id>, … }, not ${describeValue(item)}.`)
    return undefined
  }
  const properties = new Map(defaults).set('rank', { value: 'NORMAL', at: item.at })
  const said = new Set(properties.keys())
  const found: End[] = []
  for (const { key, at, value } of item.entries) {
    said.add(key)
    const property = declared.get(key)
    const which = ends.indexOf(key)
    if (which >= 0) {
      const end = readEnd(key, value, report)
      if (end) found[which] = end
    } else if (!property) report(at, `A statement of ${name} has no \`${key}\`.${didYouMean(key, [...ends, ...declared.keys()])}`)
    else readInto(properties, property, value, report)
  }
  if (!ends.every(isSaid) || !required.every(isSaid)) {
    const missing = [...ends, ...required].filter(key => !isSaid(key)).map(key => `\`${key}\``)
    report(item.at, `A statement of ${name} needs ${missing.join(', ')}.`)
  }
  return ends.every((_, which) => found[which]) ? { ends: found, properties } : undefined

  function isSaid(key: string): boolean {
    return said.has(key)
  }
}

function readEnd(key: string, value: YamlValue, report: Report): End | undefined {
  if (value.kind === 'scalar' && typeof value.value === 'string') return { id: value.value, at: value.at }
  report(value.at, `\`${key}\` takes the id of ${key === 'node' ? 'the other' : 'an'} end, not ${describeValue(value)}.`)
  return undefined
}

function checkStatement(statement: SeedStatement, report: Report): void {
  const { at, properties } = statement
  const given = (name: string): string | undefined => textOf(statement, name)
  const validTo = properties.get('validTo')
  const [from, to] = [given('validFrom'), given('validTo')]
  if (validTo && from && to && from >= to) report(validTo.at, `\`validTo\` (${to}) must come after \`validFrom\` (${from}).`)
  if (given('rank') !== 'NORMAL' && !properties.has('rankReason'))
    report(properties.get('rank')?.at ?? at, 'A rank other than NORMAL needs `rankReason`, the reason for it.')
  if (given('basis') === 'NAMED_IN_TEXT' && !properties.has('quote'))
    report(at, 'The basis NAMED_IN_TEXT needs `quote`, the words of the source.')
}
