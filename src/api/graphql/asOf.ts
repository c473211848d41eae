import { Field, InputType } from 'type-graphql'
import { DateScalar, DateTimeScalar } from '../../schema/scalars.ts'

/** The two times that an answer is wanted for. */
@InputType({ description: 'The times that an answer is wanted for: the present when they are left out.' })
export class AsOf {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day in the world: statements that held on it. A statement holds from validFrom up to, not with, validTo.',
  })
  validAt?: string

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The instant whose knowledge is wanted: what the graph said then, to the millisecond. Without `validAt`, the day in the world is that of the instant in UTC.',
  })
  knownAt?: string
}
