import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { admitWriters } from './admitWriters.ts'
import { citeMarked } from './cite/citeMarked.ts'
import { formatError } from './errors.ts'
import type { Answering } from './graphql/root.ts'
import { limitOperation, limits } from './limits.ts'
import type { PreparedAnswers } from './preparedAnswers.ts'
import { resolveByKey } from './resolveByKey.ts'

/**
 * Remembers each document that was found valid, and answers its first request in the short way too: on the long one Neo4j would plan a
 * statement that later requests do not use. What the short way declines is executed as usual, which also words errors.
 */
function answerPrepared(prepared: PreparedAnswers): ApolloServerPlugin<Answering> {
  return {
    async requestDidStart() {
      let isNew = false
      return {
        async didResolveOperation({ source, document, request }) {
          isNew = prepared.remember(source, document, request.operationName)
        },
        async responseForOperation({ source, request: { variables, operationName } }) {
          const body = isNew ? await prepared.answer({ query: source, variables, operationName }) : undefined
          return body === undefined
            ? null
            : { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: JSON.parse(body) } }
        },
      }
    },
  }
}

/** The GraphQL server without its HTTP: limits, masking of errors, and no feature that is not used. */
export function createApollo(
  schema: GraphQLSchema,
  report: (error: unknown) => void,
  prepared: PreparedAnswers,
  log: Logger,
): ApolloServer<Answering> {
  return new ApolloServer<Answering>({
    schema,
    fieldResolver: resolveByKey as never,
    formatError: (formatted, error) => {
      const shown = formatError(formatted, error)
      if (shown.extensions?.['code'] === 'INTERNAL_SERVER_ERROR') report(error)
      return shown
    },
    validationRules: [limitOperation],
    parseOptions: { maxTokens: limits.tokens },
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      admitWriters(log),
      citeMarked,
      answerPrepared(prepared),
    ],
  })
}
