import type { ApolloServerPlugin } from '@apollo/server'
import { type FragmentDefinitionNode, Kind } from 'graphql'
import { collectFields } from 'graphql/execution/collectFields.js'
import { requireScope } from './access/requireScope.ts'
import { toGraphQLError } from './errors.ts'
import type { Answering } from './graphql/root.ts'

/** Lets only those write who may, and counts each mutation of an operation as a request of its own. */
export const admitWriters: ApolloServerPlugin<Answering> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, schema, document, request, contextValue }) => {
      if (operation?.operation !== 'mutation') return
      const fragments: Record<string, FragmentDefinitionNode> = {}
      for (const definition of document.definitions)
        if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition
      const type = schema.getMutationType()!
      const fields = collectFields(schema, fragments, request.variables ?? {}, type, operation.selectionSet)
      try {
        requireScope(contextValue.caller, 'write')
        if (fields.size > 1) await contextValue.spend(fields.size - 1)
      } catch (error) {
        throw toGraphQLError(error)
      }
    },
  }),
}
