import type { AsOf } from '../plan/plan.ts'
import { enter, isPast, printFound, printNodePattern, printTypes } from './knownAt.ts'
import type { Printing } from './printing.ts'

/** The statements that tie reports to what they report on. */
const reports = 'REPORTS_ON'

/** Prints the value on a day, by the statements that are shown as of the date asked for. */
type Print = (printing: Printing, variable: string, asOf: AsOf, day: string) => string

/** How each computed property is worked out, by its name: from the graph, as of the date asked for. */
export const computedProperties: Readonly<Record<string, Print>> = {
  progress: (printing, commitment, asOf, day) => printLatest(printing, commitment, asOf, day, 'progress', 'NOT_STARTED'),
  assessment: (printing, commitment, asOf, day) => printLatest(printing, commitment, asOf, day, 'assessment', 'NOT_ASSESSED'),
  timeliness: printTimeliness,
  inForce: (printing, act, _, day) => {
    const state = printing.state(act)
    const begun = `${state}.dateEntryIntoForce <= ${day}`
    return `(${begun} AND (${state}.dateEndOfValidity IS NULL OR ${state}.dateEndOfValidity >= ${day}))`
  },
}

/** What the latest report says, or what a commitment without one has. */
function printLatest(printing: Printing, commitment: string, asOf: AsOf, day: string, property: string, without: string): string {
  const { report, found } = printReports(printing, commitment, asOf, state => [
    `${state}.${property} IS NOT NULL`,
    `${state}.date <= ${day}`,
  ])
  const latest = `RETURN ${report}.${property} ORDER BY ${report}.date DESC, ${report}.id DESC LIMIT 1`
  const value = `coalesce(head(COLLECT { ${found} ${latest} }), '${without}')`
  return isPast(asOf) ? value : `CASE WHEN ${isReported(commitment)} THEN ${value} ELSE '${without}' END`
}

/** Most commitments are not delivered, so that is asked first. */
function printTimeliness(printing: Printing, commitment: string, asOf: AsOf, day: string): string {
  const deadline = `${printing.state(commitment)}.deadline`
  return [
    `CASE WHEN ${deadline} IS NULL THEN 'NO_DEADLINE'`,
    `WHEN NOT (${isDelivered(printing, commitment, asOf, day)}) THEN CASE WHEN ${deadline} >= ${day} THEN 'NOT_DUE' ELSE 'OVERDUE' END`,
    `WHEN ${isDelivered(printing, commitment, asOf, day, deadline)} THEN 'ON_TIME' ELSE 'LATE' END`,
  ].join(' ')
}

function isDelivered(printing: Printing, commitment: string, asOf: AsOf, day: string, deadline?: string): string {
  const { report, found } = printReports(printing, commitment, asOf, state => [
    `${state}.progress = 'DELIVERED'`,
    `${state}.date <= ${day}`,
    ...(deadline ? [`${state}.date <= ${deadline}`] : []),
  ])
  if (isPast(asOf)) return `EXISTS { ${found} RETURN ${report} }`
  return deadline ? `EXISTS { ${found} }` : `${isReported(commitment)} AND EXISTS { ${found} }`
}

/** Whether there is any report now: it costs much less to tell than what reports say, and of most commitments there is none. */
function isReported(commitment: string): string {
  return `COUNT { (${commitment})<-[:${reports}]-() } > 0`
}

/** The clauses that find the reports on a commitment which meet these conditions, and the variable that holds one. */
function printReports(
  printing: Printing,
  commitment: string,
  asOf: AsOf,
  conditions: (state: string) => readonly string[],
): { report: string; found: string } {
  const statement = printing.variable('s')
  const node = printing.variable('report')
  enter(printing, node, asOf)
  const report = printing.state(node)
  const types = ['ProgressReport']
  const match = `MATCH (${commitment})<-[${statement}:${printTypes([reports], asOf)}]-${printNodePattern(node, types, asOf)}`
  const wanted = conditions(report)
  const holds = printing.holds(statement, asOf)
  if (!isPast(asOf)) return { report, found: `${match} WHERE ${[...wanted, holds].join(' AND ')}` }
  return { report, found: [match, ...printFound(printing, node, types, asOf, [holds], wanted)].join(' ') }
}
