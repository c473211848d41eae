import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import jsonld from 'jsonld'
import { Parser, type Quad } from 'n3'
import { storedNames } from '../../src/cypher/printProperty.ts'
import type { GraphRecord } from '../../src/export/readGraph.ts'
import type { Property } from '../../src/schema/ontology.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { expandTerm } from '../../src/schema/vocabularies.ts'
import { type Exports, openExports } from '../setup/openExports.ts'

// N-Quads, Turtle and JSON-LD, read by the parsers of n3 and jsonld.
const ontology = readOntology()
const prov = 'http://www.w3.org/ns/prov#'
const pacta = 'https://w3id.org/pacta/ontology#'
let exports: Exports
let quads: Quad[]

beforeAll(async () => {
  exports = await openExports()
  quads = new Parser({ format: 'N-Quads' }).parse(await readFile(await exports.write('nquads'), 'utf8'))
}, 240_000)
afterAll(() => exports.close())

test('N-Quads say all that is stored of each record, each value in its language and with its type', () => {
  const said = bySubject(quads)
  const { base, entities, statements } = exports
  for (const record of [...entities, ...statements]) {
    const found = said.get(subjectOf(record))!
    for (const [iri, values] of expectedOf(record)) expect([iri, [...found.get(iri)!].sort()]).toEqual([iri, [...values].sort()])
    const recorded = found.get(record.ends ? `${prov}wasGeneratedBy` : `${pacta}recordedBy`)
    expect([...recorded!]).toEqual([`${base}/revision/${record.revision}`])
    expect([...found.get(`${pacta}dataset`)!]).toEqual([`"${record.dataset}"`])
  }
})

test('Each statement stands in a graph named by its source, as does the relationship, unless it is known to be wrong', () => {
  const graphs = new Map<string, Set<string>>()
  for (const { subject, predicate, object, graph } of quads)
    (graphs.get(graph.value) ?? graphs.set(graph.value, new Set()).get(graph.value)!).add(
      [subject.value, predicate.value, object.value].join(' '),
    )
  const { base, statements } = exports
  const iriOf = (id: string) => (id.startsWith('http') ? id : `${base}/id/${id}`)
  for (const record of statements) {
    const graph = graphs.get(iriOf(String(record.stored['source'])))!
    expect(graph).toContain(`${subjectOf(record)} ${prov}hadPrimarySource ${iriOf(String(record.stored['source']))}`)
    const { from, to } = record.ends!
    const triple = [iriOf(from), expandTerm(ontology.relationshipTypes.get(record.type)!.iri), iriOf(to)].join(' ')
    const isSaid = statements.some(
      ({ ends, type, stored }) =>
        ends!.from === from &&
        ends!.to === to &&
        type === record.type &&
        stored['rank'] !== 'DEPRECATED' &&
        stored['source'] === record.stored['source'],
    )
    expect([triple, graph.has(triple)]).toEqual([triple, isSaid])
  }
  expect(statements.some(({ stored }) => stored['rank'] === 'DEPRECATED')).toBe(true)
})

