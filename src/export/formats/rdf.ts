import { DataFactory, type Quad, Writer } from 'n3'
import { recordQuads, revisionQuads, sourceIri } from '../rdf/recordQuads.ts'
import { prefixes, rdfType, term } from '../rdf/terms.ts'
import type { ExportFormat, FileWriter, WritingContext } from './format.ts'

const { quad } = DataFactory

/** Turtle: the triples of all records. */
export const turtle: ExportFormat = {
  name: 'turtle',
  title: 'RDF as Turtle',
  extension: 'ttl',
  mediaType: 'text/turtle; charset=utf-8',
  files: 'graph',
  open: context => openRdf(context, 'Turtle', quads => quads),
}

/** N-Quads: what a source says in statements stands in a graph of its name; entities and revisions in the default graph. */
export const nQuads: ExportFormat = {
  name: 'nquads',
  title: 'RDF as N-Quads, one named graph for each source of statements',
  extension: 'nq',
  mediaType: 'application/n-quads',
  files: 'graph',
  open(context) {
    const { base } = context
    return openRdf(context, 'N-Quads', (quads, source) => {
      if (source === undefined) return quads
      const graph = sourceIri(base, source)
      const inGraph = quads.map(({ subject, predicate, object }) => quad(subject, predicate, object, graph))
      return [quad(graph, rdfType, term('prov:Entity')), ...inGraph]
    })
  },
}

/** Writes quads as they come; `place` says where those of a statement with this source stand. */
function openRdf(
  { ontology, base }: WritingContext,
  format: 'Turtle' | 'N-Quads',
  place: (quads: Quad[], source?: string) => Quad[],
): FileWriter {
  let text = ''
  const output = {
    write: (chunk: string, _encoding: string, done?: () => void) => {
      text += chunk
      done?.()
    },
    end: () => {},
  }
  const writer = new Writer(output as never, { format, ...(format === 'Turtle' && { prefixes }) })
  const take = (): string => {
    const taken = text
    text = ''
    return taken
  }
  const print = (quads: Quad[]): string => {
    writer.addQuads(quads)
    return take()
  }
  return {
    start: take,
    write: record => {
      const source = record.ends ? String(record.stored['source']) : undefined
      return print(place(recordQuads(base, ontology, record), source))
    },
    describe: revision => print(revisionQuads(base, revision)),
    end: () => {
      writer.end()
      return take()
    },
  }
}
