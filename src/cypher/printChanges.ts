import type { Ontology } from '../schema/ontology.ts'
import { bind } from './bind.ts'
import type { ChangePart } from './changeParts.ts'
import { Printing, printWhere } from './printing.ts'
import { CypherDateTime, type CypherStatement } from './statement.ts'

/** Lists revisions from `from` to `to`, in order, at most so many. */
export function printRevisions(from: number, to: number, most: number): CypherStatement {
  return {
    text: `MATCH (revision:Revision)
WHERE revision.number >= $from AND revision.number <= $to
RETURN properties(revision) AS revision ORDER BY revision.number LIMIT $most`,
    parameters: { from, to, most },
  }
}

/** Gives the number of the last revision that was made by an instant. */
export function printLastRevision(knownAt: string): CypherStatement {
  return {
    text: `MATCH (revision:Revision)
WHERE revision.at <= $knownAt
RETURN revision.number AS last ORDER BY revision.at DESC LIMIT 1`,
    parameters: { knownAt: new CypherDateTime(knownAt) },
  }
}

/** Where in the order of changes to read: whole revisions, or one revision after a key and only so many rows. */
export type ChangeRange =
  | { readonly from: number; readonly to: number }
  | { readonly revision: number; readonly after: string; readonly limit: number }

/** One state that a revision recorded or superseded. */
export interface ChangeRow {
  readonly revision: number
  readonly key: string
  readonly type: string
  readonly from: string | null
  readonly to: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/**
 * Prints the statement that reads the changes of one part. Rows come from indexes that hold them in their order, so it costs
 * what it gives. A statement of which a revision superseded one version and recorded another comes as two rows of one key.
 * With a day, statements that do not hold then are as if they were not there.
 */
export function printChanges(ontology: Ontology, part: ChangePart, range: ChangeRange, validAt?: string): CypherStatement {
  const printing = new Printing(ontology, 'maps')
  const scans =
    part.kind === 'statements'
      ? scanStatements(part.name, range, validAt === undefined ? '' : printing.holds('r', { validAt }))
      : scanEntities(part, range)
  const text = scans.join('\nUNION ALL\n')
  const { parameters } = bind({ text, parameters: printing.parameters.all() }, {}, new Date())
  const { least, below } = part
  return { text, parameters: { ...parameters, ...range, least, ...(below && { below }) } }
}

function scanStatements(type: string, range: ChangeRange, holds: string): string[] {
  const scan = (stored: string, revision: string, values: string) =>
    [
      `MATCH (from)-[r:${stored}]->(to)`,
      printWhere([within(range, `r.${revision}`, 'r.key'), holds]),
      order(range, 'from, r, to', `r.${revision}`, 'r.key'),
      `RETURN r.${revision} AS revision, r.key AS key, '${type}' AS type, from.id AS from, to.id AS to, ${values}`,
    ]
      .filter(Boolean)
      .join('\n')
  return [
    scan(type, 'revision', 'null AS before, properties(r) AS after'),
    scan(`SUPERSEDED_${type}`, 'revision', 'null AS before, properties(r) AS after'),
    scan(`SUPERSEDED_${type}`, 'supersededRevision', 'properties(r) AS before, null AS after'),
  ]
}

function scanEntities({ kind, below }: ChangePart, range: ChangeRange): string[] {
  const scan = (label: string, revision: string, id: string, type: string, values: string) =>
    [
      `MATCH (e:${label})`,
      printWhere([within(range, `e.${revision}`, `e.${id}`), below ? `e.${id} > $least AND e.${id} < $below` : '']),
      order(range, 'e', `e.${revision}`, `e.${id}`),
      `RETURN e.${revision} AS revision, e.${id} AS key, ${type} AS type, null AS from, null AS to, ${values}`,
    ]
      .filter(Boolean)
      .join('\n')
  if (kind === 'removed')
    return [scan('EntityVersion', 'removedRevision', 'entityId', 'e.entityType', 'properties(e) AS before, null AS after')]
  const before = (id: string) => `head(COLLECT {
  MATCH (version:EntityVersion)
  WHERE version.supersededRevision = e.revision AND version.entityId = e.${id}
  RETURN properties(version)
}) AS before, properties(e) AS after`
  return [
    scan('Entity', 'revision', 'id', `[label IN labels(e) WHERE label <> 'Entity'][0]`, before('id')),
    scan('EntityVersion', 'revision', 'entityId', 'e.entityType', before('entityId')),
  ]
}

function within(range: ChangeRange, revision: string, key: string): string {
  return 'limit' in range
    ? `${revision} = $revision AND ${key} > $after`
    : `${revision} >= $from AND ${revision} <= $to AND ${key} IS NOT NULL`
}

/** The limit comes before what is read of each row. */
function order(range: ChangeRange, variables: string, revision: string, key: string): string {
  return 'limit' in range ? `WITH ${variables} ORDER BY ${revision}, ${key} LIMIT $limit` : ''
}
