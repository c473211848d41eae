import { readBegun, readEnded, readStateAfter, readStatesBefore } from '../cypher/reconcile.ts'
import type { GraphState, WholeEntity, WholeStatement } from '../edit/graphState.ts'
import type { Operation } from '../edit/operation.ts'
import { readStoredEntity } from '../edit/readStored.ts'
import type { InputProblem } from '../plan/inputError.ts'
import type { Merge } from './merges.ts'
import { keyWhenMoved, restate } from './moveStatement.ts'
import { takeBack } from './takeBack.ts'

/** A record that an undo brings back as it was, and the dataset that held it. */
export interface Returned {
  /** The id of an entity, or the key of a statement. */
  readonly record: string
  /** The type of a statement; none of an entity. */
  readonly type?: string
  readonly dataset: string
  readonly hash: string
}

/** What an undo does, as an edit. */
export interface UndoPlan {
  readonly operations: readonly Operation[]
  readonly returned: readonly Returned[]
  /** What was edited after the merge and stays as it is, a line each. */
  readonly stays: readonly string[]
  /** What was edited in a way that cannot be told apart from what the merge did. */
  readonly problems: readonly InputProblem[]
}

/** A version of a statement, and the revision that ended it. */
type Version = WholeStatement & { readonly ended: number | null }

/** What the revision of a merge did, and what of it stands. */
interface Past {
  /** The two entities as they were before, by id. */
  readonly before: ReadonlyMap<string, WholeEntity>
  /** The kept one as the merge left it; none when that changed nothing of it. */
  readonly after: WholeEntity | undefined
  /** The statements that it ended. */
  readonly ended: readonly Version[]
  /** The keys of those that only have another source since. */
  readonly cited: ReadonlySet<string>
  /** The statements that it began, by key, and the versions of them that stand now. */
  readonly begun: ReadonlyMap<string, Version>
  readonly present: ReadonlyMap<string, WholeStatement>
}

/**
 * Plans that what a merge did is taken back: the lost one comes back with its statements, and the kept one gives up what it took
 * over. What was edited since stays as it is.
 */
export async function planUndo(state: GraphState, merge: Merge, standing: readonly Merge[]): Promise<UndoPlan> {
  const past = await readPast(state, merge)
  const steps = [
    correctKept(state, merge, past),
    restoreLost(state, merge, past),
    ...past.ended.map(stored => takeStatementBack(state, merge, past, standing, stored)),
  ]
  // Two statements of the lost one may have become one of the kept one.
  const operations = new Map(steps.flatMap(step => step.operations ?? []).map(done => [`${done.kind} ${done.at}`, done]))
  return {
    operations: [...operations.values()],
    returned: steps.flatMap(({ returned }) => returned ?? []),
    stays: steps.flatMap(({ stays }) => stays ?? []),
    problems: steps.flatMap(({ problems }) => problems ?? []),
  }
}

async function readPast(state: GraphState, { kept, lost, revision }: Merge): Promise<Past> {
  const { run, ontology } = state
  const states = await run({ text: readStatesBefore, parameters: { ids: [kept, lost], revision } })
  const [after] = await run({ text: readStateAfter, parameters: { revision, id: kept } })
  const ended = (await run({ text: readEnded(ontology), parameters: { revision } })) as unknown as Version[]
  const begun = (await run({ text: readBegun(ontology), parameters: { revision } })) as unknown as Version[]
  const present = await state.readStatements(begun.map(({ key }) => key))
  await state.readEntities([kept, ...ended.flatMap(({ from, to }) => [from, to])])
  return {
    before: new Map((states as unknown as WholeEntity[]).map(stored => [stored.id, stored])),
    after: after as unknown as WholeEntity | undefined,
    ended,
    cited: new Set(ended.filter(({ from, to }) => from !== lost && to !== lost).map(({ key }) => key)),
    begun: new Map(begun.map(stored => [stored.key, stored])),
    present: new Map(present.map(stored => [stored.key, stored])),
  }
}

function correctKept({ ontology, entities }: GraphState, { kept, type }: Merge, { before, after }: Past): Partial<UndoPlan> {
  const [was, now] = [before.get(kept), entities.get(kept)]
  if (!was || !after || !now) return {}
  const { lookup } = ontology.nodeTypes.get(type)!
  const said = ({ properties }: WholeEntity) => readStoredEntity(ontology.nodeTypes.get(type)!, properties)
  const { changes, stays } = takeBack(said(was), said(after), said(now))
  const value = { [lookup]: { id: kept, ...changes } }
  return {
    operations: Object.keys(changes).length > 0 ? [{ kind: 'correctEntity', at: kept, value }] : [],
    returned: [{ record: kept, dataset: was.dataset, hash: was.hash }],
    stays: stays.map(name => `${name} of ${kept}`),
  }
}

function restoreLost({ ontology }: GraphState, { lost, type }: Merge, { before }: Past): Partial<UndoPlan> {
  const nodeType = ontology.nodeTypes.get(type)!
  const { properties, dataset, hash } = before.get(lost)!
  const value = { [nodeType.lookup]: { id: lost, ...readStoredEntity(nodeType, properties) } }
  return { operations: [{ kind: 'addEntity', at: lost, value }], returned: [{ record: lost, dataset, hash }] }
}

function takeStatementBack(
  { ontology, entities }: GraphState,
  merge: Merge,
  { cited, begun, present }: Past,
  standing: readonly Merge[],
  stored: Version,
): Partial<UndoPlan> {
  const { id, kept, lost } = merge
  const { key, type, dataset, hash } = stored
  const cites = cited.has(key)
  const movedKey = cites ? key : keyWhenMoved(ontology, stored, { from: lost, to: kept })
  // What the kept one said already was not moved, even when the merge changed its source.
  const moved = movedKey === undefined || (!cites && cited.has(movedKey)) ? undefined : begun.get(movedKey)
  const now = moved && present.get(moved.key)
  if (moved && !now) {
    const later = standing.find(({ revision }) => revision === moved.ended)
    if (!later) return { stays: [`${stored.id}, which is no longer said of ${kept}`] }
    return { problems: [{ argument: moved.id, message: `It was moved again by ${later.id}: undo that first.` }] }
  }
  if (moved && now && now.hash !== moved.hash) {
    if (cites) return { stays: [`${now.id}, which was edited since`] }
    const message = `It was edited after ${id} had made it. Retract it, undo the merge, and say of ${lost} what is still to be said.`
    return { problems: [{ argument: now.id, message }] }
  }
  if (![stored.from, stored.to].every(end => end === lost || entities.has(end)))
    return { stays: [`${stored.id}, since one of its ends is no more`] }
  const back: Operation =
    cites && now
      ? { kind: 'supersedeStatement', at: now.id, value: { id: now.id, source: lost } }
      : { kind: 'assertStatement', at: stored.id, value: restate(ontology, stored) }
  const retraction: Operation[] = now && !cites ? [{ kind: 'retractStatement', at: now.id, value: now.id }] : []
  return { operations: [back, ...retraction], returned: [{ record: key, type, dataset, hash }] }
}
