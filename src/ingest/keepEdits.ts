import { listOverrides } from '../cypher/edit.ts'
import { hashRecord } from '../cypher/record.ts'
import type { Run } from '../database/connect.ts'
import type { Difference } from '../database/recordDifference.ts'
import type { Batch } from './buildBatch.ts'
import { type Place, printPlace } from './problem.ts'
import type { Seed } from './seed.ts'

/** A record of a dataset that was edited since: an entity by its id, or a statement by its key. */
interface Override {
  readonly record: string
  /** The hash of what the dataset said when it was edited. */
  readonly base: string
  /** The hash of what the latest edit says; none when it removed the record. */
  readonly hash: string | null
  readonly revision: number
}
export type Overrides = ReadonlyMap<string, Override>

/** Where the records of a batch stand in the files, in its order. */
interface Said {
  readonly records: readonly { readonly at: Place }[]
  readonly statements: readonly { readonly at: Place }[]
}

/** The records of a dataset that were edited through the service. */
export async function readOverrides(run: Run, dataset: string): Promise<Overrides> {
  const rows = (await run({ text: listOverrides, parameters: { dataset } })) as unknown as Override[]
  return new Map(rows.map(override => [override.record, override]))
}

/** The seed without the records that were edited, which are no longer its own. */
export function withoutEdited(seed: Seed, overrides: Overrides): Seed {
  return { ...seed, records: seed.records.filter(({ id }) => !overrides.has(id)) }
}

/**
 * Leaves edited records as they are: a load undoes no edit. A conflict is a record that the files and an edit have both
 * changed, to different things.
 */
export function keepEdits(
  difference: Difference,
  batch: Batch,
  { records, statements }: Said,
  overrides: Overrides,
): { difference: Difference; conflicts: string[] } {
  const isGone = (id: string): boolean => overrides.get(id)?.hash === null
  const kept: Difference = {
    ...difference,
    nodesAdded: difference.nodesAdded.filter(({ id }) => !overrides.has(id)),
    statementsAdded: difference.statementsAdded.filter(
      ({ key, from, to }) => !overrides.has(key) && !isGone(from) && !isGone(to),
    ),
  }
  const said = [
    ...batch.entities.map((record, index) => ({ record, key: record.id, at: records[index]!.at })),
    ...batch.statements.map((record, index) => ({ record, key: record.key, at: statements[index]!.at })),
  ]
  const conflicts = said.flatMap(({ record, key, at }) => {
    const override = overrides.get(key)
    const ends = 'from' in record ? [record.from, record.to].filter(isGone) : []
    if (!override) return ends.map(end => describe(at, end, overrides.get(end)!))
    const hash = hashRecord(record)
    return hash === override.base || hash === override.hash ? [] : [describe(at, nameOf(record), override)]
  })
  return { difference: kept, conflicts }
}

function nameOf(record: Batch['entities'][number] | Batch['statements'][number]): string {
  return 'id' in record ? record.id : `${record.from} ${record.type} ${record.to}`
}

function describe(at: Place, name: string, { hash, revision }: Override): string {
  const done = hash === null ? 'removed' : 'edited'
  return `${printPlace(at)}: ${name} was ${done} in revision ${revision}; that stays, and what the file says now is not taken.`
}
