import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { GivenChanges } from './changesRequest.ts'

/** What the subscription needs of its context: something that follows the changes. */
export type Following = {
  readonly follow: (given: GivenChanges) => AsyncGenerator<unknown, void, undefined>
}

/** The schema with a subscription to changes beside the root field of the same name, which takes the same arguments. */
export function addSubscription(schema: GraphQLSchema): GraphQLSchema {
  const { changes } = schema.getQueryType()!.toConfig().fields
  const { first: _, ...args } = changes!.args!
  const subscription = new GraphQLObjectType<unknown, Following>({
    name: 'Subscription',
    description: 'What is sent when it happens, as Server-Sent Events from `/graphql/stream`.',
    fields: {
      changes: {
        type: new GraphQLNonNull(schema.getType('Change') as GraphQLObjectType),
        description:
          'Every change after the cursor or revision given, from the first when none is given, then each as it is written.',
        args,
        subscribe: (_source, given: GivenChanges, context) => context.follow(given),
        resolve: change => change,
      },
    },
  })
  return new GraphQLSchema({ ...schema.toConfig(), subscription })
}
