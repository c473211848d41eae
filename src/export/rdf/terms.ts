import { DataFactory, type NamedNode } from 'n3'
import { expandTerm, type Term, vocabularies } from '../../schema/vocabularies.ts'

const { namedNode } = DataFactory

/** A term of one of the vocabularies as a node: `prov:Entity`. */
export function term(name: Term): NamedNode {
  return namedNode(expandTerm(name))
}

export const rdfType = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')

/** A term of RDF's own vocabulary: `subject`. */
export function rdf(name: string): NamedNode {
  return namedNode(`http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`)
}

/** A datatype of XML Schema: `date`. */
export function xsd(name: string): NamedNode {
  return namedNode(`http://www.w3.org/2001/XMLSchema#${name}`)
}

/** The prefixes by which terms are written short. */
export const prefixes: Readonly<Record<string, string>> = {
  ...vocabularies,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** The address of an entity below the address of the service: `https://…/id/institution/europol`. */
export function entityIri(base: string, id: string): NamedNode {
  return namedNode(`${base}/id/${id}`)
}

/** A statement is a part of the page of the entity that it starts from. */
export function statementIri(base: string, from: string, id: string): NamedNode {
  return namedNode(`${base}/id/${from}#${statementAnchor(id)}`)
}

/** The name of a statement within its page. */
export function statementAnchor(id: string): string {
  return id.replaceAll('/', '-')
}
