import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, Kind, type OperationDefinitionNode, separateOperations } from 'graphql'
import { formatError, toGraphQLError } from '../errors.ts'
import type { Answering } from '../graphql/root.ts'
import { Citer } from './citer.ts'
import { findMarked } from './findMarked.ts'

/** Answers what is marked with `@cite` as it is cited, with the citation beside the answer. */
export const citeMarked: ApolloServerPlugin<Answering> = {
  requestDidStart: async () => ({
    async willSendResponse({ operation, document, request, response, schema, contextValue }) {
      if (response.body.kind !== 'single' || operation?.operation !== 'query' || !document) return
      const { singleResult } = response.body
      if (!singleResult.data || singleResult.errors) return
      const marked = findMarked(operation)
      if (marked.length === 0) return
      const citer = new Citer(schema)
      const citations: Record<string, unknown> = {}
      const data: Record<string, unknown> = { ...singleResult.data }
      try {
        for (const [key, part] of marked) {
          const { answer, ...citation } = await citer.citeValid(
            documentOf(document, part),
            request.variables ?? {},
            contextValue.again(),
          )
          // What is answered is what is cited, also when a write came between.
          Object.assign(data, answer)
          citations[key] = citation
        }
        singleResult.data = data
        singleResult.extensions = { ...singleResult.extensions, cite: citations }
      } catch (error) {
        const refused = toGraphQLError(error)
        singleResult.errors = [formatError(refused.toJSON(), refused)]
      }
    },
  }),
}

/** One operation with the fragments that it uses. */
function documentOf(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
  const separated = separateOperations({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] })
  return separated[operation.name?.value ?? '']!
}
