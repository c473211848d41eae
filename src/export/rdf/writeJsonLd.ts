import type { Quad, Term } from 'n3'
import { prefixes, rdfType } from './terms.ts'

type Json = Readonly<Record<string, unknown>>
const xsdNames = prefixes['xsd'] as string

/** Triples as JSON-LD: one object for each subject, with terms written short by the prefixes of its context. */
export function writeJsonLd(quads: readonly Quad[]): string {
  return `${JSON.stringify({ '@context': prefixes, '@graph': describeSubjects(quads) }, null, 2)}\n`
}

/** The objects that stand in the graph of a document of JSON-LD, under a context of our prefixes. */
export function describeSubjects(quads: readonly Quad[]): Json[] {
  const subjects = new Map<string, Map<string, unknown[]>>()
  for (const { subject, predicate, object } of quads) {
    const values = subjects.get(subject.value) ?? new Map<string, unknown[]>()
    subjects.set(subject.value, values)
    const isType = predicate.equals(rdfType)
    const key = isType ? '@type' : shorten(predicate.value)
    const value = isType ? shorten(object.value) : describe(object)
    values.set(key, [...(values.get(key) ?? []), value])
  }
  return [...subjects].map(([id, values]) => ({ '@id': id, ...Object.fromEntries([...values].map(single)) }))
}

function single([key, values]: [string, unknown[]]): [string, unknown] {
  return [key, values.length === 1 ? values[0] : values]
}

function describe(object: Term): Json | string {
  if (object.termType !== 'Literal') return { '@id': object.value }
  if (object.language) return { '@value': object.value, '@language': object.language }
  const { value } = object.datatype
  return value === `${xsdNames}string` ? object.value : { '@value': object.value, '@type': shorten(value) }
}

function shorten(iri: string): string {
  for (const [prefix, start] of Object.entries(prefixes))
    if (iri.startsWith(start) && /^[\w-]+$/.test(iri.slice(start.length))) return `${prefix}:${iri.slice(start.length)}`
  return iri
}
