import { Commitment } from './commitment.ts'
import { Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'
import { declareEnum } from './enums.ts'
import { Event } from './event.ts'
import { InformationSystem } from './informationSystem.ts'
import { Place } from './place.ts'
import { DateScalar } from './scalars.ts'

export const InstitutionKind = declareEnum('InstitutionKind', 'The kind of a body.', {
  GOVERNMENT: 'The government of a state.',
  MINISTRY: 'A ministry or federal public service.',
  OFFICE: 'An office or unit of an authority.',
  AGENCY: 'A national agency or authority.',
  SERVICE: 'A service of a state, such as an intelligence service.',
  POLICE: 'A police force or one of its directorates.',
  PROSECUTION: 'A prosecution service.',
  COURT: 'A court.',
  PRISON_ADMINISTRATION: 'A prison administration or one of its services.',
  EU_INSTITUTION: 'An institution of the European Union.',
  EU_AGENCY: 'An agency of the European Union.',
  EU_BODY: 'Another body or unit of the European Union.',
  INTERNATIONAL_ORGANISATION: 'An organisation of states.',
  NETWORK: 'A network of bodies.',
  BILATERAL_BODY: 'A body of two states.',
  FORUM: 'A regular meeting, task force or working group.',
  CLASS: 'A class of bodies named only by what they are, such as "prison administrations".',
})

export const HandlerRole = declareEnum('HandlerRole', 'What part a body has in handling a commitment.', {
  LEAD: 'Leads the work.',
  CO_LEAD: 'Leads it together with others.',
  OPERATOR: 'Runs the operation or the system.',
  CHANNEL: 'The body through which it is done ("via").',
  SUPPORT: 'Supports it.',
  CONSULTED: 'Is consulted.',
  ADDRESSEE: 'Is asked to act.',
  SUPERVISOR: 'Supervises it.',
})

class Handles {
  @Property(() => HandlerRole, { iri: 'org:role', description: 'What part it has.', required: true })
  role!: keyof typeof HandlerRole
}

@Node({
  iri: 'org:Organization',
  lookup: 'institution',
  list: 'institutions',
  colour: '#8DCC93',
  named: true,
  implements: Entity,
  description: 'A government, ministry, agency, service, court, EU body or forum, or a class of bodies.',
})
export class Institution extends Entity {
  @Property(() => InstitutionKind, {
    iri: 'org:classification',
    description: 'What kind of body it is.',
    required: true,
    indexed: true,
  })
  kind!: keyof typeof InstitutionKind

  @Property(() => String, { iri: 'schema:alternateName', description: 'Its acronym.', searched: true })
  acronym?: string

  @Property(() => String, { iri: 'schema:identifier', description: 'Its Wikidata item: `Q207203`.' })
  wikidata?: string

  @Property(() => String, { iri: 'dcterms:identifier', description: 'Its code in the corporate-body authority table of the EU.' })
  authorityCode?: string

  @Property(() => DateScalar, { iri: 'schema:foundingDate', description: 'The day it came into being.', partial: true })
  dateFounded?: string

  @Property(() => DateScalar, { iri: 'schema:dissolutionDate', description: 'The day it ceased to be.', partial: true })
  dateDissolved?: string

  @Relationship(() => [Commitment], {
    type: 'HANDLES',
    crowded: ['from'],
    carries: { to: ['deadline'] },
    iri: 'pacta:handles',
    description: 'The commitments that it handles, each with its role.',
    properties: Handles,
    reverse: { name: 'handledBy', description: 'The bodies that handle it, each with its role.' },
  })
  obligations!: Commitment[]

  @Relationship(() => [InformationSystem], {
    type: 'OPERATES',
    iri: 'pacta:operates',
    description: 'The information systems that it runs, or is charged by law to run.',
    reverse: { name: 'operatedBy', description: 'The bodies that run it, or are charged by law to.' },
  })
  operates!: InformationSystem[]

  @Relationship(() => [Institution], {
    type: 'PART_OF',
    crowded: ['to'],
    iri: 'org:subOrganizationOf',
    description: 'The larger bodies that it belongs to.',
    reverse: { name: 'parts', description: 'The bodies that belong to it.' },
  })
  partOf!: Institution[]

  @Relationship(() => [Institution], {
    type: 'SUCCEEDED_BY',
    iri: 'org:changedBy',
    description: 'The bodies that took its place.',
    reverse: { name: 'predecessors', description: 'The bodies whose place it took.' },
  })
  successors!: Institution[]

  @Relationship(() => [Place], {
    type: 'LOCATED_IN',
    crowded: ['to'],
    iri: 'schema:location',
    description: 'Where it is, or which country it belongs to.',
    reverse: { name: 'institutions', description: 'The bodies located there.' },
  })
  locatedIn!: Place[]

  @Relationship(() => [Event], {
    type: 'PARTICIPATED_IN',
    crowded: ['from', 'to'],
    iri: 'schema:performerIn',
    description: 'The events that it took part in.',
    reverse: { name: 'participants', description: 'Who took part.' },
  })
  participatedIn!: Event[]
}
