import { createMerge, endMerge, findMergeOf, returnEntities, returnStatements } from '../cypher/reconcile.ts'
import { type LedgerRow, readLedger } from '../cypher/write.ts'
import { ConflictError } from '../database/conflictError.ts'
import type { Database, Run } from '../database/connect.ts'
import { Editor, type EditResult } from '../edit/editor.ts'
import { GraphState } from '../edit/graphState.ts'
import { didYouMean, didYouMeanId, nearestIn } from '../ingest/nearest.ts'
import { InputError, type InputProblem } from '../plan/inputError.ts'
import { isMergeable } from '../schema/identity.ts'
import type { NodeType, Ontology } from '../schema/ontology.ts'
import { type Merge, readMerges } from './merges.ts'
import { planMerge } from './planMerge.ts'
import { planUndo, type Returned } from './planUndo.ts'
import { type Duplicate, proposeDuplicates } from './proposeDuplicates.ts'

/** In whose name a merge is made or undone, and why. */
export interface Request {
  readonly caller: string
  readonly reason: string
  readonly author?: string
  readonly note?: string
  /** The revision that the graph must be at. */
  readonly expectedRevision?: number
}

/** What a merge did. */
export interface Merged {
  readonly merge: string
  readonly kept: string
  readonly lost: string
  readonly revision: EditResult['revision']
  /** How many statements the kept one took over. */
  readonly moved: number
  /** The ids of statements that it had already, or that would have joined it with itself. */
  readonly repeated: readonly string[]
  /** Values that it had others of, a line each. */
  readonly notTaken: readonly string[]
}

/** What an undo did. */
export interface Undone {
  readonly merge: string
  readonly kept: string
  readonly lost: string
  readonly revision: EditResult['revision']
  /** What was edited after the merge and stayed as it is, a line each. */
  readonly stays: readonly string[]
}

const secondsToPlan = 300
const mostTries = 5

/** Finds entities that are one, merges them, and takes merges back. */
export class Reconciler {
  readonly #editor: Editor

  constructor(
    readonly ontology: Ontology,
    readonly database: Database,
  ) {
    this.#editor = new Editor(ontology, database)
  }

