import { ID, Int } from 'type-graphql'
import { largestRootPage } from '../../plan/planConnection.ts'
import { Claim } from '../../schema/claim.ts'
import { Commitment } from '../../schema/commitment.ts'
import { DisputeKind } from '../../schema/dispute.ts'
import { Entity } from '../../schema/entity.ts'
import { GapKind } from '../../schema/gaps.ts'
import { Statement } from '../../schema/statement.ts'
import { declareConnection, idArgument, pageArguments } from './connections.ts'
import { type ArgumentDeclaration, declareObject, type FieldDeclaration, makeClass, type TypeClass } from './declare.ts'
import { usualPage } from './nodes.ts'

/** Declares the root fields that say what is late, in dispute or not known. */
export function declareAccountability(
  classes: ReadonlyMap<string, TypeClass>,
  asOf: ArgumentDeclaration,
): Record<string, FieldDeclaration> {
  const page = { ...pageArguments(usualPage, largestRootPage), asOf }
  const commitments = (name: string, description: string) => declareConnection(name, () => Commitment, description)
  const gaps = commitments('Gap', 'A commitment of which this is not known.')
  const overdue = commitments('Overdue', 'A commitment that is overdue.')
  const dispute = declareDispute()
  const disputes = declareConnection('Dispute', () => dispute, 'A property of which sources say different things.')
  const coverage = declareCoverage(classes)
  return {
    gaps: {
      type: () => gaps,
      description: 'The commitments of which something is not known, by what it is.',
      arguments: { kind: { type: () => GapKind, description: 'What is not known.', required: true }, ...page },
    },
    overdue: {
      type: () => overdue,
      description:
        'The commitments whose deadline has passed on the date asked for and of which no evidence shows delivery, by deadline.',
      arguments: page,
    },
    disputes: {
      type: () => disputes,
      description: 'The properties of which sources say different things, each with what every source says.',
      arguments: {
        kind: { type: () => DisputeKind, description: 'Only disputes of this kind.' },
        entity: idArgument('Only of the entity with this id.'),
        ...page,
      },
    },
    coverage: {
      type: () => coverage,
      description: 'How much is known: commitments and their gaps, in all and by document, theme and institution.',
      arguments: { asOf },
    },
  }
}

function declareDispute(): TypeClass {
  const claim = declareObject(
    makeClass('DisputedClaim'),
    'What one source says in a dispute, with its rank and the reason for it.',
    {
      claim: { type: () => Claim, description: 'The claim.' },
      value: { type: () => String, description: 'The value claimed, as text; dates in ISO 8601.' },
      claimedBy: { type: () => String, description: 'Who claims it: the id of a document, or a URL.' },
    },
    [Statement],
  )
  return declareObject(makeClass('Dispute'), 'A property of an entity of which sources say different things.', {
    id: { type: () => ID as never, description: 'Identifies it: the entity and the property.' },
    kind: { type: () => DisputeKind, description: 'In what they differ.' },
    entity: { type: () => Entity, description: 'The entity.' },
    property: { type: () => String, description: 'The property.' },
    value: { type: () => String, nullable: true, description: 'The value of the preferred claim; none where none is preferred.' },
    claims: { type: () => [claim], description: 'What each source says, the best-ranked first.' },
  })
}

function declareCoverage(classes: ReadonlyMap<string, TypeClass>): TypeClass {
  const count = declareObject(makeClass('GapCount'), 'How many commitments have a kind of gap.', {
    kind: { type: () => GapKind, description: 'What is not known.' },
    count: { type: () => Int, description: 'How many commitments.' },
  })
  const counts: Record<string, FieldDeclaration> = {
    commitments: { type: () => Int, description: 'How many commitments there are.' },
    gaps: { type: () => [count], description: 'How many of them have each kind of gap.' },
  }
  const group = (name: string, field: string, what: string): TypeClass =>
    declareObject(makeClass(`${name}Coverage`), `How much is known of the commitments of one ${what}.`, {
      [field]: { type: () => classes.get(name)!, description: `The ${what}.` },
      ...counts,
    })
  const documents = group('Document', 'document', 'document')
  const themes = group('Theme', 'theme', 'theme')
  const institutions = group('Institution', 'institution', 'institution')
  return declareObject(makeClass('Coverage'), 'How much is known of the commitments.', {
    ...counts,
    documents: { type: () => [documents], description: 'By the document that states them.' },
    themes: { type: () => [themes], description: 'By theme.' },
    institutions: { type: () => [institutions], description: 'By the institution that handles them.' },
  })
}
