import type { GraphRecord } from '../readGraph.ts'
import type { FileWriter } from './format.ts'

/** The parts of a document in which all nodes stand before all edges. */
interface GraphXml {
  readonly start: string
  /** What stands between the nodes and the edges. */
  readonly edges: string
  readonly end: string
  node(record: GraphRecord): string
  edge(record: GraphRecord, ends: { readonly from: string; readonly to: string }): string
}

/** Writes a document of nodes and edges; entities have to come first. */
export function openGraphXml({ start, edges, end, node, edge }: GraphXml): FileWriter {
  let atEdges = false
  const enterEdges = (): string => {
    if (atEdges) return ''
    atEdges = true
    return edges
  }
  return {
    start: () => start,
    write: record => (record.ends ? enterEdges() + edge(record, record.ends) : node(record)),
    end: () => enterEdges() + end,
  }
}
