import type { GraphRecord } from '../readGraph.ts'
import type { ExportFormat } from './format.ts'

/**
 * Lines in the form that `pacta load` reads. With cursors, each line also says where to go on after it, and what a load would
 * work out anew: of which dataset and revision it is, and the id of a statement.
 */
export const ndjson: ExportFormat = {
  name: 'ndjson',
  title: 'lines of JSON, as `pacta load` reads them',
  extension: 'ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  files: 'tables',
  byRecord: true,
  open: ({ cursors }) => ({
    start: () => '',
    write: record => `${JSON.stringify(cursors ? withCursor(record) : toLine(record))}\n`,
    end: () => '',
  }),
}

function withCursor({ cursor, revision, dataset, form }: GraphRecord): object {
  return { cursor, revision, dataset, ...form }
}

function toLine({ ends, form }: GraphRecord): object {
  if (!ends) return form
  const { id: _id, recordedAt: _recordedAt, ...said } = form
  return said
}
