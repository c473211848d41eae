import { Int } from 'type-graphql'
import { Node, Property, Relationship } from './decorators.ts'
import { Entity } from './entity.ts'
import { declareEnum } from './enums.ts'
import { Language } from './language.ts'
import { Passage } from './passage.ts'
import { DateScalar } from './scalars.ts'

export const DocumentKind = declareEnum('DocumentKind', 'The kind of a published source.', {
  DECLARATION: 'A joint or unilateral declaration.',
  COMMUNIQUE: 'A communiqué of a meeting or an office.',
  CONCLUSIONS: 'Conclusions of a council or conference.',
  REPORT: 'A report or an evaluation.',
  PRESS: 'An article of the press.',
})

class Contains {
  @Property(() => Int, {
    iri: 'schema:position',
    description: 'Position of the passage in the document, from 0.',
    required: true,
  })
  order!: number
}

@Node({
  iri: 'schema:DigitalDocument',
  lookup: 'document',
  list: 'documents',
  colour: '#4C8EDA',
  implements: Entity,
  description: 'A published source: declaration, communiqué or conclusions, with the stored copy that is quoted.',
})
export class Document extends Entity {
  @Property(() => DocumentKind, { iri: 'dcterms:type', description: 'What kind of source it is.', required: true, indexed: true })
  kind!: keyof typeof DocumentKind

  @Property(() => String, { iri: 'schema:url', description: "The publisher's address." })
  url?: string

  @Property(() => Language, { iri: 'dcterms:language', description: 'The language of the stored text.', required: true })
  language!: keyof typeof Language

  @Property(() => DateScalar, { iri: 'dcterms:issued', description: 'The day of publication.', indexed: true, partial: true })
  datePublished?: string

  @Property(() => String, {
    iri: 'pacta:storedCopy',
    description: 'The file of the stored copy, relative to the seed.',
    hidden: true,
  })
  file?: string

  @Property(() => String, { iri: 'schema:text', description: 'The stored text, unchanged.', derived: true })
  text?: string

  @Property(() => String, { iri: 'schema:sha256', description: 'SHA-256 of the stored copy, in hexadecimal.', derived: true })
  sha256?: string

  @Relationship(() => [Passage], {
    type: 'CONTAINS',
    iri: 'dcterms:hasPart',
    description: 'The passages of this document, in the order of the text.',
    properties: Contains,
    order: 'order',
    reverse: { name: 'document', single: true, description: 'The document that this passage is a span of.' },
  })
  passages!: Passage[]
}
