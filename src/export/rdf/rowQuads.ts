import type { Quad } from 'n3'
import type { EntityRow } from '../../cypher/readEntity.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { entityQuads } from './entityQuads.ts'
import { statementQuads } from './statementQuads.ts'

/** An entity with the statements about it, as triples. */
export function rowQuads(base: string, ontology: Ontology, { type, properties, statements }: EntityRow): Quad[] {
  const id = String(properties['id'])
  return [
    ...entityQuads(base, ontology.nodeTypes.get(type)!, properties),
    ...statements.flatMap(({ type: name, outward, other, properties: said }) => {
      const ends = outward ? { from: id, to: other.id } : { from: other.id, to: id }
      return statementQuads(base, ontology, ontology.relationshipTypes.get(name)!, ends, said)
    }),
  ]
}
