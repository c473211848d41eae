import { ID } from 'type-graphql'
import { Interface, Property } from './decorators.ts'

/** What every node of the graph has. */
@Interface({ iri: 'prov:Entity', description: 'Anything the graph knows, by its stable id.' })
export abstract class Entity {
  @Property(() => ID, {
    iri: 'dcterms:identifier',
    description: 'Stable global identifier: `institution/europol`.',
    required: true,
    unique: true,
  })
  id!: string

  @Property(() => String, {
    iri: 'rdfs:label',
    description: 'Short name for people.',
    required: true,
    translated: true,
    searched: true,
  })
  label!: string

  @Property(() => String, {
    iri: 'dcterms:description',
    description: 'What it is, in a sentence.',
    translated: true,
    searched: true,
  })
  description?: string

  @Property(() => [String], { iri: 'skos:altLabel', description: 'Other names and acronyms.', searched: true })
  aliases!: string[]

  @Property(() => [String], {
    iri: 'owl:sameAs',
    description: 'IRIs of the same thing elsewhere: Wikidata, ELI, authority tables.',
  })
  sameAs!: string[]

  @Property(() => [String], {
    iri: 'prov:hadPrimarySource',
    description: 'Where the values of this record come from: URLs or ids.',
  })
  sources!: string[]
}
