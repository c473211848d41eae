import { Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'
import { declareEnum } from './enums.ts'
import { Event } from './event.ts'
import { InformationSystem } from './informationSystem.ts'
import { Institution } from './institution.ts'
import { LegalInstrument } from './legalInstrument.ts'
import { Passage } from './passage.ts'
import { Assessment, Progress } from './progressReport.ts'
import { DateScalar } from './scalars.ts'
import { Theme } from './theme.ts'

export const Strength = declareEnum('CommitmentStrength', 'How firmly the words bind those who say them.', {
  PLEDGE: 'A firm undertaking to do it.',
  CONTINUE: 'To go on with what is done already.',
  EFFORT: 'To work towards it.',
  EXPLORE: 'To reflect on it.',
  SUPPORT: 'To support what others do.',
  CALL_ON_OTHERS: 'A call on others to act; no duty of the speaker.',
})

export const Timeliness = declareEnum('Timeliness', 'How a commitment stands to its deadline on the date asked for.', {
  NO_DEADLINE: 'The text sets none.',
  NOT_DUE: 'The deadline is still to come and nothing was delivered.',
  ON_TIME: 'Delivered by the deadline.',
  LATE: 'Delivered after the deadline.',
  OVERDUE: 'The deadline has passed and no evidence shows delivery.',
})

export const ConcernAspect = declareEnum('ConcernAspect', 'In what respect a commitment concerns an instrument or a system.', {
  LEGAL_BASIS: 'The law on which it rests.',
  SUBJECT: 'What it is about.',
  REALISED_BY: 'The later act or system that carried it out.',
})

export const MakerCapacity = declareEnum('MakerCapacity', 'As what a body makes a commitment.', {
  PARTY: 'A party to the document.',
  CO_ACTOR: 'A third party with whom it is made.',
})

export const CodedAspect = declareEnum('CodedAspect', 'What of a commitment editors can have finished coding.', {
  HANDLERS: 'Who handles it.',
  LEGAL_BASIS: 'The law on which it rests.',
  PROGRESS: 'What became of it.',
})

class Concerns {
  @Property(() => ConcernAspect, { iri: 'pacta:aspect', description: 'In what respect it is concerned.', required: true })
  aspect!: keyof typeof ConcernAspect
}

class MadeBy {
  @Property(() => MakerCapacity, { iri: 'pacta:capacity', description: 'As what it makes the commitment.', required: true })
  capacity!: keyof typeof MakerCapacity
}

@Node({
  iri: 'odrl:Duty',
  lookup: 'commitment',
  list: 'commitments',
  colour: '#F79767',
  named: true,
  implements: Entity,
  description: 'One undertaking in a published text; a paragraph may hold several.',
})
export class Commitment extends Entity {
  @Property(() => String, { iri: 'schema:text', description: 'The undertaking as written.', required: true, searched: true })
  text!: string

  @Property(() => String, { iri: 'pacta:verbAsWritten', description: 'The words that commit, as written.', required: true })
  verbAsWritten!: string

  @Property(() => Strength, { iri: 'pacta:strength', description: 'How firmly the words bind.', required: true, indexed: true })
  strength!: keyof typeof Strength

  @Property(() => Boolean, {
    iri: 'pacta:verifiable',
    description: 'Whether it can be decided from its words whether it was done.',
    required: true,
  })
  verifiable!: boolean

  @Property(() => DateScalar, { iri: 'pacta:deadline', description: 'The last day by which it is to be done.', indexed: true })
  deadline?: string

  @Property(() => String, { iri: 'pacta:deadlineAsWritten', description: 'The words of the deadline.' })
  deadlineAsWritten?: string

  @Property(() => String, {
    iri: 'dcterms:abstract',
    description: 'What is undertaken, in one sentence.',
    translated: true,
    searched: true,
  })
  summary?: string

  @Property(() => [CodedAspect], {
    iri: 'pacta:coded',
    description: 'What editors have finished coding of it: what is missing there is not known, elsewhere only not coded yet.',
  })
  coded!: (keyof typeof CodedAspect)[]

  @Property(() => Progress, {
    iri: 'pacta:progress',
    description: 'How far it has come on the date asked for, by the latest report that says so.',
    required: true,
    computed: true,
  })
  progress!: keyof typeof Progress

  @Property(() => Assessment, {
    iri: 'pacta:assessment',
    description: 'Whether it was fulfilled, by the latest report that says so.',
    required: true,
    computed: true,
  })
  assessment!: keyof typeof Assessment

  @Property(() => Timeliness, {
    iri: 'pacta:timeliness',
    description: 'How it stands to its deadline on the date asked for.',
    required: true,
    computed: true,
  })
  timeliness!: keyof typeof Timeliness

  @Relationship(() => [Passage], {
    type: 'STATED_IN',
    iri: 'prov:wasQuotedFrom',
    description: 'The passages that hold its words.',
    reverse: { name: 'commitments', description: 'The commitments stated in this passage.' },
  })
  statedIn!: Passage[]

  @Relationship(() => [Institution], {
    type: 'MADE_BY',
    crowded: ['to'],
    iri: 'odrl:assigner',
    description: 'Who made the commitment.',
    properties: MadeBy,
    reverse: { name: 'commitmentsMade', description: 'The commitments that it made.' },
  })
  madeBy!: Institution[]

  @Relationship(() => [LegalInstrument], {
    type: 'CONCERNS',
    crowded: ['to'],
    iri: 'dcterms:subject',
    description: 'Legal instruments that it rests on, is about, or was carried out by.',
    properties: Concerns,
    shortcut: 'instrument',
    reverse: { name: 'commitments', description: 'Commitments that rest on it, are about it, or are carried out by it.' },
  })
  instruments!: LegalInstrument[]

  @Relationship(() => [InformationSystem], {
    type: 'CONCERNS',
    crowded: ['to'],
    iri: 'dcterms:subject',
    description: 'Information systems that it is about or was carried out by.',
    properties: Concerns,
    shortcut: 'informationSystem',
    reverse: { name: 'commitments', description: 'Commitments that concern it.' },
  })
  informationSystems!: InformationSystem[]

  @Relationship(() => [Event, Commitment], {
    type: 'FOLLOWS_UP',
    iri: 'prov:wasInformedBy',
    description: 'The earlier event or commitment that it carries on.',
    reverse: { name: 'followedUpBy', description: 'Later commitments that carry it on.' },
  })
  followsUp!: Entity[]

  @Relationship(() => [Commitment], {
    type: 'RESTATES',
    iri: 'skos:closeMatch',
    description: 'The earlier commitment whose words it repeats.',
    reverse: { name: 'restatedBy', description: 'Later commitments that repeat its words.' },
  })
  restates!: Commitment[]

  @Relationship(() => [Theme], {
    type: 'ABOUT',
    crowded: ['to'],
    carries: { from: ['deadline'] },
    iri: 'schema:about',
    description: 'What it is about.',
    shortcut: 'theme',
    reverse: { name: 'commitments', description: 'Commitments about this theme.' },
  })
  themes!: Theme[]
}
