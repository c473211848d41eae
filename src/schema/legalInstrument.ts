import { Computed, Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'
import { declareEnum } from './enums.ts'
import { InformationSystem } from './informationSystem.ts'
import { Institution } from './institution.ts'
import { DateScalar } from './scalars.ts'

export const InstrumentKind = declareEnum('InstrumentKind', 'The kind of a legal or political instrument.', {
  REGULATION: 'A regulation of the European Union.',
  DIRECTIVE: 'A directive of the European Union.',
  DECISION: 'A decision of the European Union or its Council.',
  FRAMEWORK_DECISION: 'A framework decision of the Council.',
  IMPLEMENTING_ACT: 'An implementing or delegated act.',
  RECOMMENDATION: 'A recommendation.',
  CONCLUSIONS: 'Conclusions of the Council.',
  PROPOSAL: 'A proposal of the Commission.',
  TREATY: 'A treaty between states.',
  AGREEMENT: 'Another international agreement.',
  NATIONAL_LAW: 'A law of a state.',
  NATIONAL_DECREE: 'A decree of a state.',
  NATIONAL_INSTRUCTION: 'An instruction or circular of a state.',
})

class Amends {
  @Property(() => [String], {
    iri: 'pacta:provisions',
    description: 'The provisions that it amends: `Article 4`; none when the whole act or not known.',
  })
  provisions!: string[]
}

class Repeals {
  @Property(() => [String], {
    iri: 'pacta:provisions',
    description: 'The provisions that it repeals: `Article 20`; none when it repeals the act, but for `exceptProvisions`.',
  })
  provisions!: string[]

  @Property(() => [String], {
    iri: 'pacta:exceptProvisions',
    description: 'The provisions that this repeal leaves in force.',
  })
  exceptProvisions!: string[]
}

@Node({
  iri: 'eli:LegalResource',
  lookup: 'instrument',
  list: 'instruments',
  colour: '#C990C0',
  named: true,
  implements: Entity,
  description: 'A regulation, directive, decision, proposal, treaty or agreement, with its dates kept apart.',
})
export class LegalInstrument extends Entity {
  @Property(() => InstrumentKind, {
    iri: 'eli:type_document',
    description: 'What kind of act it is.',
    required: true,
    indexed: true,
  })
  kind!: keyof typeof InstrumentKind

  @Property(() => String, {
    iri: 'eli:id_local',
    description: 'Its CELEX number: `32016L0681`.',
    unique: true,
    searched: true,
  })
  celex?: string

  @Property(() => String, { iri: 'eli:uri_schema', description: 'Its European Legislation Identifier.' })
  eli?: string

  @Property(() => String, { iri: 'eli:title', description: 'Its full title.', translated: true, searched: true })
  title?: string

  @Property(() => String, { iri: 'eli:published_in', description: 'Where it was published.' })
  officialJournal?: string

  @Property(() => String, { iri: 'dcterms:references', description: 'The number of its legislative procedure.' })
  procedure?: string

  @Property(() => DateScalar, { iri: 'eli:date_document', description: 'The day it was adopted or signed.', indexed: true })
  dateDocument?: string

  @Property(() => DateScalar, { iri: 'eli:date_publication', description: 'The day it was published.' })
  datePublication?: string

  @Property(() => DateScalar, {
    iri: 'eli:first_date_entry_in_force',
    description: 'The day it entered into force or took effect.',
    indexed: true,
  })
  dateEntryIntoForce?: string

  @Property(() => DateScalar, { iri: 'eli:date_applicability', description: 'The day from which it applies.' })
  dateApplicability?: string

  @Property(() => DateScalar, {
    iri: 'pacta:dateTranspositionDeadline',
    description: 'The day by which states were to transpose it.',
  })
  dateTranspositionDeadline?: string

  @Property(() => DateScalar, { iri: 'eli:date_no_longer_in_force', description: 'The last day of its validity.' })
  dateEndOfValidity?: string

  @Property(() => Boolean, {
    iri: 'eli:in_force',
    description: 'Whether it was in force on the date asked for; none when the record has no date of entry into force.',
    computed: true,
  })
  inForce?: boolean

  @Computed({
    target: () => LegalInstrument,
    iri: 'pacta:currentVersion',
    description:
      'The act that stood in its place on the date asked for: the last in force along the acts that repealed it as a whole by then, even if some of its provisions stay in force; itself while no act did; none when none was in force, or when the dates do not say.',
  })
  currentVersion?: LegalInstrument

  @Relationship(() => [Institution, InformationSystem], {
    type: 'ESTABLISHES',
    iri: 'pacta:establishes',
    description: 'The bodies and systems that it sets up.',
    reverse: { name: 'establishedBy', description: 'The acts that set it up.' },
  })
  establishes!: Entity[]

  @Relationship(() => [Institution, InformationSystem], {
    type: 'GOVERNS',
    iri: 'pacta:governs',
    description: 'The bodies and systems whose mandate it gives, each with the days between which it does.',
    reverse: { name: 'mandates', description: 'The acts that give it its mandate, each with the days between which they do.' },
  })
  governs!: Entity[]

  @Relationship(() => [LegalInstrument], {
    type: 'AMENDS',
    iri: 'eli:amends',
    description: 'The acts that it amends.',
    properties: Amends,
    reverse: { name: 'amendedBy', description: 'The acts that amend it.' },
  })
  amends!: LegalInstrument[]

  @Relationship(() => [LegalInstrument], {
    type: 'REPEALS',
    iri: 'eli:repeals',
    description: 'The acts that it repeals, in whole or in part, each from the day on which the repeal takes effect.',
    properties: Repeals,
    reverse: { name: 'repealedBy', description: 'The acts that repeal it.' },
  })
  repeals!: LegalInstrument[]

  @Relationship(() => [LegalInstrument], {
    type: 'IMPLEMENTS',
    iri: 'eli:transposes',
    description: 'The acts that it implements or transposes.',
    reverse: { name: 'implementedBy', description: 'The acts that implement or transpose it.' },
  })
  implements!: LegalInstrument[]

  @Relationship(() => [LegalInstrument], {
    type: 'BASED_ON',
    iri: 'eli:based_on',
    description: 'The acts and proposals on which it is based.',
    reverse: { name: 'basisOf', description: 'The acts that are based on it.' },
  })
  basedOn!: LegalInstrument[]
}
