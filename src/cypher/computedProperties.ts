import type { AsOf } from '../plan/plan.ts'
import type { Printing } from './printing.ts'

type Print = (printing: Printing, variable: string, asOf: AsOf) => string

/** How each computed property is worked out, by its name: from the graph, as of the date asked for. */
export const computedProperties: Readonly<Record<string, Print>> = {
  progress: (printing, commitment, asOf) => `coalesce(${latestReported(printing, commitment, asOf, 'progress')}, 'NOT_STARTED')`,
  assessment: (printing, commitment, asOf) =>
    `coalesce(${latestReported(printing, commitment, asOf, 'assessment')}, 'NOT_ASSESSED')`,
  timeliness: printTimeliness,
  inForce: (printing, act, asOf) => {
    const day = printing.day(asOf)
    const begun = `${act}.dateEntryIntoForce <= ${day}`
    return `(${begun} AND (${act}.dateEndOfValidity IS NULL OR ${act}.dateEndOfValidity >= ${day}))`
  },
}

function latestReported(printing: Printing, commitment: string, asOf: AsOf, property: string): string {
  const statement = printing.variable('s')
  const report = printing.variable('report')
  const match = `MATCH (${commitment})<-[${statement}:REPORTS_ON]-(${report}:ProgressReport)`
  const day = printing.day(asOf)
  const where = `WHERE ${report}.${property} IS NOT NULL AND ${report}.date <= ${day} AND ${printing.holds(statement, asOf)}`
  const latest = `RETURN ${report}.${property} ORDER BY ${report}.date DESC, ${report}.id DESC LIMIT 1`
  return `head(COLLECT { ${match} ${where} ${latest} })`
}

function printTimeliness(printing: Printing, commitment: string, asOf: AsOf): string {
  const day = printing.day(asOf)
  return [
    `CASE WHEN ${commitment}.deadline IS NULL THEN 'NO_DEADLINE'`,
    `WHEN ${delivered(printing, commitment, asOf, `AND %report.date <= ${commitment}.deadline`)} THEN 'ON_TIME'`,
    `WHEN ${delivered(printing, commitment, asOf, '')} THEN 'LATE'`,
    `WHEN ${commitment}.deadline >= ${day} THEN 'NOT_DUE' ELSE 'OVERDUE' END`,
  ].join(' ')
}

function delivered(printing: Printing, commitment: string, asOf: AsOf, further: string): string {
  const statement = printing.variable('s')
  const report = printing.variable('report')
  const match = `MATCH (${commitment})<-[${statement}:REPORTS_ON]-(${report}:ProgressReport)`
  const where = `WHERE ${report}.progress = 'DELIVERED' AND ${report}.date <= ${printing.day(asOf)} ${further.replace('%report', report)}`
  return `EXISTS { ${match} ${where.trim()} AND ${printing.holds(statement, asOf)} }`
}
