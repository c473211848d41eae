import type { LoadReport } from '../ingest/load.ts'

/** What a load did, or would do, in a line, and a line for each conflict with an edit. */
export function printLoadReport(report: LoadReport, dryRun = false): string {
  return [printChanges(report, dryRun), ...(dryRun ? printSummary(report) : []), ...report.conflicts].join('\n')
}

function printSummary({ summary }: LoadReport): string[] {
  if (!summary) return []
  const { types, rows } = summary
  const counted = [...types].sort(([one], [two]) => (one < two ? -1 : 1))
  const width = Math.max(0, ...counted.map(([type]) => type.length))
  const total = counted.reduce((sum, [, { added, changed, removed }]) => sum + added + changed + removed, 0)
  return [
    ...counted.map(
      ([type, { added, changed, removed }]) => `  ${type.padEnd(width)}  ${added} added, ${changed} changed, ${removed} removed`,
    ),
    ...rows.map(row => `    ${row}`),
    ...(total > rows.length ? [`    … and ${total - rows.length} more; --rows shows more.`] : []),
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
