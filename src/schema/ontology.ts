import type { EnumType } from './enums.ts'
import type { Term } from './vocabularies.ts'

/** The kinds of scalar value that a property can hold. */
export type ScalarKind = 'ID' | 'String' | 'Boolean' | 'Int' | 'Date' | 'DateTime'

/** A value that a node or a statement has. */
export interface Property {
  readonly name: string
  readonly description: string
  readonly iri: Term
  /** A scalar's name, or the enum whose values it takes. */
  readonly type: ScalarKind | EnumType
  readonly list: boolean
  readonly required: boolean
  readonly unique: boolean
  readonly indexed: boolean
  readonly searched: boolean
  readonly translated: boolean
  readonly computed: boolean
  readonly derived: boolean
  readonly hidden: boolean
  /** The property that says how exactly this date is known, when it may be known to the month or the year only. */
  readonly precision?: string
  /** The date of which this property says how exactly it is known. */
  readonly precisionOf?: string
}

/** A relationship type of Neo4j, with all that its declarations say of it. */
export interface RelationshipType {
  readonly name: string
  readonly description: string
  readonly iri: Term
  /** Labels that it starts from and ends at, pair by pair. */
  readonly ends: readonly { readonly from: string; readonly to: string }[]
  /** Its own properties, beside those of every statement. */
  readonly properties: ReadonlyMap<string, Property>
  /** The ends at which very many of these meet, so that their rows are read page by page from an index. */
  readonly crowded: readonly ('from' | 'to')[]
  /** What it holds of its ends, so that those that meet at the other, crowded, end are found by it. */
  readonly carried: readonly Carried[]
}

/** A property of the node at one end that each statement of a type holds too, under a name of its own. */
export interface Carried {
  readonly end: 'from' | 'to'
  readonly property: string
  readonly stored: string
}

/** A relationship type as seen from one node type, in one direction: a field that is traversed. */
export interface Traversal {
  readonly name: string
  readonly description: string
  readonly relationship: RelationshipType
  readonly direction: 'OUT' | 'IN'
  /** Labels that can stand at the other end. */
  readonly targets: readonly string[]
  /** Every node has at most one: the field gives it directly, without a connection. */
  readonly single: boolean
  /** A filter field that takes ids of the other end. */
  readonly shortcut?: string
  /** The relationship's own property that orders it. */
  readonly order?: string
}

/** A node that a field works out when asked; of this type, or none. */
export interface ComputedNode {
  readonly name: string
  readonly description: string
  readonly iri: Term
  readonly target: string
}

/** A node type: a label in Neo4j and a type in GraphQL. */
export interface NodeType {
  readonly name: string
  readonly description: string
  readonly iri: Term
  readonly colour: string
  /** Whether people call them by name: their labels are indexed. */
  readonly named: boolean
  /** Root field that looks one up. */
  readonly lookup: string
  /** Root field that lists them, and the key of its records in seed files. */
  readonly list: string
  readonly properties: ReadonlyMap<string, Property>
  readonly traversals: ReadonlyMap<string, Traversal>
  readonly computed: ReadonlyMap<string, ComputedNode>
}

/** All that the service knows of its domain; everything else derives from it. */
export interface Ontology {
  readonly nodeTypes: ReadonlyMap<string, NodeType>
  readonly relationshipTypes: ReadonlyMap<string, RelationshipType>
  /** What all nodes have. */
  readonly entity: ReadonlyMap<string, Property>
  /** What all relationships have. */
  readonly statement: ReadonlyMap<string, Property>
}

/** Whether a property takes the values of an enum. */
export function isEnum(type: Property['type']): type is EnumType {
  return typeof type === 'object'
}

/** The labels that share an ontology-wide interface: every node carries it beside its own. */
export const entityLabel = 'Entity'
