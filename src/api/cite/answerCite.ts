import { type GraphQLResolveInfo, getArgumentValues } from 'graphql'
import type { Ontology } from '../../schema/ontology.ts'
import { toGraphQLError } from '../errors.ts'
import type { Answering } from '../graphql/root.ts'
import { shapeAnswer } from '../shapeAnswer.ts'
import { type CitedRequest, Citer } from './citer.ts'

/** The answer to the root field `cite`. */
export async function answerCite(ontology: Ontology, answering: Answering, info: GraphQLResolveInfo): Promise<unknown> {
  try {
    const field = info.parentType.getFields()[info.fieldName]!
    const { query, variables, operationName } = getArgumentValues(field, info.fieldNodes[0]!, info.variableValues)
    const request: CitedRequest = {
      query: String(query),
      ...(variables !== null && typeof variables === 'object' && { variables: variables as Record<string, unknown> }),
      ...(typeof operationName === 'string' && { operationName }),
    }
    return shapeAnswer(ontology, info, await new Citer(info.schema).cite(request, answering))
  } catch (error) {
    throw toGraphQLError(error)
  }
}
