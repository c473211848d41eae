import { randomUUID } from 'node:crypto'
import * as edit from '../cypher/edit.ts'
import { digest } from '../cypher/record.ts'
import { type LedgerRow, lockLedger, readLedger } from '../cypher/write.ts'
import { ConflictError } from '../database/conflictError.ts'
import type { Database, Run } from '../database/connect.ts'
import { recordDifference } from '../database/recordDifference.ts'
import type { Ontology } from '../schema/ontology.ts'
import { compareDraft, type RecordChange } from './compareDraft.ts'
import { draftEdit } from './draftEdit.ts'
import { type BrokenQuote, findBrokenQuotes } from './findBrokenQuotes.ts'
import type { Operation } from './operation.ts'
import { refuseProblems, refuseReuse } from './refuse.ts'

/** The dataset of all that is edited through the service. */
export const editedDataset = 'edits'

/** An edit as it is asked for: all of its operations are done as one revision, or none. */
export interface EditRequest {
  readonly operations: readonly Operation[]
  readonly reason: string
  readonly note?: string
  /** Who asks, by the name that revisions record. */
  readonly author?: string
  /** Who asks, by an id under which the keys of requests are kept apart. */
  readonly caller: string
  /** The revision that the graph must be at. */
  readonly expectedRevision?: number
  /** Makes a repeated request safe: the same key is done once. */
  readonly idempotencyKey?: string
}

/** What one edit did. */
export interface EditResult {
  readonly revision: { readonly number: number; readonly at: string | null }
  readonly changes: readonly Change[]
  readonly brokenQuotes: readonly BrokenQuote[]
  /** Whether all was as asked for before, so that no revision was made. */
  readonly unchanged: boolean
  /** Whether this is the result of an earlier request with the same key. */
  readonly repeated: boolean
}

/** One change of an edit: an entity by its id, a statement by the id of its version. */
export interface Change {
  readonly kind: RecordChange['kind']
  readonly id: string
  readonly previous?: string
}

/** Something else that is written in the transaction of an edit, once its revision is known. */
export type Alongside = (run: Run, revision: number) => Promise<void>

/** Edits the graph: each edit is one revision, written whole while no other writer is at work. */
export class Editor {
  constructor(
    readonly ontology: Ontology,
    readonly database: Database,
  ) {}

  /** Does an edit, with what is done `alongside` it or nothing of both; throws an `InputError` or a {@link ConflictError} when it cannot be done, of which nothing is done then. */
  async edit(request: EditRequest, alongside: Alongside = async () => {}): Promise<EditResult> {
    const { idempotencyKey, caller } = request
    // A key of our own when there is none, since a transaction whose outcome is not known is tried again by the driver.
    const key = idempotencyKey === undefined ? randomUUID() : `${caller} ${idempotencyKey}`
    const hash = digest([request.operations, request.reason, request.note ?? null, request.expectedRevision ?? null])
    return this.database.write(async run => {
      await run({ text: lockLedger, parameters: {} })
      const [known] = await run({ text: edit.findRepeated, parameters: { key } })
      if (known && known['hash'] !== hash) throw refuseReuse(idempotencyKey)
      if (known) return { ...JSON.parse(String(known['answer'])), repeated: idempotencyKey !== undefined }
      return this.#write(run, request, { key, hash }, alongside)
    })
  }

  async #write(
    run: Run,
    request: EditRequest,
    { key, hash }: { key: string; hash: string },
    alongside: Alongside,
  ): Promise<EditResult> {
    const { operations, reason, note, author, caller, expectedRevision } = request
    const [ledger] = await run({ text: readLedger, parameters: {} })
    const { revision: present } = ledger as unknown as LedgerRow
    if (expectedRevision !== undefined && expectedRevision !== present) throw new ConflictError(expectedRevision, present)
    const { draft, state } = await draftEdit(run, this.ontology, operations)
    refuseProblems(draft.problems, operations)
    const { difference, changes } = compareDraft(this.ontology, draft)
    if (changes.length === 0) {
      await alongside(run, present)
      return this.#result(run, present, [], [], true)
    }
    const brokenQuotes = await findBrokenQuotes(draft, state)
    const provenance = { dataset: editedDataset, reason, caller, ...(author && { author }), ...(note && { note }) }
    const revision = await recordDifference(run, this.ontology, difference, provenance)
    await keepOverrides(run, changes, revision)
    await alongside(run, revision)
    const result = await this.#result(run, revision, changes, brokenQuotes, false)
    await run({ text: edit.keepAnswer, parameters: { revision, key, hash, answer: JSON.stringify(result) } })
    return result
  }

  async #result(
    run: Run,
    number: number,
    changes: readonly RecordChange[],
    brokenQuotes: readonly BrokenQuote[],
    unchanged: boolean,
  ): Promise<EditResult> {
    const [row] = await run({ text: edit.readRevision, parameters: { revision: number } })
    const revision = { number, at: (row?.['at'] as string | undefined) ?? null }
    return { revision, changes: changes.map(change => nameChange(change, number)), brokenQuotes, unchanged, repeated: false }
  }
}

function nameChange({ kind, of, record, previous }: RecordChange, revision: number): Change {
  const id = of === 'entity' ? record : kind === 'REMOVED' ? previous! : `statement/${record}@${revision}`
  return { kind, id, ...(previous !== undefined && kind !== 'REMOVED' && { previous }) }
}

/** So that a load of the dataset they come from does not undo it. */
async function keepOverrides(run: Run, changes: readonly RecordChange[], revision: number): Promise<void> {
  const rows = changes.flatMap(({ record, before }) =>
    before && before.dataset !== editedDataset ? [{ record, dataset: before.dataset, base: before.hash }] : [],
  )
  if (rows.length > 0) await run({ text: edit.createOverrides, parameters: { rows } })
  const hashes = changes.map(({ record, hash }) => ({ record, hash }))
  await run({ text: edit.updateOverrides, parameters: { rows: hashes, revision } })
}
