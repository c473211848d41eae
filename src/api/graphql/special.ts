import { Field, Int, ObjectType } from 'type-graphql'
import { Commitment } from '../../schema/commitment.ts'
import { Entity } from '../../schema/entity.ts'
import { HandlerRole, Institution } from '../../schema/institution.ts'
import { LegalInstrument } from '../../schema/legalInstrument.ts'
import { Passage } from '../../schema/passage.ts'
import { DateTimeScalar } from '../../schema/scalars.ts'
import { Statement } from '../../schema/statement.ts'
import { declareConnection } from './connections.ts'
import { declareObject, makeClass, type TypeClass } from './declare.ts'

/** The state of the graph that an answer was given from. */
@ObjectType({ description: 'The state of the graph: every write makes one revision.', simpleResolvers: true })
export class Revision {
  @Field(() => Int, { description: 'Its number, from 1 without gaps; 0 while nothing was written.' })
  number!: number

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was written; none while nothing was.' })
  at?: string
}

/** Declares the types of the root fields that ask more than one node type: paths, neighbourhoods, hits and handlings. */
export function declareSpecial(relationship: TypeClass): Record<'path' | 'neighbourhood' | 'hits' | 'handlings', TypeClass> {
  const graph = {
    nodes: { type: () => [Entity] as [typeof Entity], description: 'The nodes.' },
    relationships: { type: () => [relationship] as [TypeClass], description: 'The relationships between them.' },
  }
  const path = declareObject(makeClass('Path'), 'A way from one node to another.', {
    length: { type: () => Int, description: 'How many relationships it follows.' },
    ...graph,
  })
  const neighbourhood = declareObject(makeClass('Neighbourhood'), 'The nodes around one node, and what lies between them.', graph)
  const hits = declareConnection('Search', () => Entity, 'An entity whose words match.', {
    score: {
      type: () => Number as never,
      description:
        'How well its names match, from 1 to 100: 100 when one of them is what was asked for, at least 60 when one begins with it, at least 20 when one holds all the words, 19 when they hold all of them in some form, less when they hold some, and 1 when only its texts hold any. Nothing else in the graph plays a part.',
    },
  })
  const handling = declareObject(
    makeClass('Handling'),
    'One answer to "who handles which obligation": a statement with its body, law and words.',
    {
      institution: { type: () => Institution, description: 'The body that handles the commitment.' },
      role: { type: () => HandlerRole, description: 'What part it has.' },
      commitment: { type: () => Commitment, description: 'The commitment.' },
      legalBasis: {
        type: () => [LegalInstrument],
        description: 'The law on which the commitment rests and the acts that govern the body, on the date asked for.',
      },
      passage: {
        type: () => Passage,
        nullable: true,
        description: 'The passage that says so, or else the first that states the commitment.',
      },
      passages: { type: () => [Passage], description: 'All passages that state the commitment.' },
      rivals: { type: () => [relationship], description: 'Other statements on the same body and commitment.' },
    },
    [Statement],
  )
  const handlings = declareConnection('Handling', () => handling, 'One answer.')
  return { path, neighbourhood, hits, handlings }
}
