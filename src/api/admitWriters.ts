import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql'
import { collectFields } from 'graphql/execution/collectFields.js'
import type { Logger } from 'pino'
import { requireScope } from './access/requireScope.ts'
import { toGraphQLError } from './errors.ts'
import type { Answering } from './graphql/root.ts'

/** Lets only those write who may, counts each mutation of an operation as a request of its own, and logs who wrote what. */
export function admitWriters(log: Logger): ApolloServerPlugin<Answering> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, schema, document, request, contextValue }) => {
        if (operation?.operation !== 'mutation') return
        const names = mutationsOf(schema, document, operation, request.variables)
        try {
          requireScope(contextValue.caller, 'write')
          if (names.length > 1) await contextValue.spend(names.length - 1)
        } catch (error) {
          throw toGraphQLError(error)
        }
      },
      willSendResponse: async ({ operation, schema, document, request, contextValue, errors }) => {
        if (operation?.operation !== 'mutation' || !document) return
        const { id: caller, name } = contextValue.caller
        const failed = errors?.map(({ extensions }) => extensions['code'])
        const mutations = mutationsOf(schema, document, operation, request.variables)
        log.info(
          { request: request.http?.headers.get('x-request-id'), caller, name, mutations, ...(failed && { failed }) },
          'write',
        )
      },
    }),
  }
}

/** The mutations that an operation runs, one for each response key. */
function mutationsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> | undefined,
): string[] {
  const fragments: Record<string, FragmentDefinitionNode> = {}
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition
  const fields = collectFields(schema, fragments, variables ?? {}, schema.getMutationType()!, selectionSet)
  return [...fields.values()].map(([field]) => field!.name.value)
}
