import { DataFactory, type Quad } from 'n3'
import type { NodeType } from '../../schema/ontology.ts'
import { propertyQuads } from './propertyQuads.ts'
import { entityIri, rdfType, term } from './terms.ts'

/** An entity as triples: its type in the standard vocabulary and in ours, and its properties. */
export function entityQuads(base: string, type: NodeType, properties: Readonly<Record<string, unknown>>): Quad[] {
  const subject = entityIri(base, String(properties['id']))
  return [
    DataFactory.quad(subject, rdfType, term(type.iri)),
    DataFactory.quad(subject, rdfType, term(`pacta:${type.name}`)),
    ...propertyQuads(base, subject, type.properties.values(), properties),
  ]
}
