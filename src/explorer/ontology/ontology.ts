import json from '../../../schema/ontology.json'
import type { Direction } from '../view/view.ts'

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

interface Ontology {
  readonly nodeTypes: readonly NodeType[]
  readonly relationshipTypes: readonly RelationshipType[]
  readonly statement: readonly Property[]
}

/** The ontology that the page was built with. */
export const ontology = json as unknown as Ontology

const nodeTypes = new Map(ontology.nodeTypes.map(type => [type.name, type]))
const relationshipTypes = new Map(ontology.relationshipTypes.map(type => [type.name, type]))

export function nodeType(name: string): NodeType | undefined {
  return nodeTypes.get(name)
}

export function relationshipType(name: string): RelationshipType | undefined {
  return relationshipTypes.get(name)
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
