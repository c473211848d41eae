import { cypher } from './cypher.ts'
import { followTheMoney } from './followTheMoney.ts'
import type { ExportFormat } from './format.ts'
import { gexf } from './gexf.ts'
import { graphMl } from './graphMl.ts'
import { jsonLd } from './jsonLd.ts'
import { neo4jAdmin } from './neo4jAdmin.ts'
import { nQuads, turtle } from './rdf.ts'
import { tableFormats } from './tables.ts'

/** Every format that the graph is exported in. */
export const exportFormats: readonly ExportFormat[] = [
  ...tableFormats,
  ...[graphMl, gexf, jsonLd, turtle, nQuads, followTheMoney, cypher, neo4jAdmin],
]

/** The files of a format that there are whatever the graph holds, without their ending. */
export function usualFiles({ files }: ExportFormat): readonly string[] {
  return files === 'tables' ? ['nodes', 'statements'] : files === 'graph' ? ['graph'] : []
}

/** The file that a record goes into. */
export function fileOf({ files }: ExportFormat, { type, ends }: { readonly type: string; readonly ends?: unknown }): string {
  if (files === 'graph') return 'graph'
  if (files === 'tables') return ends ? 'statements' : 'nodes'
  return ends ? `relationships-${type}` : `nodes-${type}`
}
