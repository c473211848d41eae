import type { Property, Traversal } from '../schema/ontology.ts'
import { didYouMean } from './nearest.ts'
import type { Place, Report } from './problem.ts'
import { readInto } from './readInto.ts'
import { type Placed, type SeedRecord, type SeedStatement, textOf } from './seed.ts'
import { describeValue, type YamlValue } from './yamlValue.ts'

/** What the statements of a field may say, and what their file says for those that do not. */
interface StatementForm {
  readonly field: Traversal
  readonly declared: ReadonlyMap<string, Property>
  readonly defaults: ReadonlyMap<string, Placed>
}

/** Reads the statements under a relationship field of a record. */
export function readStatements(
  field: Traversal,
  owner: SeedRecord,
  value: YamlValue,
  { common, defaults }: { common: ReadonlyMap<string, Property>; defaults: ReadonlyMap<string, Placed> },
  report: Report,
): SeedStatement[] {
  if (value.kind !== 'list') {
    report(value.at, `\`${field.name}\` takes a list of statements like { node: <id>, … }, not ${describeValue(value)}.`)
    return []
  }
  const declared = new Map([...common, ...field.relationship.properties].filter(([, property]) => !property.derived))
  return value.items.flatMap(item => {
    const read = readItem({ field, declared, defaults }, item, report)
    if (!read) return []
    const { node, properties } = read
    const [from, to] = field.direction === 'OUT' ? [owner.id, node.id] : [node.id, owner.id]
    const statement = { type: field.relationship, from, to, at: item.at, properties, field, owner, node }
    checkStatement(statement, report)
    return [statement]
  })
}

function readItem(
  { field, declared, defaults }: StatementForm,
  item: YamlValue,
  report: Report,
): { node: { id: string; at: Place }; properties: Map<string, Placed> } | undefined {
  if (item.kind !== 'map') {
    report(item.at, `A statement of \`${field.name}\` is a map like { node: <id>, … }, not ${describeValue(item)}.`)
    return undefined
  }
  const properties = new Map<string, Placed>([...defaults, ['rank', { value: 'NORMAL', at: item.at }]])
  const said = new Set(properties.keys())
  let node: { id: string; at: Place } | undefined
  for (const { key, at, value } of item.entries) {
    said.add(key)
    const property = declared.get(key)
    if (key === 'node') node = readNode(value, report)
    else if (!property)
      report(at, `A statement of \`${field.name}\` has no \`${key}\`.${didYouMean(key, ['node', ...declared.keys()])}`)
    else readInto(properties, property, value, report)
  }
  const required = [...declared.values()].filter(property => property.required).map(({ name }) => name)
  const missing = ['node', ...required].filter(name => !said.has(name)).map(name => `\`${name}\``)
  if (missing.length) report(item.at, `A statement of \`${field.name}\` needs ${missing.join(', ')}.`)
  return node && { node, properties }
}

function readNode(value: YamlValue, report: Report): { id: string; at: Place } | undefined {
  if (value.kind === 'scalar' && typeof value.value === 'string') return { id: value.value, at: value.at }
  report(value.at, `\`node\` takes the id of the other end, not ${describeValue(value)}.`)
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
