import { valueAt } from '../columns.ts'
import type { ExportFormat } from './format.ts'
import { tableColumns } from './tableColumns.ts'

/** Tables as RFC 4180 has them; lists are JSON, and an empty text stands in quotes where no value is nothing. */
export const csv: ExportFormat = {
  name: 'csv',
  title: 'tables of text (RFC 4180)',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  files: 'tables',
  byRecord: true,
  open({ ontology }, table) {
    const columns = tableColumns(ontology, table)
    return {
      start: () => `${columns.map(({ name }) => name).join(',')}\r\n`,
      write: record => `${columns.map(column => print(valueAt(record, column))).join(',')}\r\n`,
      end: () => '',
    }
  },
}

function print(value: unknown): string {
  if (value === undefined) return ''
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value)
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
