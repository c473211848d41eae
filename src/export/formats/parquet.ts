import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { ScalarKind } from '../../schema/ontology.ts'
import { type Column, valueAt } from '../columns.ts'
import type { GraphRecord } from '../readGraph.ts'
import type { ExportFormat, FileWriter } from './format.ts'
import { tableColumns } from './tableColumns.ts'

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/**
 * A group of rows is written when it has so many values, there or not, or so many characters: smaller ones cost more at the
 * end of the file, which is held in memory until all groups are written, larger ones cost more while they are gathered.
 */
const valuesAtOnce = 250_000
const charactersAtOnce = 2_000_000

/** Tables by columns, with native days, instants, numbers and lists. */
export const parquet: ExportFormat = {
  name: 'parquet',
  title: 'tables by columns (Apache Parquet)',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  files: 'tables',
  open: ({ ontology }, table) => new ParquetTable(tableColumns(ontology, table)),
}

class ParquetTable implements FileWriter {
  readonly #bytes = new Taken(1 << 16)
  readonly #writer: ParquetWriter
  readonly #words = new Map<string, unknown>()
  #values: unknown[][]
  #characters = 0

  constructor(private readonly columns: readonly Column[]) {
    const elements = columns.flatMap(elementsOf)
    const schema: SchemaElement[] = [{ name: 'schema', num_children: columns.length }, ...elements]
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, createdBy: 'pacta' })
    this.#values = columns.map(() => [])
  }

  start(): Uint8Array {
    return this.#bytes.take()
  }

  write(record: GraphRecord): Uint8Array | string {
    this.columns.forEach((column, index) => {
      const value = valueAt(record, column)
      if (typeof value === 'string') this.#characters += value.length
      this.#values[index]!.push(value === undefined ? undefined : toParquet(column, value))
    })
    const values = this.#values[0]!.length * this.columns.length
    if (values < valuesAtOnce && this.#characters < charactersAtOnce) return ''
    this.#writeGroup()
    return this.#bytes.take()
  }

  end(): Uint8Array {
    this.#writeGroup()
    this.#writer.finish()
    return this.#bytes.take()
  }

  #writeGroup(): void {
    const rows = this.#values[0]!.length
    if (rows === 0) return
    const columnData = this.columns.map(({ name, type }, index) => ({
      ...{ name, data: this.#values[index]!, offsetIndex: false },
      // Texts have no bounds that a reader would skip by, and they would be held to the end.
      statistics: type !== 'String',
    }))
    this.#writer.write({ columnData, rowGroupSize: rows })
    this.#slim()
    this.#values = this.columns.map(() => [])
    this.#characters = 0
  }

  /** What is held of a group until the end of the file says the same words of each: they are held once. */
  #slim(): void {
    const { pendingIndexes, row_groups: groups } = this.#writer
    pendingIndexes.length = 0
    for (const { meta_data: meta } of groups.at(-1)?.columns ?? []) {
      if (!meta) continue
      for (const name of ['path_in_schema', 'encodings', 'encoding_stats'] as const) meta[name] = this.#once(meta[name]) as never
    }
  }

  #once(words: unknown): unknown {
    const key = JSON.stringify(words)
    const known = this.#words.get(key)
    if (known === undefined && words !== undefined) this.#words.set(key, words)
    return known ?? words
  }
}

/** Hands over what was written so far, and begins anew. */
class Taken extends ByteWriter {
  take(): Uint8Array {
    const bytes = this.getBytes().slice()
    this.index = 0
    return bytes
  }
}

const primitives: Readonly<Record<ScalarKind, Omit<SchemaElement, 'name'>>> = {
  ID: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  String: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  Boolean: { type: 'BOOLEAN' },
  Int: { type: 'INT64' },
  Date: { type: 'INT32', converted_type: 'DATE' },
  DateTime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
}

function elementsOf({ name, type, list }: Column): SchemaElement[] {
  const element = { ...primitives[type], repetition_type: 'OPTIONAL' } as const
  if (!list) return [{ name, ...element }]
  return [
    { name, converted_type: 'LIST', num_children: 1, repetition_type: 'OPTIONAL' },
    { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
    { name: 'element', ...element },
  ]
}

function toParquet({ type, list }: Column, value: unknown): unknown {
  if (list) return [value].flat()
  if (type === 'Int') return BigInt(value as number)
  if (type === 'Boolean') return value
  return type === 'Date' || type === 'DateTime' ? new Date(value as string) : String(value)
}
