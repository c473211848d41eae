import { Field, InputType } from 'type-graphql'
import { DateScalar } from '../../schema/scalars.ts'

/** The date that an answer is wanted for. */
@InputType({ description: 'The date that an answer is wanted for; today when it is left out.' })
export class AsOf {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day in the world: statements that held on it. A statement holds from validFrom up to, not with, validTo.',
  })
  validAt?: string
}
