/** Prefixes of the standard vocabularies to which every node type, property and relationship maps. */
export const vocabularies = {
  dcterms: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  oa: 'http://www.w3.org/ns/oa#',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  pacta: 'https://w3id.org/pacta/ontology#',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
} as const

/** A term of one of the vocabularies, written short: `org:FormalOrganization`. */
export type Term = `${keyof typeof vocabularies}:${string}`

/** The full IRI of a term. */
export function expandTerm(term: Term): string {
  const colon = term.indexOf(':')
  const prefix = term.slice(0, colon) as keyof typeof vocabularies
  return vocabularies[prefix] + term.slice(colon + 1)
}
