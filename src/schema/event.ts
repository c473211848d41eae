import { Commitment } from './commitment.ts'
import { Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'
import { declareEnum } from './enums.ts'
import { Place } from './place.ts'
import { DateScalar } from './scalars.ts'

export const EventKind = declareEnum('EventKind', 'The kind of an event.', {
  ATTACK: 'An attack.',
  CONFERENCE: 'A conference.',
  MEETING: 'A meeting or summit.',
  SIGNATURE: 'The signature of a text.',
  AGREEMENT: 'A political agreement.',
  LEGISLATIVE_STEP: 'A step of a legislative procedure.',
  JUDGMENT: 'A judgment of a court.',
  SYSTEM_START: 'A system going into operation.',
  BODY_CREATED: 'A body coming into being.',
  BODY_DISSOLVED: 'A body ceasing to be.',
  OPERATION: 'An operation of police or justice.',
  REPATRIATION: 'A repatriation.',
  DEADLINE: 'A deadline or a day of application.',
  OTHER: 'Another event.',
})

@Node({
  iri: 'schema:Event',
  lookup: 'event',
  list: 'events',
  colour: '#F16667',
  named: true,
  implements: Entity,
  description: 'Something that happened on a date: an attack, a conference, a meeting, a signature.',
})
export class Event extends Entity {
  @Property(() => EventKind, { iri: 'dcterms:type', description: 'What kind of event it is.', required: true, indexed: true })
  kind!: keyof typeof EventKind

  @Property(() => DateScalar, {
    iri: 'schema:startDate',
    description: 'Its first day.',
    required: true,
    indexed: true,
    partial: 'datePrecision',
  })
  startDate!: string

  @Property(() => DateScalar, { iri: 'schema:endDate', description: 'Its last day, when it has several.', partial: true })
  endDate?: string

  @Relationship(() => [Commitment], {
    type: 'TRIGGERED',
    crowded: ['from'],
    iri: 'pacta:triggered',
    description: 'The commitments made in response to it.',
    reverse: { name: 'triggeredBy', description: 'The events in response to which it was made.', shortcut: 'trigger' },
  })
  triggered!: Commitment[]

  @Relationship(() => [Place], {
    type: 'LOCATED_IN',
    crowded: ['to'],
    iri: 'schema:location',
    description: 'Where it happened.',
    reverse: { name: 'events', description: 'What happened there.' },
  })
  locatedIn!: Place[]
}
