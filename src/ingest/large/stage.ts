import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { EntityRecord, StatementRecord } from '../../cypher/record.ts'
import { hashLength, hashText, printRecord } from '../../cypher/record.ts'
import { CypherDate } from '../../cypher/statement.ts'
import type { StoredEntity, StoredStatement } from '../../database/recordDifference.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { readLines } from '../readLines.ts'

/** Takes the records of valid lines as they come. */
export interface Sink {
  entity(record: EntityRecord): void
  statement(record: StatementRecord): void
}

/** What waits to be written, in the order in which it is: each kind in files by type, since ends come before statements. */
export interface StagedRows {
  entities: EntityRecord
  statements: StatementRecord
  statementsRemoved: StoredStatement
  entitiesRemoved: StoredEntity
}
export type StagedKind = keyof StagedRows
export const stagedKinds: readonly StagedKind[] = ['entities', 'statements', 'statementsRemoved', 'entitiesRemoved']

const charactersBeforeWriting = 1 << 18

interface Group {
  readonly kind: StagedKind
  /** The stored properties that are days. */
  readonly days: readonly string[]
  readonly path: string
  readonly file: number
  text: string
}

/** Rows on their way from the files to the graph, kept in a folder so that none of them has to be in memory. */
export class Stage implements Sink {
  readonly #groups = new Map<string, Group>()

  constructor(
    private readonly ontology: Ontology,
    private readonly folder: string,
  ) {}

  entity(record: EntityRecord): void {
    const text = printRecord(record)
    this.#add('entities', record.type, hashText(text) + text)
  }

  statement(record: StatementRecord): void {
    const text = printRecord(record)
    this.#add('statements', record.type, hashText(text) + record.key + text)
  }

  remove<Kind extends 'statementsRemoved' | 'entitiesRemoved'>(kind: Kind, row: StagedRows[Kind]): void {
    this.#add(kind, row.type, JSON.stringify(row))
  }

  /** Gives the rows of a kind, a type after the other. */
  async *read<Kind extends StagedKind>(kind: Kind): AsyncGenerator<StagedRows[Kind]> {
    const read: (text: string, days: readonly string[]) => StagedRows[Kind] = readers[kind]
    for (const group of this.#groups.values()) {
      if (group.kind !== kind) continue
      write(group)
      const fail = (_: unknown, message: string): never => {
        throw new Error(`${group.path}: ${message}`)
      }
      for await (const { text } of readLines(group.path, fail)) yield read(text, group.days)
    }
  }

  close(): void {
    for (const { file } of this.#groups.values()) closeSync(file)
  }

  #add(kind: StagedKind, type: string, line: string): void {
    const name = `${kind}-${type}`
    let group = this.#groups.get(name)
    if (!group) this.#groups.set(name, (group = this.#open(kind, type)))
    group.text += `${line}\n`
    if (group.text.length > charactersBeforeWriting) write(group)
  }

  #open(kind: StagedKind, type: string): Group {
    const file = path.join(this.folder, `${kind}-${type}.ndjson`)
    const { nodeTypes, relationshipTypes, statement } = this.ontology
    const declared = [...statement.values(), ...(nodeTypes.get(type) ?? relationshipTypes.get(type))!.properties.values()]
    const days = declared.filter(({ type }) => type === 'Date').map(({ name }) => name)
    return { kind, days, path: file, file: openSync(file, 'wx', 0o600), text: '' }
  }
}

function write(group: Group): void {
  writeSync(group.file, group.text)
  group.text = ''
}

type Properties = Record<string, unknown>

/** Reads the lines of each kind: the hash of a record stands before its text, and so does the key of a statement. */
const readers: { readonly [Kind in StagedKind]: (text: string, days: readonly string[]) => StagedRows[Kind] } = {
  entities(line, days) {
    const [type, id, said] = JSON.parse(line.slice(hashLength)) as [string, string, [string, unknown][]]
    return { id, type, properties: revive(said, days), hash: line.slice(0, hashLength) }
  },
  statements(line, days) {
    const text = line.slice(2 * hashLength)
    const [type, from, to, said] = JSON.parse(text) as [string, string, string, [string, unknown][]]
    const key = line.slice(hashLength, 2 * hashLength)
    return { type, from, to, key, properties: revive(said, days), hash: line.slice(0, hashLength) }
  },
  statementsRemoved: text => JSON.parse(text),
  entitiesRemoved: text => JSON.parse(text),
}

/** Properties whose days are days once more. */
function revive(said: readonly [string, unknown][], days: readonly string[]): Properties {
  const properties: Properties = {}
  for (const [name, value] of said) properties[name] = days.includes(name) ? new CypherDate(String(value)) : value
  return properties
}
