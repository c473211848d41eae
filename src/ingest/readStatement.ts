import type { Property, Traversal } from '../schema/ontology.ts'
import { didYouMean } from './nearest.ts'
import type { Place, Report } from './problem.ts'
import { readValue } from './readValue.ts'
import { type Placed, type SeedRecord, type SeedStatement, textOf } from './seed.ts'
import { describeValue, type YamlValue } from './yamlValue.ts'

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
    const read = readItem(field, declared, item, report)
    if (!read) return []
    const { node, properties } = read
    for (const [name, placed] of defaults) if (!properties.has(name)) properties.set(name, placed)
    if (!properties.has('rank')) properties.set('rank', { value: 'NORMAL', at: item.at })
    const [from, to] = field.direction === 'OUT' ? [owner.id, node.id] : [node.id, owner.id]
    const statement = { type: field.relationship, from, to, at: item.at, properties, field, owner, node }
    checkStatement(statement, declared, report)
    return [statement]
  })
}

function readItem(
  field: Traversal,
  declared: ReadonlyMap<string, Property>,
  item: YamlValue,
  report: Report,
): { node: { id: string; at: Place }; properties: Map<string, Placed> } | undefined {
  if (item.kind !== 'map') {
    report(item.at, `A statement of \`${field.name}\` is a map like { node: <id>, … }, not ${describeValue(item)}.`)
    return undefined
  }
  const properties = new Map<string, Placed>()
  let node: { id: string; at: Place } | undefined
  for (const { key, at, value } of item.entries) {
    const property = declared.get(key)
    if (key === 'node' && value.kind === 'scalar' && typeof value.value === 'string') node = { id: value.value, at: value.at }
    else if (key === 'node') report(value.at, `\`node\` takes the id of the other end, not ${describeValue(value)}.`)
    else if (!property)
      report(at, `A statement of \`${field.name}\` has no \`${key}\`.${didYouMean(key, ['node', ...declared.keys()])}`)
    else {
      const read = readValue(property, value, report)
      if (read !== undefined) properties.set(key, { value: read, at: value.at })
    }
  }
  if (!node && !item.entries.some(({ key }) => key === 'node'))
    report(item.at, `A statement of \`${field.name}\` needs \`node\`, the id of the other end.`)
  return node && { node, properties }
}

function checkStatement(statement: SeedStatement, declared: ReadonlyMap<string, Property>, report: Report): void {
  const { at, field, properties } = statement
  const given = (name: string): string | undefined => textOf(statement, name)
  for (const { name, required } of declared.values())
    if (required && !properties.has(name)) report(at, `A statement of \`${field.name}\` needs \`${name}\`.`)
  const validTo = properties.get('validTo')
  const [from, to] = [given('validFrom'), given('validTo')]
  if (validTo && from && to && from >= to) report(validTo.at, `\`validTo\` (${to}) must come after \`validFrom\` (${from}).`)
  if (given('rank') !== 'NORMAL' && !properties.has('rankReason'))
    report(properties.get('rank')?.at ?? at, `A rank other than NORMAL needs \`rankReason\`, the reason for it.`)
  if (given('basis') === 'NAMED_IN_TEXT' && !properties.has('quote'))
    report(at, 'The basis NAMED_IN_TEXT needs `quote`, the words of the source.')
}
