import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { boundedEnds, endProperties, searchProperty } from '../../cypher/constraints.ts'
import { importType, printImported, quoteImported } from '../../cypher/importCsv.ts'
import {
  type EntityRecord,
  hashRecord,
  isUnbounded,
  lookupProperties,
  lookupValues,
  type StatementRecord,
} from '../../cypher/record.ts'
import type { ImportFile } from '../../database/importStore.ts'
import { Language, translatedName } from '../../schema/language.ts'
import { entityLabel, type Ontology, type Property } from '../../schema/ontology.ts'
import type { Summary } from '../summary.ts'
import type { Sink } from './stage.ts'

/** What every row of an import is stored with. */
export interface Recorded {
  readonly dataset: string
  readonly revision: number
  /** ISO 8601, in UTC. */
  readonly recordedAt: string
}

const charactersBeforeWriting = 1 << 18

interface Table extends ImportFile {
  readonly columns: readonly string[]
  readonly file: number
  text: string
}

/** Writes valid records as the files that Neo4j's importer takes, with all that a load through the driver would store. */
export class CsvSink implements Sink {
  readonly #tables = new Map<string, Table>()
  readonly counts = { entities: 0, statements: 0 }
  readonly #added = new Map<string, number>()

  constructor(
    private readonly ontology: Ontology,
    private readonly folder: string,
    private readonly recorded: Recorded,
  ) {}

  /** The node types and relationship types that were written. */
  get types(): readonly string[] {
    return [...this.#added.keys()].sort()
  }

  /** How much was written of each type. */
  get summary(): Summary {
    return { types: new Map([...this.#added].map(([type, added]) => [type, { added, changed: 0, removed: 0 }])), rows: [] }
  }

  get files(): readonly ImportFile[] {
    return [...this.#tables.values()]
  }

  entity(record: EntityRecord): void {
    this.counts.entities++
    this.#added.set(record.type, (this.#added.get(record.type) ?? 0) + 1)
    const table = this.#table('nodes', record.type, `${entityLabel}:${record.type}`)
    write(table, quoteImported(record.id), Object.assign(this.#valuesOf(record), lookupValues(record)))
  }

  statement(record: StatementRecord): void {
    this.counts.statements++
    const { type, from, to, key } = record
    this.#added.set(type, (this.#added.get(type) ?? 0) + 1)
    const values = this.#valuesOf(record)
    values['key'] = key
    values['id'] = `statement/${key}@${this.recorded.revision}`
    const unbounded = isUnbounded(record)
    if (unbounded) values['unbounded'] = true
    const declared = this.ontology.relationshipTypes.get(type)!
    if (declared.crowded.length > 0) Object.assign(values, { fromId: from, toId: to })
    if (!unbounded) for (const end of boundedEnds(declared)) values[endProperties[end].bounded] = end === 'from' ? from : to
    write(this.#table('relationships', type, type), `${quoteImported(from)},${quoteImported(to)}`, values)
  }

  /** Adds one node that is no entity, such as the ledger; its columns say their types. */
  node(label: string, values: Readonly<Record<string, unknown>>): void {
    const columns = Object.keys(values)
    const table = this.#open('nodes', label, label, columns, [':ID', ...columns].join(','))
    write(table, quoteImported(`${label.toLowerCase()}:${label}`), values)
  }

  close(): void {
    for (const table of this.#tables.values()) {
      flush(table)
      closeSync(table.file)
    }
  }

  /** All that is stored of a record, whatever it is of. */
  #valuesOf(record: EntityRecord | StatementRecord): Record<string, unknown> {
    return Object.assign({}, record.properties, this.recorded, { hash: hashRecord(record) })
  }

  #table(kind: ImportFile['kind'], type: string, labels: string): Table {
    const known = this.#tables.get(`${kind}-${type}`)
    if (known) return known
    const [head, declared, extra] =
      kind === 'nodes'
        ? [
            'id:ID',
            [...this.ontology.nodeTypes.get(type)!.properties.values()].filter(({ name }) => name !== 'id'),
            extraOfEntities,
          ]
        : [':START_ID,:END_ID', this.#declaredOf(type), [...extraOfStatements, ...this.#endsOf(type)]]
    const columns = new Map([...declared.flatMap(columnsOf), ...extra])
    return this.#open(kind, type, labels, [...columns.keys()], [head, ...[...columns].map(([name, of]) => name + of)].join(','))
  }

  #endsOf(type: string): [string, string][] {
    const declared = this.ontology.relationshipTypes.get(type)!
    const both = declared.crowded.length > 0 ? ['fromId', 'toId'] : []
    return [...both, ...boundedEnds(declared).map(end => endProperties[end].bounded)].map(name => [name, ''])
  }

  #declaredOf(type: string): Property[] {
    const own = this.ontology.relationshipTypes.get(type)!.properties
    return [...this.ontology.statement.values(), ...own.values()].filter(({ derived }) => !derived)
  }

  #open(kind: ImportFile['kind'], name: string, labels: string, columns: readonly string[], header: string): Table {
    const file = path.join(this.folder, `${kind}-${name}.csv`)
    const table = { kind, labels, path: file, columns, file: openSync(file, 'wx', 0o600), text: `${header}\n` }
    this.#tables.set(`${kind}-${name}`, table)
    return table
  }
}

const recordedColumns = [
  ['dataset', ''],
  ['revision', ':long'],
  ['recordedAt', ':datetime'],
  ['hash', ''],
] as const
const extraOfEntities = [
  ...recordedColumns,
  ...[...Object.values(searchProperty), ...lookupProperties].map(name => [name, ''] as const),
]
const extraOfStatements = [...recordedColumns, ['id', ''], ['key', ''], ['unbounded', ':boolean']] as const

/** The columns of a property, each with its type as the header of an import file says it. */
function columnsOf({ name, type, list, translated, computed }: Property): [string, string][] {
  if (computed) return []
  if (translated) return Object.values(Language).map(language => [translatedName(name, language), ''])
  return [[name, importType({ type, list })]]
}

function write(table: Table, head: string, values: Readonly<Record<string, unknown>>): void {
  let line = head
  for (const column of table.columns) line += `,${printImported(values[column])}`
  table.text += `${line}\n`
  if (table.text.length > charactersBeforeWriting) flush(table)
}

function flush(table: Table): void {
  writeSync(table.file, table.text)
  table.text = ''
}
