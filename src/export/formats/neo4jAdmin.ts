import { importType, listSeparator, printImported, quoteImported } from '../../cypher/importCsv.ts'
import { entityLabel } from '../../schema/ontology.ts'
import { entityColumns, statementColumns, valueAt } from '../columns.ts'
import type { ExportFormat } from './format.ts'

/** What says itself by the name of the file or by the first columns. */
const told = ['id', 'type', 'from', 'to']

/** CSV as `neo4j-admin database import` takes it: one file for each label and each type, with native types. */
export const neo4jAdmin: ExportFormat = {
  name: 'neo4j-admin',
  title: 'CSV for `neo4j-admin database import`, with the file of its arguments',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  files: 'types',
  whole: true,
  open({ ontology }, file) {
    const [kind, type] = splitName(file)
    const isNode = kind === 'nodes'
    const columns = isNode
      ? entityColumns(ontology, [ontology.nodeTypes.get(type)!])
      : statementColumns(ontology, [ontology.relationshipTypes.get(type)!])
    const rest = columns.filter(({ name }) => !told.includes(name))
    const head = isNode ? 'id:ID' : ':START_ID,:END_ID,id'
    const typed = rest.map(column => column.name + importType(column))
    return {
      start: () => `${[head, ...typed].join(',')}\n`,
      write: record => {
        const { ends, stored } = record
        const first = [...(ends ? [ends.from, ends.to] : []), String(stored['id'])].map(quoteImported)
        return `${[...first, ...rest.map(column => printImported(valueAt(record, column)))].join(',')}\n`
      },
      end: () => '',
    }
  },
  guide: {
    name: 'import.args',
    print: files => `${[...settings, ...files.map(printArgument)].join('\n')}\n`,
  },
}

const settings = [
  '--multiline-fields=true',
  `--array-delimiter=U+${listSeparator.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
]

function printArgument(file: string): string {
  const [kind, type] = splitName(file)
  return `--${kind}=${kind === 'nodes' ? `${entityLabel}:${type}` : type}=${file}.csv`
}

/** `nodes-Theme` is of the nodes of the type `Theme`. */
function splitName(file: string): [string, string] {
  const dash = file.indexOf('-')
  return [file.slice(0, dash), file.slice(dash + 1)]
}
