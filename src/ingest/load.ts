import { findEntities, type LedgerRow, listEntities, listStatements, lockLedger, readLedger } from '../cypher/write.ts'
import type { Database, Run } from '../database/connect.ts'
import { type Counts, countDifference, type Difference, recordDifference } from '../database/recordDifference.ts'
import type { Ontology } from '../schema/ontology.ts'
import { buildBatch } from './buildBatch.ts'
import { checkOwnership } from './checkOwnership.ts'
import { checkSeed } from './checkSeed.ts'
import { compareBatch, type StoredDataset } from './compareBatch.ts'
import { keepEdits, readOverrides, withoutEdited } from './keepEdits.ts'
import type { FindKnown } from './known.ts'
import { isLarge, loadLarge } from './large/loadLarge.ts'
import { type Place, SeedError } from './problem.ts'
import { type ReadOptions, readSeed } from './readSeed.ts'
import { addRecordClaims } from './recordClaims.ts'
import { findRecordedIn } from './recordedValues.ts'
import type { Seed } from './seed.ts'
import { Summariser, type Summary } from './summary.ts'

export interface LoadOptions extends ReadOptions {
  /** Files and folders that together are the whole of the dataset. */
  readonly paths: readonly string[]
  /** Whose entities and statements these are, `seed` by default; what the files no longer say of it is removed. */
  readonly dataset?: string
  readonly reason?: string
  readonly author?: string
  /** The folder in which stored copies lie; by default the one that holds all the paths. */
  readonly root?: string
  /** Compares without writing. */
  readonly dryRun?: boolean
  /** How many rows of what changes the summary holds. */
  readonly rowsShown?: number
  /** Hears in a sentence how far it has come. */
  readonly onProgress?: (step: string) => void
  /** Files that together are larger, in bytes, are loaded as a sequence of revisions; else the load is one. */
  readonly largestWhole?: number
  /** The rows of one revision of such a sequence. */
  readonly rowsInPart?: number
  /** Goes on with a load of the same files that was interrupted. */
  readonly resume?: boolean
}

/** What a load did, or would do. */
export interface LoadReport extends Counts {
  /** The revision that it made; the last one when it made none. */
  readonly revision: number
  readonly unchanged: boolean
  /** What the files and edits have both changed, a line each: the edits stay. */
  readonly conflicts: readonly string[]
  /** How much it changed of each type, and the first of the rows; an import has no rows. */
  readonly summary?: Summary
  /** What it changed, one by one; not of a load of many revisions. */
  readonly difference?: Difference
}

const rowsBetweenReports = 20_000

/**
 * Loads a set of files: when they are valid as one transaction, or, when they are large, as a sequence of them; else not at
 * all, with a {@link SeedError}.
 */
export async function loadSeed(database: Database, ontology: Ontology, options: LoadOptions): Promise<LoadReport> {
  if (await isLarge(options)) return loadLarge(database, ontology, options)
  if (options.resume)
    throw new SeedError([
      { at: startOf(options.paths), message: 'These files are loaded in one transaction: there is nothing to resume.' },
    ])
  return loadWhole(database, ontology, options)
}

async function loadWhole(database: Database, ontology: Ontology, options: LoadOptions): Promise<LoadReport> {
  const { paths, dataset = 'seed', reason, author, root, dryRun = false, onProgress = () => {} } = options
  const seed = await readSeed(ontology, paths, root, options)
  onProgress(`Read ${seed.records.length} records and ${seed.statements.length} statements.`)
  // First without the lock, so that files with problems keep nobody waiting.
  const looked = await compare(statement => database.read(statement))
  if (dryRun || looked.unchanged) return looked
  return database.write(async run => {
    await run({ text: lockLedger, parameters: {} })
    const found = await compare(run)
    if (found.unchanged) return found
    const provenance = { dataset, ...(reason && { reason }), ...(author && { author }) }
    const total = Object.values(countDifference(found.difference)).reduce((sum, count) => sum + count, 0)
    onProgress(`Writing ${total} changes.`)
    let told = 0
    const notify = (rows: number): void => {
      if (rows - told >= rowsBetweenReports) onProgress(`Wrote ${(told = rows)} rows.`)
    }
    return { ...found, revision: await recordDifference(run, ontology, found.difference, provenance, notify) }
  })

  async function compare(run: Run): Promise<LoadReport & { difference: Difference }> {
    const problems = await checkSeed(ontology, seed, findIn(run, dataset))
    const concluded = problems.length ? seed : await addRecordClaims(seed, findRecordedIn(run, ontology, seed.records))
    const overrides = await readOverrides(run, dataset)
    const batch = problems.length ? undefined : buildBatch(ontology, concluded)
    const sound = batch && keepEdits(compareBatch(await readDataset(run, ontology, dataset), batch), batch, concluded, overrides)
    const place = startOf(paths)
    const removed = sound?.difference.nodesRemoved ?? []
    problems.push(...(await checkOwnership(run, ontology, withoutEdited(concluded, overrides), removed, { dataset, place })))
    if (problems.length || !sound) throw new SeedError(problems)
    const [ledger] = await run({ text: readLedger, parameters: {} })
    const { revision } = ledger as unknown as LedgerRow
    const counts = countDifference(sound.difference)
    const unchanged = Object.values(counts).every(count => count === 0)
    return { ...counts, revision, unchanged, ...sound, summary: new Summariser(options.rowsShown).take(sound.difference) }
  }
}

/** Checks files alone, as far as that goes without a database; throws a {@link SeedError} when something is wrong. */
export async function validate(
  ontology: Ontology,
  paths: readonly string[],
  root?: string,
  options: ReadOptions = {},
): Promise<Seed> {
  const seed = await readSeed(ontology, paths, root, options)
  const problems = await checkSeed(ontology, seed, async () => new Map())
  if (problems.length) throw new SeedError(problems)
  return seed
}

function startOf(paths: readonly string[]): Place {
  return { file: paths[0] ?? '.', line: 1, column: 1 }
}

/** What the same dataset holds besides the files is about to go, so only other datasets can be referred to. */
function findIn(run: Run, dataset: string): FindKnown {
  return async ids => {
    const rows = await run({ text: findEntities, parameters: { ids } })
    const others = rows.filter(({ dataset: owner }) => owner !== dataset)
    return new Map(
      others.map(({ id, type, text }) => [String(id), { type: String(type), ...(typeof text === 'string' && { text }) }]),
    )
  }
}

async function readDataset(run: Run, ontology: Ontology, dataset: string): Promise<StoredDataset> {
  const entities = await run({ text: listEntities, parameters: { dataset } })
  const statements = await run({ text: listStatements(ontology), parameters: { dataset } })
  return { entities, statements } as unknown as StoredDataset
}
