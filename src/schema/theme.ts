import { Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'

@Node({
  iri: 'skos:Concept',
  lookup: 'theme',
  list: 'themes',
  colour: '#DA7194',
  named: true,
  implements: Entity,
  description: 'A subject of policy, in a hierarchy from broad to narrow.',
})
export class Theme extends Entity {
  @Property(() => String, { iri: 'skos:notation', description: 'Its EuroVoc concept number.' })
  eurovoc?: string

  @Relationship(() => [Theme], {
    type: 'BROADER',
    iri: 'skos:broader',
    description: 'The broader themes.',
    reverse: { name: 'narrower', description: 'The narrower themes.' },
  })
  broader!: Theme[]
}
