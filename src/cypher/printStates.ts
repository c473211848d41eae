import { printWhere } from './printing.ts'
import type { CypherStatement } from './statement.ts'

/** A place in the order of states: by the revision that recorded them, then by id or key; without one, the end of its revision. */
export interface StatePosition {
  readonly revision: number
  readonly key?: string
}

/** Which states to read: those of entities, or of statements of one type, as the graph was at a revision. */
export interface StatesRequest {
  readonly of: 'entities' | { readonly statements: string }
  readonly at: number
  readonly after: StatePosition
  readonly limit: number
}

/** One state. */
export interface StateRow {
  readonly revision: number
  readonly key: string
  readonly type: string
  readonly from: string | null
  readonly to: string | null
  readonly stored: Readonly<Record<string, unknown>>
}

/**
 * Prints the statements that read a page of states in order: the rest of the revision reached, if any, and those recorded after it. Each
 * reads what stands now and what has been superseded since, from indexes that hold both in this order; rows of the two mix.
 */
export function printStates({ of, at, after, limit }: StatesRequest): CypherStatement[] {
  const rest: Range = (revision, key) => `${revision} = $revision AND ${key} > $key`
  const later: Range = (revision, key) => `${revision} > $revision AND ${revision} <= $at AND ${key} IS NOT NULL`
  return (after.key === undefined ? [later] : [rest, later]).map(range => ({
    text: (of === 'entities' ? scanEntities(range) : scanStatements(of.statements, range)).join('\nUNION ALL\n'),
    parameters: { ...after, at, limit },
  }))
}

type Range = (revision: string, key: string) => string

function scanEntities(range: Range): string[] {
  const scan = (label: string, id: string, type: string, held: string) =>
    [
      `MATCH (e:${label})`,
      printWhere([range('e.revision', `e.${id}`), held]),
      `WITH e ORDER BY e.revision, e.${id} LIMIT $limit`,
      `RETURN e.revision AS revision, e.${id} AS key, ${type} AS type, null AS from, null AS to, properties(e) AS stored`,
    ].join('\n')
  return [
    scan('Entity', 'id', `[label IN labels(e) WHERE label <> 'Entity'][0]`, ''),
    scan('EntityVersion', 'entityId', 'e.entityType', 'e.supersededRevision > $at'),
  ]
}

function scanStatements(type: string, range: Range): string[] {
  const scan = (stored: string, held: string) =>
    [
      `MATCH (from)-[r:${stored}]->(to)`,
      printWhere([range('r.revision', 'r.key'), held]),
      'WITH from, r, to ORDER BY r.revision, r.key LIMIT $limit',
      `RETURN r.revision AS revision, r.key AS key, '${type}' AS type, from.id AS from, to.id AS to, properties(r) AS stored`,
    ].join('\n')
  return [scan(type, ''), scan(`SUPERSEDED_${type}`, 'r.supersededRevision > $at')]
}
