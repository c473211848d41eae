import { type Quad, Writer } from 'n3'
import { prefixes } from './terms.ts'

/** Triples as Turtle, or as N-Triples: one a line, nothing shortened. */
export function writeRdf(quads: readonly Quad[], format: 'Turtle' | 'N-Triples'): Promise<string> {
  const writer = new Writer({ format, ...(format === 'Turtle' && { prefixes }) })
  writer.addQuads([...quads])
  return new Promise((resolve, reject) => {
    writer.end((error, text) => (error ? reject(error) : resolve(text)))
  })
}
