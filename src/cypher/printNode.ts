import type { FieldPlan, NodePlan, PropertyField, SingleField, Variant } from '../plan/plan.ts'
import type { NodeType } from '../schema/ontology.ts'
import { computedNodes } from './computedNodes.ts'
import { enter, printAsOf, printFound, printIs } from './knownAt.ts'
import { printBloomUrl } from './printBloomUrl.ts'
import { printPattern } from './printCondition.ts'
import { printConnection } from './printConnection.ts'
import { type Entry, indent, literal, Printing, printObject, printSubquery, typenameEntry } from './printing.ts'
import { printValue } from './printProperty.ts'
import { printGaps, printHistory, printStatus } from './printStatus.ts'

/** The node that this variable holds, in the shape that the operation asks for. */
export function printNode(printing: Printing, variable: string, plan: NodePlan): string {
  const [only, ...others] = plan.variants
  if (only && others.length === 0) return printVariant(printing, variable, only, '0', plan.abstract)
  const groups = groupAlike(printing, variable, plan)
  // The schema and the ontology say that it is of one of these types.
  if (groups.length === 1) return groups[0]!.printed
  const cases = groups.map(({ types, printed }) => `WHEN ${printIs(printing, variable, types)} THEN ${printed}`)
  return `CASE\n${indent(cases.join('\n'))}\nEND`
}

/** Types of which the same is read, so that it need not be found out which of them a node is of. */
interface Group {
  readonly types: string[]
  readonly printed: string
}

function groupAlike(printing: Printing, variable: string, { variants, abstract }: NodePlan): Group[] {
  const groups = new Map<string, Variant[]>()
  for (const variant of variants) {
    // Maps name the type of each node.
    const signature = printing.form === 'lists' ? signatureOf(printing, variable, variant) : variant.type.name
    groups.set(signature, [...(groups.get(signature) ?? []), variant])
  }
  return [...groups.values()].map(alike => {
    const place = printPlace(printing, variable, alike, variants)
    const printed = printVariant(printing, variable, alike[0]!, place, abstract)
    return { types: alike.map(({ type }) => type.name), printed }
  })
}

/** The place among the variants of one that is read like these: of the first, unless the name of the type is asked for, which tells them apart. */
function printPlace(printing: Printing, variable: string, alike: readonly Variant[], variants: readonly Variant[]): string {
  const named = alike.some(({ fields }) => fields.some(({ kind }) => kind === 'typename'))
  if (!named || alike.length === 1) return String(variants.indexOf(alike[0]!))
  const cases = alike.map(one => `WHEN ${printIs(printing, variable, [one.type.name])} THEN ${variants.indexOf(one)}`)
  return `CASE ${cases.join(' ')} END`
}

/** All that is read of a type, with the keys that it is given under: as it would stand in a statement of its own, as maps. */
function signatureOf(printing: Printing, variable: string, { type, fields }: Variant): string {
  const alone = new Printing(printing.ontology, 'maps')
  for (const [node, state] of printing.states) alone.states.set(node, state)
  const entries = fields.filter(({ kind }) => kind !== 'typename').map(field => printField(alone, variable, type, field))
  return printObject(alone, entries, alone.state(variable))
}

/** One of the types that the node can be of: maps say which by its name, lists by its place among the variants. */
function printVariant(printing: Printing, variable: string, { type, fields }: Variant, place: string, abstract: boolean): string {
  const entries = fields
    .filter(field => !(abstract && field.key === '__typename'))
    .map(field => printField(printing, variable, type, field))
  if (!abstract) return printObject(printing, entries, printing.state(variable))
  const typed = printing.form === 'maps' ? literal(type.name) : place
  return printObject(printing, [{ key: '__typename', value: typed }, ...entries], printing.state(variable))
}

function printField(printing: Printing, variable: string, type: NodeType, field: FieldPlan): Entry {
  const { key } = field
  switch (field.kind) {
    case 'typename':
      return typenameEntry(field)
    case 'property':
      return printPropertyField(printing, variable, field)
    case 'single':
      return { key, value: printSingle(printing, variable, field) }
    case 'computed':
      return { key, value: printAsOf(printing, variable, field.asOf, node => computedNodes[field.name]!(printing, node, field)) }
    case 'bloomUrl':
      return { key, value: printBloomUrl(printing, variable, type, field) }
    case 'connection':
      return { key, value: printConnection(printing, field.connection, variable) }
    case 'status':
      return { key, value: printAsOf(printing, variable, field.asOf, node => printStatus(printing, node, field)) }
    case 'history':
      return { key, value: printAsOf(printing, variable, field.asOf, node => printHistory(printing, node, field)) }
    case 'gaps':
      return { key, value: printAsOf(printing, variable, field.asOf, node => printGaps(printing, node, field)) }
  }
}

/** One property of a node or statement under its response key. */
export function printPropertyField(
  printing: Printing,
  variable: string,
  { key, property, asOf, language }: PropertyField,
): Entry {
  return { key, value: printValue(printing, variable, property, asOf, language) }
}

function printSingle(printing: Printing, variable: string, { traversal, asOf, node }: SingleField): string {
  const statement = printing.variable('r')
  const other = printing.variable('n')
  enter(printing, other, asOf)
  const rows = printSubquery('COLLECT', [
    `MATCH ${printPattern(variable, statement, other, traversal, asOf)}`,
    ...printFound(printing, other, traversal.targets, asOf, [printing.holds(statement, asOf)], []),
    `RETURN ${printNode(printing, other, node)} LIMIT 1`,
  ])
  return `head(${rows})`
}
