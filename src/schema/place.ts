import { Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'
import { declareEnum } from './enums.ts'

export const PlaceKind = declareEnum('PlaceKind', 'The kind of a place.', {
  COUNTRY: 'A country.',
  REGION: 'A region, within a country or across several.',
  CITY: 'A city or municipality.',
})

@Node({
  iri: 'schema:Place',
  lookup: 'place',
  list: 'places',
  colour: '#D9C8AE',
  named: true,
  implements: Entity,
  description: 'A country, region or city.',
})
export class Place extends Entity {
  @Property(() => PlaceKind, { iri: 'dcterms:type', description: 'What kind of place it is.', required: true })
  kind!: keyof typeof PlaceKind

  @Property(() => String, { iri: 'schema:identifier', description: 'Its ISO 3166 code: `BE`.' })
  iso3166?: string

  @Property(() => String, { iri: 'schema:identifier', description: 'Its Wikidata item: `Q31`.' })
  wikidata?: string

  @Relationship(() => [Place], {
    type: 'LOCATED_IN',
    crowded: ['to'],
    iri: 'schema:containedInPlace',
    description: 'The larger place that it lies in.',
    reverse: { name: 'places', description: 'The places that lie in it.' },
  })
  locatedIn!: Place[]
}