test('Revisions are activities of PROV-O, with their end and their agent', () => {
  const said = bySubject(quads)
  const activity = said.get(`${exports.base}/revision/2`)!
  expect([...activity.get('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')!]).toEqual([`${prov}Activity`])
  expect([...activity.get(`${prov}wasAssociatedWith`)!]).toEqual([`${exports.base}/agent/tests`])
  expect([...activity.get(`${prov}endedAtTime`)!][0]).toMatch(/^"\d{4}-.*Z"\^\^.*#dateTime$/)
  expect([1, 2, 3, 4].map(number => said.has(`${exports.base}/revision/${number}`))).toEqual([true, true, true, false])
})

test('Turtle and JSON-LD hold the same triples as N-Quads', async () => {
  const isSource = ({ predicate, object }: Quad) => predicate.value.endsWith('#type') && object.value === `${prov}Entity`
  const expected = triples(quads.filter(each => !isSource(each)))
  const isEntity = (each: Quad) => !isSource(each)
  const turtle = new Parser().parse(await readFile(await exports.write('turtle'), 'utf8'))
  expect(triples(turtle.filter(isEntity))).toEqual(expected)
  const document = JSON.parse(await readFile(await exports.write('jsonld'), 'utf8'))
  const lines = String(await jsonld.toRDF(document, { format: 'application/n-quads' }))
  expect(triples(new Parser().parse(lines).filter(isEntity))).toEqual(expected)
}, 240_000)

test('What was recorded since a revision is said alone', async () => {
  const file = await exports.write('nquads', { revision: 3, since: 2 })
  const recent = new Parser({ format: 'N-Quads' }).parse(await readFile(file, 'utf8'))
  const recorded = (all: Quad[]) => all.filter(({ predicate }) => /wasGeneratedBy$|recordedBy$/.test(predicate.value))
  expect(recorded(recent).length).toBeGreaterThan(1)
  expect(triples(recorded(recent))).toEqual(triples(recorded(quads).filter(({ object }) => object.value.endsWith('/revision/3'))))
})

/** What is said of each subject, by predicate. */
function bySubject(all: readonly Quad[]): Map<string, Map<string, Set<string>>> {
  const subjects = new Map<string, Map<string, Set<string>>>()
  for (const { subject, predicate, object } of all) {
    const said = subjects.get(subject.value) ?? new Map<string, Set<string>>()
    subjects.set(subject.value, said)
    said.set(predicate.value, (said.get(predicate.value) ?? new Set()).add(show(object)))
  }
  return subjects
}

function triples(all: readonly Quad[]): string[] {
  return [...new Set(all.map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${show(object)}`))].sort()
}

function show(object: Quad['object']): string {
  if (object.termType !== 'Literal') return object.value
  const { value, language, datatype } = object
  return `"${value}"${language ? `@${language}` : datatype.value.endsWith('#string') ? '' : `^^${datatype.value}`}`
}

function subjectOf({ ends, stored }: GraphRecord): string {
  const id = String(stored['id'])
  return `${exports.base}/id/${ends ? `${ends.from}#${id.replaceAll('/', '-')}` : id}`
}

/** What has to be said of a record: the values that are stored of each property, by its IRI. */
function expectedOf({ type, ends, stored }: GraphRecord): Map<string, Set<string>> {
  const own = (ends ? ontology.relationshipTypes : ontology.nodeTypes).get(type)!.properties
  const declared = [...own.values(), ...(ends ? ontology.statement.values() : [])]
  const values = new Map<string, Set<string>>()
  for (const property of declared.filter(({ name, hidden, computed }) => !hidden && !computed && name !== 'supersededAt'))
    for (const name of storedNames(property))
      for (const value of [stored[name] ?? []].flat()) {
        const iri = expandTerm(property.iri)
        values.set(iri, (values.get(iri) ?? new Set()).add(literalOf(property, name, String(value))))
      }
  return values
}

const datatypes: Readonly<Record<string, string>> = { Date: 'date', DateTime: 'dateTime', Int: 'integer', Boolean: 'boolean' }
const pointers = ['owl:sameAs', 'prov:hadPrimarySource', 'prov:wasAttributedTo', 'schema:url', 'eli:uri_schema']

function literalOf({ name, type, translated, iri }: Property, storedName: string, value: string): string {
  if (translated) return `"${value}"@${storedName.slice(name.length).toLowerCase()}`
  const datatype = typeof type === 'string' ? datatypes[type] : undefined
  if (datatype) return `"${value}"^^http://www.w3.org/2001/XMLSchema#${datatype}`
  if (pointers.includes(iri) && /^https?:/.test(value)) return value
  return pointers.includes(iri) && /^[a-z]+\//.test(value) ? `${exports.base}/id/${value}` : `"${value}"`
}
