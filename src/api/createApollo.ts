import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { admitWriters } from './admitWriters.ts'
import { citeMarked } from './cite/citeMarked.ts'
import { formatError } from './errors.ts'
import type { Answering } from './graphql/root.ts'
import { limitOperation, limits } from './limits.ts'
import { resolveByKey } from './resolveByKey.ts'

/** Hears of each document that was found valid. */
export type Remember = (source: string, document: DocumentNode, operationName: string | undefined) => void

function rememberValid(remember: Remember): ApolloServerPlugin<Answering> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source, document, request }) => remember(source, document, request.operationName),
    }),
  }
}

/** The GraphQL server without its HTTP: limits, masking of errors, and no feature that is not used. */
export function createApollo(
  schema: GraphQLSchema,
  report: (error: unknown) => void,
  remember: Remember,
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
      rememberValid(remember),
    ],
  })
}
