import { type GraphQLResolveInfo, getArgumentValues } from 'graphql'
import { printPosition } from '../../cypher/changePosition.ts'
import type { Database } from '../../database/connect.ts'
import { AheadError, type ChangesPage, readChanges } from '../../database/readChanges.ts'
import { ArgumentError } from '../../plan/argumentError.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { shapeAnswer } from '../shapeAnswer.ts'
import { readChangesRequest } from './changesRequest.ts'

/** The answer of the root field `changes`, in the shape of the response; `spend` hears how many rows it asks for. */
export async function answerChanges(
  database: Database,
  ontology: Ontology,
  info: GraphQLResolveInfo,
  spend: (rows: number) => void,
): Promise<unknown> {
  const { variableValues: variables, fieldNodes } = info
  const field = info.parentType.getFields()[info.fieldName]!
  const request = readChangesRequest(ontology, getArgumentValues(field, fieldNodes[0]!, variables))
  spend(request.first)
  const page = await readOrRefuse(database, ontology, request)
  return shapeAnswer(ontology, info, toConnection(page, request.after.revision > 0))
}

/** Reads a page; a position ahead of the graph is a wrong argument. */
export async function readOrRefuse(...[database, ontology, request]: Parameters<typeof readChanges>): Promise<ChangesPage> {
  try {
    return await readChanges(database, ontology, request)
  } catch (error) {
    if (!(error instanceof AheadError)) throw error
    const { revision, last } = error
    throw new ArgumentError('changes.after', revision, `a revision of this graph, of which the last is ${last}`, String(last))
  }
}

function toConnection({ changes, end, more }: ChangesPage, hasPreviousPage: boolean): object {
  return {
    edges: changes.map(change => ({ cursor: change.id, node: change })),
    pageInfo: { hasNextPage: more, hasPreviousPage, startCursor: changes[0]?.id ?? null, endCursor: printPosition(end) },
  }
}
