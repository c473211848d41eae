import type { Scene } from '../graph/scene.ts'
import { nodeType, ontology, relationshipType } from '../ontology/ontology.ts'
import type { Language } from '../view/view.ts'

/** The scene as linked data: entities by their addresses, and each statement with what it says of itself. */
export function writeJsonLd({ nodes, statements }: Scene, lang: Language, origin: string): string {
  const address = (id: string) => `${origin}/id/${id}`
  const iris = new Map(ontology.statement.map(({ name, iri }) => [name, iri]))
  for (const { properties } of ontology.relationshipTypes) for (const { name, iri } of properties) iris.set(name, iri)
  const entities = [...nodes.values()].map(({ id, type, label }) => ({
    '@id': address(id),
    '@type': nodeType(type)?.iri ?? type,
    'http://www.w3.org/2000/01/rdf-schema#label': { '@value': label, '@language': lang.toLowerCase() },
  }))
  const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
  const said = [...statements.values()].map(({ id, type, from, to, ...rest }) => ({
    '@id': address(id),
    '@type': `${rdf}Statement`,
    [`${rdf}subject`]: { '@id': address(from) },
    [`${rdf}predicate`]: { '@id': relationshipType(type)?.iri ?? type },
    [`${rdf}object`]: { '@id': address(to) },
    ...Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => (value && iris.has(name) ? [[iris.get(name), value]] : [])),
    ),
  }))
  return `${JSON.stringify({ '@graph': [...entities, ...said] }, null, 2)}\n`
}
