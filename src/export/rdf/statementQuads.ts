import { DataFactory, type Quad } from 'n3'
import type { Ontology, RelationshipType } from '../../schema/ontology.ts'
import { propertyQuads } from './propertyQuads.ts'
import { entityIri, rdf, rdfType, statementIri, term } from './terms.ts'

const { quad } = DataFactory

/**
 * A statement as triples: the relationship itself, and a node of its own for what is said of it: on what basis, from which
 * source, in which words, and between which days. Of one that is set aside there is only the node.
 */
export function statementQuads(
  base: string,
  { statement }: Ontology,
  type: RelationshipType,
  ends: { readonly from: string; readonly to: string },
  properties: Readonly<Record<string, unknown>>,
): Quad[] {
  const [subject, predicate, object] = [entityIri(base, ends.from), term(type.iri), entityIri(base, ends.to)]
  const node = statementIri(base, ends.from, String(properties['id']))
  return [
    ...(properties['rank'] === 'DEPRECATED' ? [] : [quad(subject, predicate, object)]),
    quad(node, rdfType, term('pacta:Statement')),
    quad(node, rdfType, rdf('Statement')),
    quad(node, rdf('subject'), subject),
    quad(node, rdf('predicate'), predicate),
    quad(node, rdf('object'), object),
    quad(node, term('pacta:relationship'), term(`pacta:${type.name}`)),
    ...propertyQuads(base, node, [...type.properties.values(), ...statement.values()], properties),
  ]
}
