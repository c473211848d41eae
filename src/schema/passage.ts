import { Int } from 'type-graphql'
import { Node, Property } from './decorators.ts'
import { Entity } from './entity.ts'

@Node({
  iri: 'oa:SpecificResource',
  lookup: 'passage',
  list: 'passages',
  colour: '#57C7E3',
  implements: Entity,
  description: "An exact span of a document's stored text.",
})
export class Passage extends Entity {
  @Property(() => String, { iri: 'oa:exact', description: 'The words, verbatim.', required: true, searched: true })
  text!: string

  @Property(() => Int, {
    iri: 'oa:start',
    description: 'Offset of the first character in the stored text, in Unicode code points from 0.',
    required: true,
  })
  start!: number

  @Property(() => Int, { iri: 'oa:end', description: 'Offset after the last character, in Unicode code points.', required: true })
  end!: number

  @Property(() => String, { iri: 'oa:prefix', description: 'Up to 32 characters before it.', derived: true })
  prefix?: string

  @Property(() => String, { iri: 'oa:suffix', description: 'Up to 32 characters after it.', derived: true })
  suffix?: string
}
