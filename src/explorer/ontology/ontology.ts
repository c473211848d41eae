import json from '../../../schema/ontology.json' with { type: 'json' }
import type { Direction, Language } from '../view/view.ts'

/** What the explorer reads of the derived ontology. */
export interface NodeType {
  readonly name: string
  readonly description: string
  readonly colour: string
  readonly lookup: string
  readonly iri: string
  readonly properties: readonly Property[]
  readonly traversals: readonly Traversal[]
}

export interface Property {
  readonly name: string
  readonly type: string | { readonly name: string; readonly values: Readonly<Record<string, string>> }
  readonly list: boolean
  readonly translated: boolean
  /** The date of which it says how exactly that is known. */
  readonly precisionOf?: string
  readonly iri: string
  readonly description: string
}

export interface Traversal {
  readonly name: string
  readonly description: string
  readonly relationship: string
  readonly direction: Direction
  readonly single: boolean
}

export interface RelationshipType {
  readonly name: string
  readonly description: string
  readonly iri: string
  readonly properties: readonly Property[]
}

type Named<T> = Readonly<Record<string, Readonly<Record<Language, T>>>>

interface Ontology {
  readonly nodeTypes: readonly NodeType[]
  readonly relationshipTypes: readonly RelationshipType[]
  readonly statement: readonly Property[]
  /** What people call types (one, many), relationships (from their start, from their end), properties and values. */
  readonly names: {
    readonly types: Named<readonly [string, string]>
    readonly relationships: Named<readonly [string, string]>
    readonly values: Named<string>
  }
  readonly translations: Readonly<Record<string, { readonly FR: string; readonly NL: string }>>
}

/** The ontology that the page was built with. */
export const ontology = json as unknown as Ontology

const nodeTypes = new Map(ontology.nodeTypes.map(type => [type.name, type]))
const relationshipTypes = new Map(ontology.relationshipTypes.map(type => [type.name, type]))

/** What statements say of themselves, by name: what all have, and what some types add. */
const ownProperties = new Map(
  [...ontology.statement, ...ontology.relationshipTypes.flatMap(type => type.properties)].map(property => [
    property.name,
    property,
  ]),
)

export function nodeType(name: string): NodeType | undefined {
  return nodeTypes.get(name)
}

export function relationshipType(name: string): RelationshipType | undefined {
  return relationshipTypes.get(name)
}

/** What the ontology says of something, in a language and without the marks of code. */
export function describe(description: string | undefined, lang: Language): string | undefined {
  const said = lang === 'EN' ? description : ontology.translations[description ?? '']?.[lang]
  return said?.replaceAll('`', '')
}

/** The meaning of a value of an enumeration, wherever the ontology uses it: a role, a basis, a rank. */
export function describeValue(name: string, value: string, lang: Language): string | undefined {
  const property = ownProperties.get(name)
  return typeof property?.type === 'object' ? describe(property.type.values[value], lang) : undefined
}

/** The meaning of a value that a node has: of the progress of a commitment. */
export function describeNodeValue(type: string, name: string, value: string, lang: Language): string | undefined {
  const held = nodeTypes.get(type)?.properties.find(property => property.name === name)?.type
  return typeof held === 'object' ? describe(held.values[value], lang) : undefined
}

/** The colour of a node type; grey for one that the ontology has not. */
export function colourOf(type: string): string {
  return nodeTypes.get(type)?.colour ?? '#8a8f98'
}

/** The traversals of a type that read this relationship in this direction. */
export function traversalsOf(type: string, relationship: string, direction: Direction): readonly Traversal[] {
  return (nodeTypes.get(type)?.traversals ?? []).filter(
    traversal => traversal.relationship === relationship && traversal.direction === direction,
  )
}
