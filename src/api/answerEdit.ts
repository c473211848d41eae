import { type GraphQLResolveInfo, getArgumentValues } from 'graphql'
import type { Ontology } from '../schema/ontology.ts'
import { requireScope } from './access/requireScope.ts'
import type { Caller } from './caller.ts'
import { toGraphQLError } from './errors.ts'
import { editMutations } from './graphql/mutations.ts'
import { shapeAnswer } from './shapeAnswer.ts'

/** What a mutation asks for, as plain data. */
export interface EditRequest {
  readonly operations: readonly { readonly kind: OperationKind; readonly at: string; readonly value: unknown }[]
  readonly reason: string
  readonly note?: string
  readonly author?: string
  readonly caller: string
  readonly expectedRevision?: number
  readonly idempotencyKey?: string
}
type OperationKind = (typeof editMutations)[keyof typeof editMutations]['kind']

/** Does what mutations ask for. */
export interface Edits {
  edit(request: EditRequest): Promise<{ readonly changes: readonly { readonly kind: string; readonly id: string }[] }>
}

/** The answer to one mutation, in the shape of the response. */
export async function answerEdit(ontology: Ontology, edits: Edits, caller: Caller, info: GraphQLResolveInfo): Promise<unknown> {
  try {
    requireScope(caller, 'write')
    const field = info.parentType.getFields()[info.fieldName]!
    const args = getArgumentValues(field, info.fieldNodes[0]!, info.variableValues)
    const result = await edits.edit(readRequest(readOperations(info.fieldName, args), args, caller))
    const ids = result.changes.filter(({ kind }) => kind !== 'REMOVED').map(({ id }) => id)
    return shapeAnswer(ontology, info, { ...result, ids })
  } catch (error) {
    throw toGraphQLError(error)
  }
}

/** What the arguments that all mutations share say, with these operations. */
export function readRequest(
  operations: EditRequest['operations'],
  args: Readonly<Record<string, unknown>>,
  caller: Caller,
): EditRequest {
  const { reason, note, expectedRevision, idempotencyKey } = args as unknown as Record<string, string | null | undefined>
  return {
    operations,
    reason: String(reason),
    caller: caller.id,
    ...(typeof note === 'string' && { note }),
    ...(caller.name && { author: caller.name }),
    ...(typeof expectedRevision === 'number' && { expectedRevision }),
    ...(typeof idempotencyKey === 'string' && { idempotencyKey }),
  }
}

function readOperations(name: string, args: Readonly<Record<string, unknown>>): EditRequest['operations'] {
  if (name === 'edit')
    return (args['operations'] as Record<OperationKind, unknown>[]).map((operation, index) => {
      const [[kind, value]] = Object.entries(operation) as [[OperationKind, unknown]]
      return { kind, value, at: `operations[${index}].${kind}` }
    })
  const { argument, kind } = editMutations[name as keyof typeof editMutations]
  return (args[argument] as unknown[]).map((value, index) => ({ kind, value, at: `${argument}[${index}]` }))
}
