import type { LoadReport } from '../ingest/load.ts'

/** What is told of a load: the totals, also how much of each type, or also the first of the rows, of one that is not written yet. */
export type Detail = 'totals' | 'types' | 'rows'

/** What a load did, or would do: a line of totals, more in detail, and one for each conflict with an edit. */
export function printLoadReport(report: LoadReport, detail: Detail): string {
  const summary = detail === 'totals' ? [] : printSummary(report, detail === 'rows')
  return [printChanges(report, detail === 'rows'), ...summary, ...report.conflicts].join('\n')
}

function printSummary({ summary }: LoadReport, dryRun: boolean): string[] {
  if (!summary) return []
  const { types, rows } = summary
  const counted = [...types].sort(([one], [two]) => (one < two ? -1 : 1))
  const width = Math.max(0, ...counted.map(([type]) => type.length))
  const total = counted.reduce((sum, [, { added, changed, removed }]) => sum + added + changed + removed, 0)
  return [
    ...counted.map(
      ([type, { added, changed, removed }]) => `  ${type.padEnd(width)}  ${added} added, ${changed} changed, ${removed} removed`,
    ),
    ...(dryRun ? rows.map(row => `    ${row}`) : []),
    ...(dryRun && total > rows.length ? [`    … and ${total - rows.length} more; --rows shows more.`] : []),
  ]
}

function printChanges(report: LoadReport, dryRun: boolean): string {
  if (report.unchanged) return `Nothing changed; the graph is at revision ${report.revision}.`
  const { nodesAdded, nodesChanged, nodesRemoved, statementsAdded, statementsChanged, statementsRemoved } = report
  return (
    `${dryRun ? 'Would change: entities' : `Revision ${report.revision}: entities`} ${nodesAdded} added, ${nodesChanged} changed, ${nodesRemoved} removed; ` +
    `statements ${statementsAdded} added, ${statementsChanged} changed, ${statementsRemoved} removed.`
  )
}
