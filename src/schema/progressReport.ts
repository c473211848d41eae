import { Commitment } from './commitment.ts'
import { Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'
import { declareEnum } from './enums.ts'
import { DateScalar } from './scalars.ts'

export const Progress = declareEnum('Progress', 'How far a commitment has come.', {
  NOT_STARTED: 'Nothing shows that it was begun.',
  IN_PROGRESS: 'It was begun.',
  DELIVERED: 'What was promised was done.',
  STALLED: 'It was begun and has stopped.',
  ABANDONED: 'It was given up.',
  SUPERSEDED: 'Another commitment took its place.',
})

export const Assessment = declareEnum('Assessment', 'Whether a commitment was fulfilled, in the judgement of a named assessor.', {
  FULFILLED: 'It was fulfilled.',
  PARTIALLY_FULFILLED: 'It was fulfilled in part.',
  NOT_FULFILLED: 'It was not fulfilled.',
  NO_EVIDENCE: 'Evidence was looked for and not found.',
  UNVERIFIABLE: 'Its words do not allow a judgement.',
  NOT_ASSESSED: 'Nobody has assessed it yet.',
})

export const EvidenceKind = declareEnum('EvidenceKind', 'What kind of evidence a report gives.', {
  EVENT_HELD: 'A meeting or event took place.',
  LAW_ADOPTED: 'A law or decision was adopted or published.',
  LAW_APPLIED: 'A law entered into force or began to apply.',
  BUDGET_ALLOCATED: 'Money was given.',
  NEW_PROGRAMME: 'A programme, body or system was set up.',
  SYSTEM_STARTED: 'A system went into operation.',
  REAFFIRMATION: 'The intention was repeated in words.',
  REVIEW: 'A review or statistic was published.',
  SETBACK: 'Something delayed or undid it.',
  NOTHING_FOUND: 'Evidence was looked for in the places named, and not found.',
})

@Node({
  iri: 'schema:Report',
  lookup: 'progressReport',
  list: 'progressReports',
  colour: '#569480',
  implements: Entity,
  description: 'Dated, sourced evidence of what became of a commitment.',
})
export class ProgressReport extends Entity {
  @Property(() => DateScalar, {
    iri: 'dcterms:date',
    description: 'The day to which the evidence refers, or on which it was looked for.',
    required: true,
    indexed: true,
    partial: true,
  })
  date!: string

  @Property(() => EvidenceKind, { iri: 'dcterms:type', description: 'What kind of evidence it is.', required: true })
  kind!: keyof typeof EvidenceKind

  @Property(() => String, { iri: 'schema:url', description: 'Where it is written; none when nothing was found.' })
  url?: string

  @Property(() => [String], {
    iri: 'pacta:searchedIn',
    description: 'Where evidence was looked for and not found: addresses, or places in words.',
  })
  searchedIn!: string[]

  @Property(() => String, {
    iri: 'schema:text',
    description: 'What happened, or what was looked for.',
    required: true,
    searched: true,
  })
  text!: string

  @Property(() => Progress, { iri: 'pacta:progress', description: 'How far the commitment had come, when the report says so.' })
  progress?: keyof typeof Progress

  @Property(() => Assessment, { iri: 'pacta:assessment', description: 'The judgement, when the report gives one.' })
  assessment?: keyof typeof Assessment

  @Relationship(() => [Commitment], {
    type: 'REPORTS_ON',
    iri: 'schema:about',
    description: 'The commitments that it is evidence on.',
    reverse: { name: 'progressReports', description: 'The evidence of what became of it.' },
  })
  reportsOn!: Commitment[]
}
