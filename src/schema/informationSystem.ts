import { Node, Property } from './decorators.ts'
import { Entity } from './entity.ts'
import { DateScalar } from './scalars.ts'

@Node({
  iri: 'schema:SoftwareApplication',
  lookup: 'informationSystem',
  list: 'informationSystems',
  colour: '#FFC454',
  implements: Entity,
  description: 'An information system of public authorities, such as SIS, EES, ETIAS or PNR.',
})
export class InformationSystem extends Entity {
  @Property(() => String, { iri: 'schema:alternateName', description: 'Its acronym.', searched: true })
  acronym?: string

  @Property(() => String, { iri: 'schema:identifier', description: 'Its Wikidata item: `Q207203`.' })
  wikidata?: string

  @Property(() => DateScalar, { iri: 'schema:dateCreated', description: 'The day it went into operation.' })
  dateOperational?: string
}
