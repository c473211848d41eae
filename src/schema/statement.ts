import { ID } from 'type-graphql'
import { Interface, Property } from './decorators.ts'
import { declareEnum } from './enums.ts'
import { DateScalar, DateTimeScalar } from './scalars.ts'

export const Basis = declareEnum('Basis', 'On what ground a statement stands.', {
  NAMED_IN_TEXT: 'The source says so in the words quoted.',
  BY_LAW: 'A legal act says so.',
  CURATED: 'An editor says so, from a named source.',
  INFERRED: 'A named rule concludes it from other statements.',
})

export const Rank = declareEnum('Rank', 'How a statement stands among its rivals.', {
  PREFERRED: 'The best of its rivals, with the reason.',
  NORMAL: 'Neither preferred nor set aside.',
  DEPRECATED: 'Known to be wrong or replaced, kept with the reason.',
})

export const RankFilter = declareEnum('RankFilter', 'Which statements are shown, by their rank.', {
  BEST: 'Those that are preferred or normal; what is set aside is left out unless a filter names its rank.',
  ALL: 'All of them, those that are set aside with the rest.',
})

export const Confidence = declareEnum('Confidence', 'How sure the editor is.', {
  HIGH: 'Directly supported by the source.',
  MEDIUM: 'Supported, with a step of judgement.',
  LOW: 'Plausible, weakly supported.',
})

/** What every relationship of the graph carries, since every relationship is a statement of some source. */
@Interface({
  iri: 'prov:Entity',
  description: 'What a source says: every relationship has its basis, source, words, rank and two times.',
})
export abstract class Statement {
  @Property(() => ID, {
    iri: 'dcterms:identifier',
    description:
      'Identifies this version of the statement: a key made from its ends and role, `@`, the revision that recorded it.',
    required: true,
    derived: true,
  })
  id!: string

  @Property(() => Basis, { iri: 'pacta:basis', description: 'On what ground it stands.', required: true })
  basis!: keyof typeof Basis

  @Property(() => String, {
    iri: 'prov:hadPrimarySource',
    description: 'Where it is written: a URL, or the id of a passage, document or rule.',
    required: true,
  })
  source!: string

  @Property(() => String, { iri: 'oa:exact', description: 'The words of the source, verbatim.' })
  quote?: string

  @Property(() => String, { iri: 'rdfs:comment', description: 'Why the editor says so.' })
  note?: string

  @Property(() => Confidence, { iri: 'pacta:confidence', description: 'How sure the editor is.' })
  confidence?: keyof typeof Confidence

  @Property(() => Rank, { iri: 'pacta:rank', description: 'How it stands among its rivals.', required: true })
  rank!: keyof typeof Rank

  @Property(() => String, { iri: 'pacta:rankReason', description: 'Why it is ranked so; given unless the rank is NORMAL.' })
  rankReason?: string

  @Property(() => DateScalar, {
    iri: 'pacta:validFrom',
    description: 'First day on which it held in the world; none when unknown or always.',
    partial: true,
  })
  validFrom?: string

  @Property(() => DateScalar, {
    iri: 'pacta:validTo',
    description:
      'First day on which it no longer held (half-open), so a month or a year names its first day; none when it still holds or the end is unknown.',
    partial: true,
  })
  validTo?: string

  @Property(() => DateTimeScalar, {
    iri: 'prov:generatedAtTime',
    description: 'When the graph first said so.',
    required: true,
    derived: true,
  })
  recordedAt!: string

  @Property(() => DateTimeScalar, {
    iri: 'prov:invalidatedAtTime',
    description: 'When the graph stopped saying so; none while it does.',
    derived: true,
  })
  supersededAt?: string
}
