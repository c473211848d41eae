import { Node, Property, Relationship } from './decorators.ts'
import { Document } from './document.ts'
import { Entity } from './entity.ts'
import { Event } from './event.ts'

class Signed {
  @Property(() => String, { iri: 'org:role', description: 'As what they signed, as written.' })
  capacity?: string
}

@Node({
  iri: 'foaf:Person',
  lookup: 'person',
  list: 'persons',
  colour: '#ECB5C9',
  implements: Entity,
  description: 'A signatory or office-holder.',
})
export class Person extends Entity {
  @Property(() => String, { iri: 'schema:identifier', description: 'Their Wikidata item: `Q42`.' })
  wikidata?: string

  @Relationship(() => [Document], {
    type: 'SIGNED',
    iri: 'pacta:signed',
    description: 'The documents that they signed.',
    properties: Signed,
    reverse: { name: 'signatories', description: 'Who signed it.' },
  })
  signed!: Document[]

  @Relationship(() => [Event], {
    type: 'PARTICIPATED_IN',
    crowded: ['from', 'to'],
    iri: 'schema:performerIn',
    description: 'The events that they took part in.',
    reverse: { name: 'participants', description: 'Who took part.' },
  })
  participatedIn!: Event[]
}
