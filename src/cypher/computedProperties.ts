import type { AsOf } from '../plan/plan.ts'
import type { Printing } from './printing.ts'

/** Prints the value on a day, by the statements that are shown as of the date asked for. */
type Print = (printing: Printing, variable: string, asOf: AsOf, day: string) => string

/** How each computed property is worked out, by its name: from the graph, as of the date asked for. */
export const computedProperties: Readonly<Record<string, Print>> = {
  progress: (printing, commitment, asOf, day) =>
    `coalesce(${latestReported(printing, commitment, asOf, day, 'progress')}, 'NOT_STARTED')`,
  assessment: (printing, commitment, asOf, day) =>
    `coalesce(${latestReported(printing, commitment, asOf, day, 'assessment')}, 'NOT_ASSESSED')`,
  timeliness: printTimeliness,
  inForce: (_, act, __, day) => {
    const begun = `${act}.dateEntryIntoForce <= ${day}`
    return `(${begun} AND (${act}.dateEndOfValidity IS NULL OR ${act}.dateEndOfValidity >= ${day}))`
  },
}

function latestReported(printing: Printing, commitment: string, asOf: AsOf, day: string, property: string): string {
  const statement = printing.variable('s')
  const report = printing.variable('report')
  const match = `MATCH (${commitment})<-[${statement}:REPORTS_ON]-(${report}:ProgressReport)`
  const where = `WHERE ${report}.${property} IS NOT NULL AND ${report}.date <= ${day} AND ${printing.holds(statement, asOf)}`
  const latest = `RETURN ${report}.${property} ORDER BY ${report}.date DESC, ${report}.id DESC LIMIT 1`
  return `head(COLLECT { ${match} ${where} ${latest} })`
}

function printTimeliness(printing: Printing, commitment: string, asOf: AsOf, day: string): string {
  return [
    `CASE WHEN ${commitment}.deadline IS NULL THEN 'NO_DEADLINE'`,
    `WHEN ${delivered(printing, commitment, asOf, day, `AND %report.date <= ${commitment}.deadline`)} THEN 'ON_TIME'`,
    `WHEN ${delivered(printing, commitment, asOf, day, '')} THEN 'LATE'`,
    `WHEN ${commitment}.deadline >= ${day} THEN 'NOT_DUE' ELSE 'OVERDUE' END`,
  ].join(' ')
}

function delivered(printing: Printing, commitment: string, asOf: AsOf, day: string, further: string): string {
  const statement = printing.variable('s')
  const report = printing.variable('report')
  const match = `MATCH (${commitment})<-[${statement}:REPORTS_ON]-(${report}:ProgressReport)`
  const where = `WHERE ${report}.progress = 'DELIVERED' AND ${report}.date <= ${day} ${further.replace('%report', report)}`
  return `EXISTS { ${match} ${where.trim()} AND ${printing.holds(statement, asOf)} }`
}
