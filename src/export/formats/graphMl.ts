import type { ScalarKind } from '../../schema/ontology.ts'
import { type Column, entityColumns, statementColumns, valuesOf } from '../columns.ts'
import type { GraphRecord } from '../readGraph.ts'
import type { ExportFormat } from './format.ts'
import { openGraphXml } from './graphXml.ts'
import { escapeXml, printXml } from './xml.ts'

const types: Readonly<Partial<Record<ScalarKind, string>>> = { Int: 'long', Boolean: 'boolean' }

/** GraphML: nodes, and directed edges with ids, each with all that it says as typed data. */
export const graphMl: ExportFormat = {
  name: 'graphml',
  title: 'GraphML, for networkx, igraph, yEd',
  extension: 'graphml',
  mediaType: 'application/graphml+xml',
  files: 'graph',
  whole: true,
  open({ ontology }) {
    const [ofNodes, ofEdges] = [entityColumns(ontology), statementColumns(ontology)]
    const keys = [...ofNodes.map(printKey('node')), ...ofEdges.map(printKey('edge'))].join('')
    return openGraphXml({
      start: `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys}<graph id="pacta" edgedefault="directed">\n`,
      edges: '',
      end: '</graph>\n</graphml>\n',
      node: record => `<node id="${escapeXml(String(record.stored['id']))}">${printData('node', record, ofNodes)}</node>\n`,
      edge: (record, { from, to }) =>
        `<edge id="${escapeXml(String(record.stored['id']))}" source="${escapeXml(from)}" target="${escapeXml(to)}">${printData('edge', record, ofEdges)}</edge>\n`,
    })
  },
}

function printKey(of: 'node' | 'edge'): (column: Column) => string {
  return ({ name, type, list }) =>
    `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${(!list && types[type]) || 'string'}"/>\n`
}

function printData(of: 'node' | 'edge', record: GraphRecord, columns: readonly Column[]): string {
  return valuesOf(record, columns)
    .map(([{ name }, value]) => `<data key="${of}-${name}">${printXml(value)}</data>`)
    .join('')
}
