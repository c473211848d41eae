import { type GraphQLResolveInfo, getArgumentValues } from 'graphql'
import { ArgumentError } from '../plan/argumentError.ts'
import { checkBounds } from '../plan/checkBounds.ts'
import type { Ontology } from '../schema/ontology.ts'
import { requireScope } from './access/requireScope.ts'
import { readRequest } from './answerEdit.ts'
import type { Caller } from './caller.ts'
import { toGraphQLError } from './errors.ts'
import { largestReconciliationPage } from './graphql/reconciliation.ts'
import { shapeAnswer } from './shapeAnswer.ts'

interface MergeRequest {
  readonly caller: string
  readonly reason: string
  readonly author?: string
  readonly note?: string
  readonly expectedRevision?: number
}

/** Finds entities that are one, merges them, and takes merges back. */
export interface ReconciliationWork {
  propose(types: readonly string[], least: number): Promise<readonly object[]>
  accept(kept: string, lost: string, request: MergeRequest): Promise<object>
  undo(merge: string, request: MergeRequest): Promise<object>
  list(): Promise<readonly { readonly kept: string; readonly lost: string }[]>
  /** Where an entity went that is no more. */
  follow(lost: string): Promise<string | undefined>
}

type Args = Readonly<Record<string, unknown>>
type Answer = (work: ReconciliationWork, args: Args, caller: Caller) => Promise<unknown>

/** The answer to a root field about entities that are one, in the shape of the response; `spend` hears how many rows it asks for. */
export async function answerReconciliation(
  ontology: Ontology,
  work: ReconciliationWork,
  caller: Caller,
  info: GraphQLResolveInfo,
  spend: (rows: number) => void,
): Promise<unknown> {
  try {
    const { fieldName, fieldNodes, variableValues } = info
    if (!readable.has(fieldName)) requireScope(caller, 'write')
    const args = getArgumentValues(info.parentType.getFields()[fieldName]!, fieldNodes[0]!, variableValues)
    spend(checkBounds(`${fieldName}.first`, args['first'] ?? 1, 0, largestReconciliationPage))
    const answer = await answers[fieldName]!(work, args, caller)
    return fieldName === 'mergedInto' ? (answer ?? null) : shapeAnswer(ontology, info, answer)
  } catch (error) {
    throw toGraphQLError(error)
  }
}

const readable = new Set(['mergedInto', 'merges'])

const answers: Readonly<Record<string, Answer>> = {
  mergedInto: (work, { id }) => work.follow(String(id)),
  merges: async (work, { entity, first }) => {
    const all = await work.list()
    const wanted = typeof entity === 'string' ? all.filter(({ kept, lost }) => kept === entity || lost === entity) : all
    return wanted.slice(0, Number(first))
  },
  duplicates: async (work, { type, score, first }) => {
    const least = Number(score)
    if (!(least >= 0 && least <= 1)) throw new ArgumentError('duplicates.score', score, 'a number from 0 to 1')
    return (await work.propose([String(type)], least)).slice(0, Number(first))
  },
  merge: (work, args, caller) => work.accept(String(args['kept']), String(args['lost']), readRequest([], args, caller)),
  undoMerge: (work, args, caller) => work.undo(String(args['merge']), readRequest([], args, caller)),
}
