import { type GraphQLResolveInfo, getArgumentValues } from 'graphql'
import type { Database } from '../../database/connect.ts'
import { readRevisionPage } from '../../database/listRevisions.ts'
import { ArgumentError } from '../../plan/argumentError.ts'
import { checkBounds } from '../../plan/checkBounds.ts'
import { largestRootPage } from '../../plan/planConnection.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { shapeAnswer } from '../shapeAnswer.ts'

/** The answer of the root field `revisions`, in the shape of the response; `spend` hears how many rows it asks for. */
export async function answerRevisions(
  database: Database,
  ontology: Ontology,
  info: GraphQLResolveInfo,
  spend: (rows: number) => void,
): Promise<unknown> {
  const field = info.parentType.getFields()[info.fieldName]!
  const given = getArgumentValues(field, info.fieldNodes[0]!, info.variableValues)
  const after = String(given['after'] ?? '0')
  if (!/^\d{1,15}$/.test(after)) throw new ArgumentError('revisions.after', after, 'the number of a revision', '0')
  const first = checkBounds('revisions.first', given['first'], 0, largestRootPage)
  spend(first)
  // One more than is asked for says whether there is a next page.
  const found = await readRevisionPage(database, Number(after), first + 1)
  const page = found.slice(0, first)
  const edges = page.map(revision => ({ cursor: String(revision.number), node: revision }))
  const pageInfo = {
    hasNextPage: found.length > first,
    hasPreviousPage: after !== '0',
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? after,
  }
  return shapeAnswer(ontology, info, { edges, pageInfo })
}
