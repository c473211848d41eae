import type { Quad } from 'n3'
import { recordQuads, revisionQuads } from '../rdf/recordQuads.ts'
import { prefixes } from '../rdf/terms.ts'
import { describeSubjects } from '../rdf/writeJsonLd.ts'
import type { ExportFormat } from './format.ts'

/** One document of JSON-LD, an object a line. */
export const jsonLd: ExportFormat = {
  name: 'jsonld',
  title: 'JSON-LD 1.1',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  files: 'graph',
  open({ ontology, base }) {
    let separator = '\n'
    const print = (quads: readonly Quad[]): string => {
      const objects = describeSubjects(quads).map(subject => JSON.stringify(subject))
      const text = separator + objects.join(',\n')
      separator = ',\n'
      return text
    }
    return {
      start: () => `{"@context": ${JSON.stringify(prefixes)}, "@graph": [`,
      write: record => print(recordQuads(base, ontology, record)),
      describe: revision => print(revisionQuads(base, revision)),
      end: () => '\n]}\n',
    }
  },
}
