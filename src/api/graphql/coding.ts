import { ID, Int } from 'type-graphql'
import { declareEnum } from '../../schema/enums.ts'
import { DateTimeScalar } from '../../schema/scalars.ts'
import { declareConnection, idArgument, pageArguments } from './connections.ts'
import { declareInput, declareObject, type FieldDeclaration, makeClass, type TypeClass } from './declare.ts'

/** The types of what coders propose, and the root fields that show them. */
export interface CodingDeclaration {
  readonly proposal: TypeClass
  readonly fields: Readonly<Record<string, FieldDeclaration>>
}

/** The most rows on a page of proposals or disagreements. */
export const largestCodingPage = 1000

/** Declares proposals, agreement and disagreements. */
export function declareCoding(): CodingDeclaration {
  const statuses = declareEnum('ProposalStatus', 'What became of a proposal.', {
    OPEN: 'Nobody has decided on it.',
    ACCEPTED: 'It is in the graph.',
    REJECTED: 'It was set aside, for a reason.',
  })
  const proposal = declareObject(
    makeClass('Proposal'),
    'What a coder proposes: a statement, or a value of a property. Readers do not see it.',
    {
      id: { type: () => ID, description: 'Identifies it: made from the coder and what is proposed.' },
      coder: { type: () => String, description: 'Who coded it.' },
      field: { type: () => String, description: 'What is coded: `HANDLES.role`, `Commitment.strength`.' },
      unit: { type: () => String, description: 'What has the field: the ids of both ends of the statement, or of the entity.' },
      about: { type: () => ID, description: 'The commitment that it is about, or else the entity.' },
      value: { type: () => String, description: 'What the coder says of the field there.' },
      input: { type: () => String, description: 'All that is proposed, as JSON.' },
      status: { type: () => statuses, description: 'What became of it.' },
      proposedAt: { type: () => DateTimeScalar, description: 'When it was proposed.' },
      proposedBy: { type: () => ID, description: 'The caller that sent it.' },
      decidedAt: { type: () => DateTimeScalar, nullable: true, description: 'When it was accepted or rejected.' },
      decidedBy: { type: () => String, nullable: true, description: 'Who decided.' },
      note: { type: () => String, nullable: true, description: 'Why it was decided so.' },
      revision: { type: () => Int, nullable: true, description: 'The revision that it was accepted in.' },
    },
  )
  const agreement = declareObject(makeClass('Agreement'), 'How far coders agree on one field.', {
    field: { type: () => String, description: 'The field: `HANDLES.role`.' },
    alpha: {
      type: () => Number as never,
      nullable: true,
      description:
        "Krippendorff's alpha for nominal values: 1 is full agreement, 0 that of chance; null when nothing can be said.",
    },
    units: { type: () => Int, description: 'How many units at least two coders coded.' },
    pairs: { type: () => Int, description: 'How many pairs of values were compared.' },
    coders: { type: () => [String], description: 'Who coded it.' },
  })
  const coding = declareObject(makeClass('UnitCoding'), 'What one coder said of a unit.', {
    coder: { type: () => String, description: 'Who.' },
    value: { type: () => String, description: 'What; `NOT_SAID` when the coder coded the field there and left this out.' },
    proposals: { type: () => [proposal], description: 'The proposals that say so.' },
  })
  const disagreement = declareObject(makeClass('Disagreement'), 'A unit of which coders say different things.', {
    field: { type: () => String, description: 'The field: `HANDLES.role`.' },
    unit: { type: () => String, description: 'What has the field.' },
    about: { type: () => ID, description: 'The commitment that it is about, or else the entity.' },
    codings: { type: () => [coding], description: 'What each coder says.' },
  })
  const filter = declareInput(makeClass('ProposalFilter'), 'Conditions on a proposal; all that are given must hold.', {
    status: { type: () => statuses, description: 'What became of it.' },
    coder: { type: () => String, description: 'Who coded it.' },
    about: { type: () => ID, description: 'The commitment or entity that it is about.' },
    document: { type: () => ID, description: 'The document in which the commitment is stated.' },
  })
  const page = pageArguments(100, largestCodingPage)
  const document = idArgument('Only commitments that are stated in this document.')
  const fields: Record<string, FieldDeclaration> = {
    proposals: {
      type: () => declared.proposals,
      description: 'What coders propose. Takes the scope write.',
      arguments: { filter: { type: () => filter, description: 'Conditions; all that are given must hold.' }, ...page },
    },
    agreement: {
      type: () => [agreement],
      description: 'How far coders agree, field by field. Takes the scope write.',
      arguments: { document, about: idArgument('Only what is about this commitment or entity.') },
    },
    disagreements: {
      type: () => declared.disagreements,
      description: 'What coders say differently, as long as one of the proposals is open. Takes the scope write.',
      arguments: { document, ...page },
    },
  }
  const declared = {
    proposals: declareConnection('Proposal', () => proposal, 'A proposal.'),
    disagreements: declareConnection('Disagreement', () => disagreement, 'A disagreement.'),
  }
  return { proposal, fields }
}
