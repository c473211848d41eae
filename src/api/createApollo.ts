import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { formatError } from './errors.ts'
import type { Answering } from './graphql/root.ts'
import { limitOperation, limits } from './limits.ts'

/** A field's value lies in the answer of its root field under its response key, so that two aliases never meet. */
export const resolveByKey: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) =>
  source[info.path.key]

/** The GraphQL server without its HTTP: limits, masking of errors, and no feature that is not used. */
export function createApollo(schema: GraphQLSchema, report: (error: unknown) => void): ApolloServer<Answering> {
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
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  })
}
