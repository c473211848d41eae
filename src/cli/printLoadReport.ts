import type { LoadReport } from '../ingest/load.ts'

/** What a load did, or would do, in a line, and a line for each conflict with an edit. */
export function printLoadReport(report: LoadReport, dryRun = false): string {
  return [printChanges(report, dryRun), ...report.conflicts].join('\n')
}

function printChanges(report: LoadReport, dryRun: boolean): string {
  if (report.unchanged) return `Nothing changed; the graph is at revision ${report.revision}.`
  const { nodesAdded, nodesChanged, nodesRemoved, statementsAdded, statementsChanged, statementsRemoved } = report
  return (
    `${dryRun ? 'Would change: entities' : `Revision ${report.revision}: entities`} ${nodesAdded} added, ${nodesChanged} changed, ${nodesRemoved} removed; ` +
    `statements ${statementsAdded} added, ${statementsChanged} changed, ${statementsRemoved} removed.`
  )
}
