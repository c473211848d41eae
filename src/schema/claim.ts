import { Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'

@Node({
  iri: 'prov:Entity',
  lookup: 'claim',
  list: 'claims',
  colour: '#959AA1',
  implements: Entity,
  description: "What one source says of one property's value, where sources differ.",
})
export class Claim extends Entity {
  @Property(() => String, {
    iri: 'pacta:property',
    description: 'The property whose value is claimed: `dateEntryIntoForce`.',
    required: true,
  })
  property!: string

  @Property(() => String, { iri: 'pacta:value', description: 'The value claimed, as text; dates in ISO 8601.', required: true })
  value!: string

  @Property(() => String, {
    iri: 'prov:wasAttributedTo',
    description: 'Who claims it: a URL, the id of a document, or that of the entity itself when its own record says so.',
    required: true,
  })
  claimedBy!: string

  @Relationship(() => [Entity], {
    type: 'CLAIMS',
    iri: 'pacta:claims',
    description: 'What the claim is about.',
    reverse: { name: 'claims', description: 'What sources say of its properties where they differ.' },
  })
  claims!: Entity[]
}
