import { type EntityRecord, hashRecord, isUnbounded, lookupValues, type StatementRecord } from '../cypher/record.ts'
import * as write from '../cypher/write.ts'
import type { Ontology } from '../schema/ontology.ts'
import { uniqueProperties } from '../schema/uniqueProperties.ts'
import type { Run } from './connect.ts'

/** An entity that is stored. */
export interface StoredEntity {
  readonly id: string
  readonly type: string
}
/** A version of a statement that is stored and current. */
export interface StoredStatement {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly key: string
}

/** What is to change in the graph. */
export interface Difference {
  readonly nodesAdded: readonly EntityRecord[]
  readonly nodesChanged: readonly EntityRecord[]
  readonly nodesRemoved: readonly StoredEntity[]
  readonly statementsAdded: readonly StatementRecord[]
  readonly statementsChanged: readonly { readonly stored: StoredStatement; readonly record: StatementRecord }[]
  readonly statementsRemoved: readonly StoredStatement[]
}

/** How much changes. */
export type Counts = { readonly [Key in keyof Difference]: number }

/** In whose name a revision is made. */
export interface Provenance {
  readonly dataset: string
  readonly reason?: string
  readonly author?: string
  /** The key or the person that asked for it over HTTP. */
  readonly caller?: string
  readonly note?: string
  /** Which files a large load is of, and which of its parts this revision is: by these it is known how far it came. */
  readonly load?: string
  readonly part?: number
}

/** Counts what is in a difference. */
export function countDifference(difference: Difference): Counts {
  return {
    nodesAdded: difference.nodesAdded.length,
    nodesChanged: difference.nodesChanged.length,
    nodesRemoved: difference.nodesRemoved.length,
    statementsAdded: difference.statementsAdded.length,
    statementsChanged: difference.statementsChanged.length,
    statementsRemoved: difference.statementsRemoved.length,
  }
}

/** The node types and relationship types that a difference touches. */
function listTypes(difference: Difference): string[] {
  const { statementsChanged, ...others } = difference
  const rows = [...Object.values(others).flat(), ...statementsChanged.map(({ record }) => record)]
  return [...new Set(rows.map(({ type }) => type))].sort()
}

const rowsAtOnce = 5000
/** So many statements are sent before the first is answered, so that neither side waits for the other. */
const mostUnderWay = 3

/**
 * Writes a difference as one revision inside a transaction that already holds the ledger's lock, and gives its number.
 * `onProgress` hears how many of the rows are written.
 */
export async function recordDifference(
  run: Run,
  ontology: Ontology,
  difference: Difference,
  provenance: Provenance,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  const [ledger] = await run({ text: write.readLedger, parameters: {} })
  const { revision: last, at: lastAt, now } = ledger as unknown as write.LedgerRow
  const revision = last + 1
  // Later than the revision before it even when the clock was set back, so that times order as numbers do.
  const at = Math.max(now, lastAt + 1)
  const { dataset } = provenance
  let done = 0
  const underWay: Promise<void>[] = []

  const { nodesAdded, nodesChanged, nodesRemoved, statementsAdded, statementsChanged, statementsRemoved } = difference
  const past = [...statementsChanged.map(({ stored }) => stored), ...statementsRemoved]
  await forEachType(past, ontology.relationshipTypes, (type, rows) => send(write.supersedeStatements(type), rows, true))
  await send(write.keepVersions, [...nodesChanged, ...nodesRemoved].map(onlyId))
  await forEachType(nodesRemoved, ontology.nodeTypes, (type, rows) => send(write.removeEntities(type), rows.map(onlyId)))
  await forEachType(nodesChanged, ontology.nodeTypes, async (type, rows) => {
    const unique = uniqueProperties(type).map(({ name }) => name)
    if (unique.length) await send(write.releaseUnique(type, unique), rows.map(onlyId))
  })
  await forEachType(nodesChanged, ontology.nodeTypes, async (type, rows) => {
    await send(write.changeEntities(type), rows.map(entityRow))
    for (const text of write.carryChanges(ontology, type)) await send(text, rows.map(onlyId))
  })
  const removed = await findRemovedIds(run, nodesAdded)
  await forEachType(nodesAdded, ontology.nodeTypes, async (type, rows) => {
    const back = rows.filter(({ id }) => removed.has(id))
    await send(write.restoreEntities(type), back.map(entityRow))
    await send(write.createEntities(type), rows.filter(({ id }) => !removed.has(id)).map(entityRow))
  })
  const present = [...statementsAdded, ...statementsChanged.map(({ record }) => record)]
  await forEachType(present, ontology.relationshipTypes, (type, rows) =>
    send(write.createStatements(type), rows.map(statementRow), true),
  )
  await Promise.all(underWay)
  const about = { ...provenance, ...countDifference(difference), types: listTypes(difference) }
  await run({ text: write.createRevision, parameters: { revision, at, about } })
  return revision

  async function send(text: string, rows: readonly unknown[], counted = false): Promise<void> {
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const page = rows.slice(start, start + rowsAtOnce)
      const sent = sendPage(text, page, counted)
      // A failure is thrown where it is waited for; until then it is not lost.
      sent.catch(() => {})
      underWay.push(sent)
      if (underWay.length > mostUnderWay) await underWay.shift()
    }
  }

  async function sendPage(text: string, page: readonly unknown[], counted: boolean): Promise<void> {
    const [answer] = await run({ text, parameters: { rows: page, dataset, revision, at } })
    const { written } = answer ?? {}
    if (counted && written !== page.length)
      throw new Error(`Only ${written} of ${page.length} statements could be written; nothing was.`)
    onProgress((done += page.length))
  }
}

async function findRemovedIds(run: Run, added: readonly EntityRecord[]): Promise<ReadonlySet<unknown>> {
  if (!added.length) return new Set()
  const rows = await run({ text: write.findRemoved, parameters: { ids: added.map(({ id }) => id) } })
  return new Set(rows.map(({ id }) => id))
}

/** Hands on the rows of each type in turn, since a label cannot be a parameter. */
async function forEachType<Row extends { readonly type: string }, Type>(
  rows: readonly Row[],
  types: ReadonlyMap<string, Type>,
  write: (type: Type, rows: Row[]) => Promise<void>,
): Promise<void> {
  for (const name of new Set(rows.map(({ type }) => type))) {
    const type = types.get(name)
    if (!type) throw new Error(`The ontology has no ${name}.`)
    await write(
      type,
      rows.filter(row => row.type === name),
    )
  }
}

function onlyId({ id }: { readonly id: string }): object {
  return { id }
}

function entityRow(record: EntityRecord): object {
  const { id, properties } = record
  const hash = record.hash ?? hashRecord(record)
  return { id, properties: { ...properties, id, hash, ...lookupValues(record) } }
}

function statementRow(record: StatementRecord): object {
  const { from, to, key, properties } = record
  return {
    from,
    to,
    properties: { ...properties, key, hash: record.hash ?? hashRecord(record), ...(isUnbounded(record) && { unbounded: true }) },
  }
}
