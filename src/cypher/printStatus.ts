import { mostChanges } from '../plan/cost.ts'
import type { GapsField, HistoryField, StatusField } from '../plan/plan.ts'
import { type StatusRule, statusRules } from '../schema/statusSchemes.ts'
import { computedProperties } from './computedProperties.ts'
import { enter, printFound, printNodePattern, printTypes, withState } from './knownAt.ts'
import { printCondition } from './printCondition.ts'
import { type Entry, literal, type Printing, printObject, printSubquery, typenameEntry } from './printing.ts'
import { printNode } from './printNode.ts'

const axes = ['progress', 'assessment', 'timeliness'] as const

/** What the status of a commitment is called in a published taxonomy: the first rule that holds says it. */
export function printStatus(printing: Printing, commitment: string, { scheme, asOf, fields }: StatusField): string {
  const status = printing.variable('status')
  const day = printing.day(asOf)
  const values = axes.map(axis => `${axis}: ${computedProperties[axis]!(printing, commitment, asOf, day)}`)
  const rules = statusRules[scheme]
  const parts = {
    scheme: literal(scheme),
    value: printRules(rules, status, ({ value }) => (value === undefined ? 'null' : literal(value))),
    lossy: printRules(rules, status, ({ loss }) => String(loss !== undefined)),
    loss: printRules(rules, status, ({ loss }) => (loss === undefined ? 'null' : literal(loss))),
  }
  const entries = fields.map(
    (field): Entry => (field.kind === 'typename' ? typenameEntry(field) : { key: field.key, value: parts[field.kind] }),
  )
  return `head([${status} IN [{ ${values.join(', ')} }] | ${printObject(printing, entries)}])`
}

function printRules(rules: readonly StatusRule[], status: string, print: (rule: StatusRule) => string): string {
  const cases = rules.map(rule => {
    const conditions = axes.flatMap(axis => (rule[axis] ? [`${status}.${axis} IN [${rule[axis].map(literal).join(', ')}]`] : []))
    return conditions.length > 0 ? `WHEN ${conditions.join(' AND ')} THEN ${print(rule)}` : `ELSE ${print(rule)}`
  })
  return `CASE ${cases.join(' ')} END`
}

/** The status of a commitment after each report on it, the earliest first. */
export function printHistory(printing: Printing, commitment: string, { asOf, fields }: HistoryField): string {
  const statement = printing.variable('s')
  const report = printing.variable('report')
  const types = ['ProgressReport']
  enter(printing, report, asOf)
  const date = `${printing.state(report)}.date`
  const entries = fields.map((field): Entry => {
    const { key } = field
    switch (field.kind) {
      case 'typename':
        return typenameEntry(field)
      case 'date':
        return { key, value: `toString(${date})` }
      case 'report':
        return { key, value: printNode(printing, report, field.node) }
      case 'property':
        return { key, value: computedProperties[field.property.name]!(printing, commitment, asOf, date) }
    }
  })
  return printSubquery('COLLECT', [
    `MATCH (${commitment})<-[${statement}:${printTypes(['REPORTS_ON'], asOf)}]-${printNodePattern(report, types, asOf)}`,
    ...printFound(printing, report, types, asOf, [], [`${date} <= ${printing.day(asOf)}`, printing.holds(statement, asOf)]),
    `WITH DISTINCT ${withState(printing, report)} ORDER BY ${date}, ${report}.id LIMIT ${mostChanges}`,
    `RETURN ${printObject(printing, entries)}`,
  ])
}

/** The kinds of gap that a commitment has. */
export function printGaps(printing: Printing, commitment: string, { asOf, gaps }: GapsField): string {
  const kinds = gaps.map(
    ({ kind, condition }) => `CASE WHEN ${printCondition(printing, commitment, condition, asOf)} THEN ${literal(kind)} END`,
  )
  return `[gap IN [${kinds.join(', ')}] WHERE gap IS NOT NULL]`
}