  /** The pairs of entities of these types that may be one, the likeliest first; by their score, at `least` so much. */
  async propose(types: readonly string[], least: number): Promise<Duplicate[]> {
    const found: Duplicate[] = []
    for (const type of types.map(name => this.#findType(name)))
      found.push(...(await proposeDuplicates(this.database, this.ontology, type, least)))
    return found.sort((one, two) => two.score - one.score)
  }

  /** Makes one entity of two as one revision: the kept one takes over what is said of the lost one, which is removed. */
  accept(kept: string, lost: string, request: Request): Promise<Merged> {
    return this.#retry(request, async (state, expectedRevision) => {
      const { keep, lose } = await this.#findBoth(state, kept, lost)
      const { operations, ...plan } = await planMerge(state, keep, lose)
      const about = { kept, lost, type: keep.type }
      const { revision } = await this.#editor.edit({ ...request, operations, expectedRevision }, async (run, number) => {
        await run({ text: createMerge, parameters: { ...about, revision: number } })
      })
      return { merge: `merge/${revision.number}`, kept, lost, revision, ...plan }
    })
  }

  /** Takes a merge back as one revision; throws an `InputError` when later edits stand in the way. */
  undo(id: string, request: Request): Promise<Undone> {
    return this.#retry(request, async (state, expectedRevision) => {
      const { merge, standing } = await this.#findMerge(id)
      await refuseGone(state, merge, standing)
      const { operations, returned, stays, problems } = await planUndo(state, merge, standing)
      const [first, ...others] = problems
      if (first) throw new InputError([first, ...others])
      const { revision } = await this.#editor.edit({ ...request, operations, expectedRevision }, async (run, number) => {
        await returnRecords(run, returned, number)
        await run({ text: endMerge, parameters: { id, revision: number } })
      })
      return { merge: id, kept: merge.kept, lost: merge.lost, revision, stays }
    })
  }

  /** Where an entity went that is no more, through any number of merges; undefined when it was not merged. */
  async follow(lost: string): Promise<string | undefined> {
    let kept: string | undefined
    for (let id = lost; ; id = kept) {
      const [merge] = await this.database.read({ text: findMergeOf, parameters: { lost: id } })
      if (!merge) return kept
      kept = String(merge['kept'])
    }
  }

  /** All merges, the last one first. */
  list(): Promise<Merge[]> {
    return readMerges(this.database)
  }

  /** Plans on the graph as it is and writes; begins again when someone else has written in between, unless a revision is expected. */
  async #retry<T>({ expectedRevision }: Request, work: (state: GraphState, revision: number) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++)
      try {
        const run: Run = statement => this.database.read(statement, secondsToPlan)
        const [ledger] = await run({ text: readLedger, parameters: {} })
        const { revision } = ledger as unknown as LedgerRow
        if (expectedRevision !== undefined && expectedRevision !== revision) throw new ConflictError(expectedRevision, revision)
        return await work(new GraphState(run, this.ontology), revision)
      } catch (error) {
        if (!(error instanceof ConflictError) || expectedRevision !== undefined || tries === mostTries) throw error
      }
  }

  #findType(name: string): NodeType {
    const mergeable = [...this.ontology.nodeTypes.values()].filter(isMergeable)
    const type = mergeable.find(({ name: known, lookup }) => known === name || lookup === name)
    if (type) return type
    const names = mergeable.map(known => known.name)
    throw problem('type', `Duplicates are looked for among ${names.join(', ')}, not "${name}".${didYouMean(name, names)}`, name)
  }

  async #findBoth(state: GraphState, kept: string, lost: string): Promise<{ keep: Found; lose: Found }> {
    if (kept === lost) throw problem('lost', `It is the same as the one to keep, ${kept}.`, lost)
    await state.readEntities([kept, lost])
    const problems: InputProblem[] = []
    for (const [argument, id] of [
      ['kept', kept],
      ['lost', lost],
    ] as const)
      if (!state.entities.has(id)) problems.push(...problem(argument, await describeMissing(state, id), id).problems)
    const [first, ...others] = problems
    if (first) throw new InputError([first, ...others])
    const [keep, lose] = [state.entities.get(kept)!, state.entities.get(lost)!]
    this.#findType(keep.type)
    if (keep.type !== lose.type)
      throw problem(
        'lost',
        `${lost} is of type ${lose.type}, ${kept} of type ${keep.type}; only two of one type can be one.`,
        lost,
      )
    return { keep, lose }
  }

  async #findMerge(id: string): Promise<{ merge: Merge; standing: Merge[] }> {
    const all = await this.list()
    const standing = all.filter(({ undoneRevision }) => undoneRevision === null)
    const merge = all.find(known => known.id === id)
    if (!merge)
      throw problem(
        'merge',
        `There is no ${id}.${didYouMeanId(
          id,
          standing.map(known => known.id),
        )}`,
        id,
      )
    if (merge.undoneRevision !== null)
      throw problem('merge', `${id} was undone already, by revision ${merge.undoneRevision}.`, id)
    return { merge, standing }
  }
}

type Found = NonNullable<ReturnType<GraphState['entities']['get']>>

/** An undo needs both as the merge left them: the one there, the other not; later merges into the same one are undone first. */
async function refuseGone(state: GraphState, { id, kept, lost, revision }: Merge, standing: readonly Merge[]): Promise<void> {
  const [later] = standing.filter(other => other.kept === kept && other.revision > revision)
  if (later) throw problem('merge', `${later.id} merged ${later.lost} into ${kept} as well, later: undo that first.`, id)
  await state.readEntities([kept, lost])
  if (!state.entities.has(kept)) throw problem('merge', `It cannot be undone: ${await describeMissing(state, kept)}`, id)
  if (state.entities.has(lost)) throw problem('merge', `It cannot be undone: ${lost} was added again since; remove it first.`, id)
}

async function describeMissing(state: GraphState, id: string): Promise<string> {
  const [merge] = await state.run({ text: findMergeOf, parameters: { lost: id } })
  if (merge) return `${id} was merged into ${merge['kept']} by ${merge['id']}.`
  await state.readSimilar([id])
  return `There is no ${id}.${didYouMeanId(id, state.similar.keys())}`
}

function problem(argument: string, message: string, got: string): InputError {
  const nearest = nearestIn(message)
  return new InputError([{ argument, message, got, ...(nearest !== undefined && { nearest }) }])
}

/** What an edit brings back belongs to the dataset of edits; what is as it was before the merge belongs where it did then. */
async function returnRecords(run: Run, returned: readonly Returned[], revision: number): Promise<void> {
  const types = new Set(returned.map(({ type }) => type))
  for (const type of types) {
    const rows = returned.filter(row => row.type === type)
    await run({ text: type === undefined ? returnEntities : returnStatements(type), parameters: { rows, revision } })
  }
}
