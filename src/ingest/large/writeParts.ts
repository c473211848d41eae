import { lockLedger, readLastLoad } from '../../cypher/write.ts'
import type { Database } from '../../database/connect.ts'
import {
  type Counts,
  countDifference,
  type Difference,
  type Provenance,
  recordDifference,
} from '../../database/recordDifference.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { keepEdits, type Overrides } from '../keepEdits.ts'
import type { Place } from '../problem.ts'
import { Summariser, type Summary } from '../summary.ts'
import { shortHash } from './compareStored.ts'
import type { Fingerprints } from './fingerprints.ts'
import { type Stage, type StagedRows, stagedKinds } from './stage.ts'
import type { Survey } from './survey.ts'

export interface PartsOptions {
  readonly provenance: Provenance & { readonly load: string }
  readonly rowsInPart: number
  /** The last part that an interrupted load of the same files wrote; they are not compared again. */
  readonly written: number
  readonly dryRun: boolean
  /** How many rows of the difference are kept to be shown. */
  readonly rowsShown?: number
  /** What was edited since the dataset gave it, which stays as it is. */
  readonly overrides: Overrides
  /** Where a conflict with an edit is said to be. */
  readonly place: Place
  readonly onProgress: (rows: number) => void
}

/** What was written, and as which last revision, if there was anything. */
export interface PartsReport {
  readonly counts: Counts
  readonly conflicts: readonly string[]
  readonly summary: Summary
  readonly revision?: number
}

interface DraftBatch {
  readonly entities: StagedRows['entities'][]
  readonly statements: StagedRows['statements'][]
}

type Draft = { -readonly [Kind in keyof Difference]: Difference[Kind][number][] }

/** Writes what is staged and differs from what is stored: each part one transaction and one revision, in the order of the rows. */
export async function writeParts(
  database: Database,
  ontology: Ontology,
  stage: Stage,
  found: Survey,
  { provenance, rowsInPart, written, dryRun, rowsShown, overrides, place, onProgress }: PartsOptions,
): Promise<PartsReport> {
  const totals: { -readonly [Kind in keyof Counts]: number } = { ...countDifference(emptyDifference()) }
  const summary = new Summariser(rowsShown)
  let revision: number | undefined
  let writing = Promise.resolve()
  let rows = 0
  let part = 0
  let draft = emptyDifference()
  let batch: DraftBatch = { entities: [], statements: [] }
  const conflicts: string[] = []
  for (const kind of stagedKinds)
    for await (const row of stage.read(kind)) {
      if (part >= written || kind.endsWith('Removed')) addTo(draft, kind, row)
      if (++rows % rowsInPart === 0) await flush()
    }
  await flush()
  await writing
  // The last write of the series waits until every process can show it.
  if (revision !== undefined) await database.write(async () => {})
  return { counts: totals, conflicts, summary, ...(revision !== undefined && { revision }) }

  async function flush(): Promise<void> {
    part++
    const { difference, conflicts: found } = keepEdits(draft, batch, placesOf(batch, place), overrides)
    conflicts.push(...found)
    draft = emptyDifference()
    batch = { entities: [], statements: [] }
    const counts = countDifference(difference)
    if (Object.values(counts).every(count => count === 0)) return
    summary.take(difference)
    for (const kind of Object.keys(counts) as (keyof Counts)[]) totals[kind] += counts[kind]
    // While a part is written the next one is read, so that the database need not wait for it.
    await writing
    writing = write(difference, part, rows)
    // A failure is thrown where it is waited for; until then it is not lost.
    writing.catch(() => {})
  }

  async function write(difference: Difference, number: number, upTo: number): Promise<void> {
    if (!dryRun) revision = await writePart(difference, number)
    onProgress(upTo)
  }

  function writePart(difference: Difference, number: number): Promise<number> {
    const last = revision
    return database.write(async run => {
      await run({ text: lockLedger, parameters: {} })
      const [before] = await run({ text: readLastLoad, parameters: { dataset: provenance.dataset } })
      if (last !== undefined && before?.['number'] !== last)
        throw new Error(`The dataset ${provenance.dataset} was changed by another while it was loaded; load it again.`)
      return recordDifference(run, ontology, difference, { ...provenance, part: number })
    }, true)
  }

  function addTo(to: Draft, kind: keyof StagedRows, row: StagedRows[keyof StagedRows]): void {
    if (kind === 'entities') {
      const record = row as StagedRows['entities']
      batch.entities.push(record)
      const before = storedAt(found.entities, record.id, record.hash!)
      if (before !== 'same') to[before === 'new' ? 'nodesAdded' : 'nodesChanged'].push(record)
    } else if (kind === 'statements') {
      const record = row as StagedRows['statements']
      batch.statements.push(record)
      const before = storedAt(found.statements, record.key, record.hash!)
      if (before === 'new') to.statementsAdded.push(record)
      else if (before !== 'same') to.statementsChanged.push({ stored: storedVersion(record, before.revision), record })
    } else if (kind === 'statementsRemoved') to.statementsRemoved.push(row as StagedRows['statementsRemoved'])
    else to.nodesRemoved.push(row as StagedRows['entitiesRemoved'])
  }
}

/** Rows that wait in a stage no longer know their lines. */
function placesOf({ entities, statements }: DraftBatch, at: Place): Parameters<typeof keepEdits>[2] {
  return { records: entities.map(() => ({ at })), statements: statements.map(() => ({ at })) }
}

function emptyDifference(): Draft {
  return {
    ...{ nodesAdded: [], nodesChanged: [], nodesRemoved: [] },
    ...{ statementsAdded: [], statementsChanged: [], statementsRemoved: [] },
  }
}

/** How a record stands to what is stored of it. */
function storedAt(table: Fingerprints, text: string, hash: string): 'new' | 'same' | { readonly revision: number } {
  const slot = table.find(text)
  const revision = table.note(slot)
  if (revision === 0) return 'new'
  return table.value(slot) === shortHash(hash) ? 'same' : { revision }
}

function storedVersion({ type, from, to, key }: StagedRows['statements'], revision: number): StagedRows['statementsRemoved'] {
  return { id: `statement/${key}@${revision}`, type, from, to, key }
}
