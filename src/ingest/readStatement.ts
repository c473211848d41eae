import type { NodeType, Property, RelationshipType, Traversal } from '../schema/ontology.ts'
import { didYouMean } from './nearest.ts'
import type { Place, Report } from './problem.ts'
import { readInto } from './readInto.ts'
import { type Placed, type SeedRecord, type SeedStatement, textOf } from './seed.ts'
import { describeValue, shorten, type YamlMap, type YamlValue } from './yamlValue.ts'

/** What statements may say, and what their file says for those that do not. */
interface StatementForm {
  /** What a message calls them. */
  readonly name: string
  /** The keys of the ends that each names. */
  readonly ends: readonly string[]
  readonly declared: ReadonlyMap<string, Property>
  readonly defaults: ReadonlyMap<string, Placed>
}

interface End {
  readonly id: string
  readonly at: Place
}

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
  const form = describeForm(field.relationship, context, `\`${field.name}\``, ['node'])
  return value.items.flatMap(item => {
    const read = readItem(form, item, report)
    if (!read) return []
    const { node, properties } = read as { node: End; properties: Map<string, Placed> }
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
  const read = readItem(describeForm(type, context, type.name, ['from', 'to']), value, report)
  if (!read) return undefined
  const { from, to, properties } = read as { from: End; to: End; properties: Map<string, Placed> }
  const owner = findType(from.id)
  // Several fields may stand for one relationship, by what is at its end.
  const fields = [...(owner?.traversals.values() ?? [])].filter(
    ({ relationship, direction }) => relationship === type && direction === 'OUT',
  )
  const target = findType(to.id)?.name ?? ''
  const field = fields.find(({ targets }) => targets.includes(target)) ?? fields[0]
  if (!owner || !field) {
    const starts = [...new Set(type.ends.map(end => end.from))].join(' or ')
    const given = owner ? `${from.id} is of type ${owner.name}` : `${shorten(from.id)} is no id`
    report(from.at, `\`from\` of ${type.name} takes ${starts}; ${given}.`)
    return undefined
  }
  const record = { type: owner, id: from.id, at: from.at, properties: new Map(), derived: new Map() }
  const statement: SeedStatement = {
    ...{ type, from: from.id, to: to.id, at: value.at, properties, field },
    ...{ owner: record, node: to, alone: true },
  }
  checkStatement(statement, report)
  return statement
}

const forms = new WeakMap<RelationshipType, StatementForm['declared']>()

function describeForm(type: RelationshipType, context: StatementContext, name: string, ends: readonly string[]): StatementForm {
  let declared = forms.get(type)
  if (!declared) {
    declared = new Map([...context.common, ...type.properties].filter(([, property]) => !property.derived))
    forms.set(type, declared)
  }
  return { name, ends, declared, defaults: context.defaults }
}

function readItem(
  { name, ends, declared, defaults }: StatementForm,
  item: YamlValue,
  report: Report,
): Record<string, End | Map<string, Placed>> | undefined {
  if (item.kind !== 'map') {
    report(item.at, `A statement of ${name} is a map like { node: <id>, … }, not ${describeValue(item)}.`)
    return undefined
  }
  const properties = new Map<string, Placed>([...defaults, ['rank', { value: 'NORMAL', at: item.at }]])
  const said = new Set(properties.keys())
  const found: Record<string, End> = {}
  for (const { key, at, value } of item.entries) {
    said.add(key)
    const property = declared.get(key)
    if (ends.includes(key)) {
      const end = readEnd(key, value, report)
      if (end) found[key] = end
    } else if (!property) report(at, `A statement of ${name} has no \`${key}\`.${didYouMean(key, [...ends, ...declared.keys()])}`)
    else readInto(properties, property, value, report)
  }
  const required = [...declared.values()].filter(property => property.required).map(({ name }) => name)
  const missing = [...ends, ...required].filter(key => !said.has(key)).map(key => `\`${key}\``)
  if (missing.length) report(item.at, `A statement of ${name} needs ${missing.join(', ')}.`)
  return ends.every(end => found[end]) ? { ...found, properties } : undefined
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
