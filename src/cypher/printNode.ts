import type { FieldPlan, NodePlan, PropertyField, SingleField, Variant } from '../plan/plan.ts'
import { printPattern } from './printCondition.ts'
import { printConnection } from './printConnection.ts'
import { indent, literal, name, type Printing, printSubquery, printWhere } from './printing.ts'
import { printValue } from './printProperty.ts'

/** The node that this variable holds, in the shape that the operation asks for. */
export function printNode(printing: Printing, variable: string, plan: NodePlan): string {
  const [only, ...others] = plan.variants
  if (only && others.length === 0) return printVariant(printing, variable, only, plan.abstract)
  const cases = groupAlike(printing, variable, plan)
  return `CASE\n${indent(cases.join('\n'))}\nEND`
}

function groupAlike(printing: Printing, variable: string, { variants, abstract }: NodePlan): string[] {
  return variants.map(
    variant => `WHEN ${variable}:${variant.type.name} THEN ${printVariant(printing, variable, variant, abstract)}`,
  )
}

function printVariant(printing: Printing, variable: string, { type, fields }: Variant, abstract: boolean): string {
  const typed = abstract ? [`__typename: ${literal(type.name)}`] : []
  const own = fields.filter(field => !(abstract && field.key === '__typename'))
  return printProjection(variable, [...typed, ...own.map(field => printField(printing, variable, field))])
}

/** A map projection: `n { .id, … }`. */
export function printProjection(variable: string, entries: readonly string[]): string {
  const line = entries.join(', ')
  return line.includes('\n') || line.length > 100 ? `${variable} {\n${indent(entries.join(',\n'))}\n}` : `${variable} { ${line} }`
}

function printField(printing: Printing, variable: string, field: FieldPlan): string {
  switch (field.kind) {
    case 'typename':
      return `${name(field.key)}: ${literal(field.name)}`
    case 'property':
      return printPropertyField(printing, variable, field)
    case 'single':
      return `${name(field.key)}: ${printSingle(printing, variable, field)}`
    case 'connection':
      return `${name(field.key)}: ${printConnection(printing, field.connection, variable)}`
  }
}

/** One property in a projection: `.id`, or its response key with its value. */
export function printPropertyField(
  printing: Printing,
  variable: string,
  { key, property, asOf, language }: PropertyField,
): string {
  const value = printValue(printing, variable, property, asOf, language)
  return value === `${variable}.${key}` ? `.${key}` : `${name(key)}: ${value}`
}

function printSingle(printing: Printing, variable: string, { traversal, asOf, node }: SingleField): string {
  const statement = printing.variable('r')
  const other = printing.variable('n')
  const rows = printSubquery('COLLECT', [
    `MATCH ${printPattern(variable, statement, other, traversal)}`,
    printWhere([printing.holds(statement, asOf)]),
    `RETURN ${printNode(printing, other, node)} LIMIT 1`,
  ])
  return `head(${rows})`
}
