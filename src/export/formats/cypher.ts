import { entityLabel } from '../../schema/ontology.ts'
import { type Column, entityColumns, statementColumns, valuesOf } from '../columns.ts'
import type { GraphRecord } from '../readGraph.ts'
import type { ExportFormat, FileWriter, WritingContext } from './format.ts'

/** A statement writes so many rows of one type, or fewer when they are long: parsers and transactions stay small. */
const rowsAtOnce = 200
const charactersAtOnce = 100_000

/** What says itself by the label, the type and the pattern. */
const told = ['type', 'from', 'to']

/** Cypher that builds the graph in an empty Neo4j: one statement ends with each line that ends with a semicolon. */
export const cypher: ExportFormat = {
  name: 'cypher',
  title: 'Cypher that builds the graph in an empty Neo4j',
  extension: 'cypher',
  mediaType: 'application/x-cypher-query; charset=utf-8',
  files: 'graph',
  whole: true,
  open: context => new CypherFile(context),
}

interface Batch {
  readonly isStatement: boolean
  readonly columns: readonly Column[]
  rows: string[]
  characters: number
}

class CypherFile implements FileWriter {
  readonly #batches = new Map<string, Batch>()
  #atStatements = false

  constructor(private readonly context: WritingContext) {}

  start(): string {
    return `CREATE CONSTRAINT pacta_${entityLabel}_id IF NOT EXISTS FOR (n:${entityLabel}) REQUIRE n.id IS UNIQUE;\n`
  }

  write(record: GraphRecord): string {
    // All entities are there before the first statement looks for its ends.
    const before = record.ends && !this.#atStatements ? this.end() : ''
    this.#atStatements ||= record.ends !== undefined
    const batch = this.#batchOf(record)
    const row = printRow(record, batch.columns)
    batch.rows.push(row)
    batch.characters += row.length
    const isFull = batch.rows.length >= rowsAtOnce || batch.characters >= charactersAtOnce
    return before + (isFull ? this.#print(record.type, batch) : '')
  }

  end(): string {
    return [...this.#batches].map(([type, batch]) => this.#print(type, batch)).join('')
  }

  #batchOf({ type, ends }: GraphRecord): Batch {
    const known = this.#batches.get(type)
    if (known) return known
    const { ontology } = this.context
    const columns = ends
      ? statementColumns(ontology, [ontology.relationshipTypes.get(type)!])
      : entityColumns(ontology, [ontology.nodeTypes.get(type)!])
    const said = columns.filter(({ name }) => !told.includes(name))
    const batch: Batch = { isStatement: ends !== undefined, columns: said, rows: [], characters: 0 }
    this.#batches.set(type, batch)
    return batch
  }

  #print(type: string, batch: Batch): string {
    if (batch.rows.length === 0) return ''
    const rows = batch.rows.join(',\n')
    batch.rows = []
    batch.characters = 0
    return `UNWIND [\n${rows}\n] AS row\n${batch.isStatement ? printJoining(type) : `CREATE (n:${entityLabel}:${type}) SET n = row;\n`}`
  }
}

function printJoining(type: string): string {
  return [
    `MATCH (from:${entityLabel} { id: row.from })`,
    `MATCH (to:${entityLabel} { id: row.to })`,
    `CREATE (from)-[r:${type}]->(to) SET r = row.said;\n`,
  ].join('\n')
}

function printRow(record: GraphRecord, columns: readonly Column[]): string {
  const values = valuesOf(record, columns).map(([column, value]) => `${column.name}: ${printLiteral(column, value)}`)
  const said = `{${values.join(', ')}}`
  if (!record.ends) return said
  return `{from: ${quote(record.ends.from)}, to: ${quote(record.ends.to)}, said: ${said}}`
}

function printLiteral({ type, list }: Column, value: unknown): string {
  if (list)
    return `[${[value]
      .flat()
      .map(item => quote(String(item)))
      .join(', ')}]`
  if (type === 'Int' || type === 'Boolean') return String(value)
  const text = quote(String(value))
  return type === 'Date' ? `date(${text})` : type === 'DateTime' ? `datetime(${text})` : text
}

/** A literal that no text can end, and that holds no end of a line. */
function quote(text: string): string {
  return `'${text.replaceAll(/['\\\p{Cc}\p{Zl}\p{Zp}]/gu, spell)}'`
}

const escaped: Readonly<Record<string, string>> = { "'": "\\'", '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function spell(character: string): string {
  return escaped[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
