import { csv } from './csv.ts'
import type { ExportFormat } from './format.ts'
import { ndjson } from './ndjson.ts'
import { parquet } from './parquet.ts'
import { type Table, tables } from './tableColumns.ts'

/** The formats that are served over HTTP as well, each as two tables. */
export const tableFormats: readonly ExportFormat[] = [ndjson, csv, parquet]

/** One file that is served. */
export interface TableFile {
  readonly table: Table
  readonly format: ExportFormat
  readonly name: string
}

/** Every file that is served. */
export const tableFiles: readonly TableFile[] = tables.flatMap(table =>
  tableFormats.map(format => ({ table, format, name: `${table}.${format.extension}` })),
)
