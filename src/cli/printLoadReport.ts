import type { LoadReport } from '../ingest/load.ts'

/** What a load did, in a line. */
export function printLoadReport(report: LoadReport): string {
  if (report.unchanged) return `Nothing changed; the graph is at revision ${report.revision}.`
  const { nodesAdded, nodesChanged, nodesRemoved, statementsAdded, statementsChanged, statementsRemoved } = report
  return (
    `Revision ${report.revision}: entities ${nodesAdded} added, ${nodesChanged} changed, ${nodesRemoved} removed; ` +
    `statements ${statementsAdded} added, ${statementsChanged} changed, ${statementsRemoved} removed.`
  )
}
