import { type GraphQLResolveInfo, getArgumentValues } from 'graphql'
import { ArgumentError } from '../plan/argumentError.ts'
import type { Ontology } from '../schema/ontology.ts'
import { requireScope } from './access/requireScope.ts'
import { type EditRequest, readRequest } from './answerEdit.ts'
import type { Caller } from './caller.ts'
import { toGraphQLError } from './errors.ts'
import { largestCodingPage } from './graphql/coding.ts'
import { shapeAnswer } from './shapeAnswer.ts'

type Operations = EditRequest['operations']
type Filter = Readonly<Record<string, string>>
interface Named {
  readonly id: string
}

/** Keeps what coders propose and decides on it. */
export interface CodingWork {
  propose(operations: Operations, coder: string, caller: string): Promise<unknown>
  accept(
    ids: readonly string[],
    request: Omit<EditRequest, 'operations'>,
  ): Promise<{ readonly changes: readonly { readonly kind: string; readonly id: string }[] }>
  reject(ids: readonly string[], by: string, note: string): Promise<unknown>
  list(filter: Filter, page: { readonly limit: number }): Promise<readonly Named[]>
  agreement(filter: Filter): Promise<unknown>
  disagreements(filter: Filter): Promise<readonly { readonly field: string; readonly unit: string }[]>
}

/** The answer to a root field about what coders propose, in the shape of the response. */
export async function answerCoding(
  ontology: Ontology,
  work: CodingWork,
  caller: Caller,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  try {
    requireScope(caller, 'write')
    const field = info.parentType.getFields()[info.fieldName]!
    const args = getArgumentValues(field, info.fieldNodes[0]!, info.variableValues)
    return shapeAnswer(ontology, info, await answers[info.fieldName]!(work, args, caller))
  } catch (error) {
    throw toGraphQLError(error)
  }
}

type Args = Readonly<Record<string, unknown>>
type Answer = (work: CodingWork, args: Args, caller: Caller) => Promise<unknown>

const answers: Readonly<Record<string, Answer>> = {
  proposeStatements: (work, args, caller) => propose(work, 'assertStatement', args, caller),
  proposeCorrections: (work, args, caller) => propose(work, 'correctEntity', args, caller),
  acceptProposals: async (work, args, caller) => {
    const result = await work.accept(args['ids'] as string[], readRequest([], args, caller))
    return { ...result, ids: result.changes.filter(({ kind }) => kind !== 'REMOVED').map(({ id }) => id) }
  },
  rejectProposals: (work, args, caller) => work.reject(args['ids'] as string[], caller.name ?? caller.id, String(args['note'])),
  proposals: async (work, args) => {
    const rows = await work.list(filterOf((args['filter'] ?? {}) as Args), { limit: 50_000 })
    return connect(rows, args, 'proposals', ({ id }) => id)
  },
  agreement: (work, args) => work.agreement(filterOf(args)),
  disagreements: async (work, { first, after, ...filter }) => {
    const rows = await work.disagreements(filterOf(filter))
    return connect(rows, { first, after }, 'disagreements', ({ field, unit }) => `${field} ${unit}`)
  },
}

function propose(work: CodingWork, kind: 'assertStatement' | 'correctEntity', args: Args, caller: Caller): Promise<unknown> {
  const operations = (args['input'] as unknown[]).map((value, index) => ({ kind, value, at: `input[${index}]` }))
  return work.propose(operations, String(args['coder'] ?? caller.name ?? caller.id), caller.id)
}

function filterOf(given: Args): Filter {
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** A page of rows that are all at hand, in the order of their cursors. */
function connect<Row>(rows: readonly Row[], { first, after }: Args, field: string, cursorOf: (row: Row) => string): object {
  const size = Number(first)
  if (!(size >= 0 && size <= largestCodingPage))
    throw new ArgumentError(`${field}.first`, first, `a whole number from 0 to ${largestCodingPage}`)
  const ordered = rows.map(node => ({ cursor: cursorOf(node), node })).sort((a, b) => (a.cursor < b.cursor ? -1 : 1))
  const rest = typeof after === 'string' ? ordered.filter(({ cursor }) => cursor > after) : ordered
  const edges = rest.slice(0, size)
  const pageInfo = {
    hasNextPage: rest.length > size,
    hasPreviousPage: typeof after === 'string',
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
  return { edges, pageInfo, totalCount: rows.length }
}
