import type { GraphQLFieldResolver } from 'graphql'

/** A field's value lies in the answer of its root field under its response key, so that two aliases never meet. */
export const resolveByKey: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) =>
  source[info.path.key]
