import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { EntityRecord, StatementRecord } from '../../cypher/record.ts'
import { hashRecord } from '../../cypher/record.ts'
import { CypherDate } from '../../cypher/statement.ts'
import type { StoredEntity, StoredStatement } from '../../database/recordDifference.ts'
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
  readonly path: string
  readonly file: number
  text: string
}

/** Rows on their way from the files to the graph, kept in a folder so that none of them has to be in memory. */
export class Stage implements Sink {
  readonly #groups = new Map<string, Group>()

  constructor(readonly folder: string) {}

  entity(record: EntityRecord): void {
    this.add('entities', { ...record, hash: hashRecord(record) })
  }

  statement(record: StatementRecord): void {
    this.add('statements', { ...record, hash: hashRecord(record) })
  }

  add<Kind extends StagedKind>(kind: Kind, row: StagedRows[Kind]): void {
    const name = `${kind}-${row.type}`
    let group = this.#groups.get(name)
    if (!group) {
      const file = path.join(this.folder, `${name}.ndjson`)
      this.#groups.set(name, (group = { kind, path: file, file: openSync(file, 'wx', 0o600), text: '' }))
    }
    group.text += `${JSON.stringify(row)}\n`
    if (group.text.length > charactersBeforeWriting) write(group)
  }

  /** Gives the rows of a kind, a type after the other. */
  async *read<Kind extends StagedKind>(kind: Kind): AsyncGenerator<StagedRows[Kind]> {
    for (const group of this.#groups.values()) {
      if (group.kind !== kind) continue
      write(group)
      const fail = (_: unknown, message: string): never => {
        throw new Error(`${group.path}: ${message}`)
      }
      for await (const { text } of readLines(group.path, fail)) yield revive(JSON.parse(text))
    }
  }

  close(): void {
    for (const { file } of this.#groups.values()) closeSync(file)
  }
}

function write(group: Group): void {
  writeSync(group.file, group.text)
  group.text = ''
}

/** Days are objects once more; they are the only ones among stored properties. */
function revive<Row extends { properties?: Readonly<Record<string, unknown>> }>(row: Row): Row {
  const properties = row.properties as Record<string, unknown> | undefined
  for (const name in properties) {
    const value = properties[name]
    if (typeof value === 'object' && value !== null && 'iso' in value) properties[name] = new CypherDate(String(value.iso))
  }
  return row
}
