import { DataFactory, type NamedNode, type Quad } from 'n3'
import type { RevisionRecord } from '../../database/listRevisions.ts'
import { idPattern } from '../../schema/entityId.ts'
import type { Ontology } from '../../schema/ontology.ts'
import type { GraphRecord } from '../readGraph.ts'
import { entityQuads } from './entityQuads.ts'
import { webAddress } from './propertyQuads.ts'
import { statementQuads } from './statementQuads.ts'
import { entityIri, rdfType, statementIri, term, xsd } from './terms.ts'

const { literal, namedNode, quad } = DataFactory

/** A record of the graph as triples, with the revision and the dataset that it comes from. */
export function recordQuads(base: string, ontology: Ontology, record: GraphRecord): Quad[] {
  const { type, ends, stored, revision, dataset } = record
  const subject = ends ? statementIri(base, ends.from, String(stored['id'])) : entityIri(base, String(stored['id']))
  const said = ends ? saidOf(base, ontology, record) : entityQuads(base, ontology.nodeTypes.get(type)!, stored)
  return [
    ...said,
    // A statement came into being with its revision; an entity did not, only the record of it.
    quad(subject, term(ends ? 'prov:wasGeneratedBy' : 'pacta:recordedBy'), revisionIri(base, revision)),
    quad(subject, term('pacta:dataset'), literal(dataset)),
  ]
}

/** A revision as an activity: when it ended, who made it, and why. */
export function revisionQuads(base: string, { number, at, dataset, reason, author, note }: RevisionRecord): Quad[] {
  const activity = revisionIri(base, number)
  const agent = author === null ? undefined : namedNode(`${base}/agent/${encodeURIComponent(author)}`)
  return [
    quad(activity, rdfType, term('prov:Activity')),
    quad(activity, term('pacta:revision'), literal(String(number), xsd('integer'))),
    quad(activity, term('prov:endedAtTime'), literal(at, xsd('dateTime'))),
    quad(activity, term('pacta:dataset'), literal(dataset)),
    ...(reason === null ? [] : [quad(activity, term('pacta:reason'), literal(reason))]),
    ...(note === null ? [] : [quad(activity, term('rdfs:comment'), literal(note))]),
    ...(agent ? [quad(activity, term('prov:wasAssociatedWith'), agent), quad(agent, rdfType, term('prov:Agent'))] : []),
    ...(agent ? [quad(agent, term('rdfs:label'), literal(author!))] : []),
  ]
}

/** The IRI of a source: a web address, an entity of the graph, or a name of ours for what is neither. */
export function sourceIri(base: string, source: string): NamedNode {
  if (webAddress.test(source)) return namedNode(source)
  return idPattern.test(source) ? entityIri(base, source) : namedNode(`${base}/source/${encodeURIComponent(source)}`)
}

/** What is known to be wrong is described, but not said. */
function saidOf(base: string, ontology: Ontology, { type, ends, stored }: GraphRecord): Quad[] {
  return statementQuads(base, ontology, ontology.relationshipTypes.get(type)!, ends!, stored)
}

function revisionIri(base: string, revision: number): NamedNode {
  return namedNode(`${base}/revision/${revision}`)
}
