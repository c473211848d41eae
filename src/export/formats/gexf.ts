import { fallback, translatedName } from '../../schema/language.ts'
import type { Ontology, ScalarKind } from '../../schema/ontology.ts'
import type { Term } from '../../schema/vocabularies.ts'
import { type Column, entityColumns, statementColumns, valuesOf } from '../columns.ts'
import type { GraphRecord } from '../readGraph.ts'
import type { ExportFormat } from './format.ts'
import { openGraphXml } from './graphXml.ts'
import { escapeXml, printXml } from './xml.ts'

const types: Readonly<Partial<Record<ScalarKind, string>>> = { Int: 'long', Boolean: 'boolean' }

/** The terms of dates with which something begins to be, and of the last days on which it is. */
const begins: readonly Term[] = ['schema:foundingDate', 'schema:startDate', 'eli:first_date_entry_in_force', 'schema:dateCreated']
const ends: readonly Term[] = ['schema:dissolutionDate', 'schema:endDate', 'eli:date_no_longer_in_force']

/** GEXF 1.3, for Gephi: a dynamic graph whose nodes and edges are there between their days. */
export const gexf: ExportFormat = {
  name: 'gexf',
  title: 'GEXF 1.3 with time intervals, for Gephi and networkx from 3.6 on',
  extension: 'gexf',
  mediaType: 'application/gexf+xml',
  files: 'graph',
  whole: true,
  open({ ontology }) {
    const [ofNodes, ofEdges] = [entityColumns(ontology), statementColumns(ontology)]
    return openGraphXml({
      start: [
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n',
        '<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">\n',
        `${printModel('node', ofNodes)}${printModel('edge', ofEdges)}<nodes>\n`,
      ].join(''),
      edges: '</nodes>\n<edges>\n',
      end: '</edges>\n</graph>\n</gexf>\n',
      node: record =>
        `<node id="${idOf(record)}" label="${escapeXml(labelOf(record))}"${intervalOf(ontology, record)}>${printValues(record, ofNodes)}</node>\n`,
      edge: (record, { from, to }) =>
        `<edge id="${idOf(record)}" source="${escapeXml(from)}" target="${escapeXml(to)}" label="${record.type}" kind="${record.type}"${validityOf(record)}>${printValues(record, ofEdges)}</edge>\n`,
    })
  },
}

function printModel(of: 'node' | 'edge', columns: readonly Column[]): string {
  const attributes = columns.map(
    ({ name, type, list }) => `<attribute id="${name}" title="${name}" type="${(!list && types[type]) || 'string'}"/>\n`,
  )
  return `<attributes class="${of}" mode="static">\n${attributes.join('')}</attributes>\n`
}

function printValues(record: GraphRecord, columns: readonly Column[]): string {
  const values = valuesOf(record, columns).map(([{ name }, value]) => `<attvalue for="${name}" value="${printXml(value)}"/>`)
  return `<attvalues>${values.join('')}</attvalues>`
}

function idOf({ stored }: GraphRecord): string {
  return escapeXml(String(stored['id']))
}

function labelOf({ stored }: GraphRecord): string {
  const [label] = fallback.EN.flatMap(language => stored[translatedName('label', language)] ?? [])
  return String(label ?? stored['id'])
}

/** The days between which a node was there, where the record says so. */
function intervalOf(ontology: Ontology, { type, stored }: GraphRecord): string {
  const declared = [...ontology.nodeTypes.get(type)!.properties.values()]
  const find = (terms: readonly Term[]) =>
    declared.filter(({ iri }) => terms.includes(iri)).flatMap(({ name }) => stored[name] ?? [])
  return printInterval(find(begins)[0], find(ends)[0])
}

/** A statement held up to, not with, `validTo`; an interval of GEXF has its last day within it. */
function validityOf({ stored }: GraphRecord): string {
  const { validFrom, validTo } = stored
  return printInterval(validFrom, validTo === undefined || validTo === null ? undefined : dayBefore(String(validTo)))
}

function printInterval(start: unknown, end: unknown): string {
  return `${start ? ` start="${start}"` : ''}${end ? ` end="${end}"` : ''}`
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
