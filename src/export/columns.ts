import { storedNames } from '../cypher/printProperty.ts'
import { isEnum, type Ontology, type Property, type ScalarKind } from '../schema/ontology.ts'
import type { GraphRecord } from './readGraph.ts'

/** A column of a table of records: a stored name, and what it holds. */
export interface Column {
  readonly name: string
  readonly type: ScalarKind
  readonly list: boolean
}

/** What the graph knows of the recording of each record. */
const recorded: readonly Column[] = [column('recordedAt', 'DateTime'), column('revision', 'Int'), column('dataset')]

/** The columns of entities of these types: what any of them can have. */
export function entityColumns(ontology: Ontology, types = [...ontology.nodeTypes.values()]): Column[] {
  const declared = types.flatMap(({ properties }) => [...properties.values()])
  return unique([column('id', 'ID'), column('type'), ...declared.flatMap(columnsOf), ...recorded])
}

/** The columns of statements of these types: what any of them can have. */
export function statementColumns(ontology: Ontology, types = [...ontology.relationshipTypes.values()]): Column[] {
  const own = types.flatMap(({ properties }) => [...properties.values()])
  // What was superseded is in no state of the graph.
  const shared = [...ontology.statement.values()].filter(({ name }) => name !== 'supersededAt')
  const ends = [column('from', 'ID'), column('to', 'ID')]
  return unique([column('id', 'ID'), column('type'), ...ends, ...[...own, ...shared].flatMap(columnsOf), ...recorded])
}

/** What a record has in a column; undefined when it has nothing. */
export function valueAt({ type, ends, stored }: GraphRecord, { name }: Column): unknown {
  if (name === 'type') return type
  if (ends && (name === 'from' || name === 'to')) return ends[name]
  return stored[name] ?? undefined
}

/** The values of a record by the names of their columns; what it has not is left out. */
export function valuesOf(record: GraphRecord, columns: readonly Column[]): [Column, unknown][] {
  return columns.flatMap(known => {
    const value = valueAt(record, known)
    return value === undefined ? [] : [[known, value] as [Column, unknown]]
  })
}

function columnsOf(property: Property): Column[] {
  const { type, list, computed, hidden } = property
  if (computed || hidden) return []
  return storedNames(property).map(name => ({ name, type: isEnum(type) ? 'String' : type, list }))
}

function column(name: string, type: ScalarKind = 'String'): Column {
  return { name, type, list: false }
}

/** Types may share a name; where they hold different things under it, the column holds texts. */
function unique(columns: readonly Column[]): Column[] {
  const known = new Map<string, Column>()
  for (const each of columns) {
    const { name, type, list } = each
    const other = known.get(name) ?? each
    known.set(name, { name, type: other.type === type ? type : 'String', list: other.list || list })
  }
  return [...known.values()]
}
