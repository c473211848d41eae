import 'reflect-metadata'
import type { GraphQLScalarType } from 'graphql'
import { type Int, InterfaceType, ObjectType } from 'type-graphql'
import type { EnumValues } from './enums.ts'
import type { Term } from './vocabularies.ts'

/** What a property holds: a scalar, an enum, or a list of one of them. */
export type PropertyType = typeof String | typeof Boolean | typeof Int | GraphQLScalarType | EnumValues
/** Given as a thunk, since declarations refer to each other across modules. */
export type PropertyThunk = () => PropertyType | [PropertyType]
/** A class that declares a node type. */
export type NodeClass = abstract new () => object
type Targets = () => readonly NodeClass[]

interface Described {
  /** A sentence: what it means, with unit, format and source. */
  description: string
  iri: Term
}

export interface PropertyOptions extends Described {
  /** Must be there; checked at ingestion, since Neo4j Community has no existence constraints. */
  required?: boolean
  /** No two nodes share a value; the look-up takes it as an argument. */
  unique?: boolean
  /** Filters and orders by this property start from an index. */
  indexed?: boolean
  /** Its words are found by full-text search. */
  searched?: boolean
  /** One value per language, read with fallback. */
  translated?: boolean
  /** Worked out when asked, from the graph and the date asked for; never stored. */
  computed?: boolean
  /** Written by the loader from other values; not taken from seed files. */
  derived?: boolean
  /**
   * A date that may be known to the month or the year only: seed files take `2018-06` and `2018` for its first day, and how
   * exactly it is known is a property of its own, by this name or else the date's with `Precision`.
   */
  partial?: boolean | string
  /** For the service's own use: not shown in GraphQL. */
  hidden?: boolean
}

/** A node that is worked out when asked. */
export interface ComputedOptions extends Described {
  /** Of which node type it is; there may be none. */
  target: () => NodeClass
}

export interface RelationshipOptions extends Described {
  /** The relationship type in Neo4j. */
  type: string
  /** A class whose properties this relationship has beside those of every statement. */
  properties?: NodeClass
  /** The same relationship seen from its target. */
  reverse: { name: string; description: string; single?: boolean; shortcut?: string }
  /** A filter that takes ids of the other end: `theme` beside `themes`. */
  shortcut?: string
  /** The statement's own property that gives the order of the other ends. */
  order?: string
  /** The ends at which very many of these meet, so that their rows are read page by page from an index. */
  crowded?: readonly ('from' | 'to')[]
  /** Properties of the node at an end that each of these holds too: by them, those that meet at the other, crowded, end are found. */
  carries?: { readonly from?: readonly string[]; readonly to?: readonly string[] }
}

export interface NodeOptions extends Described {
  /** Root field that looks one up. */
  lookup: string
  /** Root field that lists them; also the key of such records in seed files. */
  list: string
  /** Colour in the explorer and in Bloom. */
  colour: string
  /** People call them by name, as in the search phrases of Bloom: their labels are indexed. */
  named?: boolean
  implements?: NodeClass
}

export interface DeclaredProperty extends PropertyOptions {
  name: string
  type: PropertyThunk
}
export interface DeclaredRelationship extends RelationshipOptions {
  name: string
  targets: Targets
}
/** Everything that the decorators of one class said. */
export interface Declaration {
  properties: DeclaredProperty[]
  relationships: DeclaredRelationship[]
  computed: (ComputedOptions & { name: string })[]
  node?: NodeOptions
}

const declarations = new WeakMap<object, Declaration>()

/** What was declared on this class itself. */
export function declarationOf(target: object): Declaration {
  let declaration = declarations.get(target)
  if (!declaration) declarations.set(target, (declaration = { properties: [], relationships: [], computed: [] }))
  return declaration
}

/** A node type: its Neo4j label and its GraphQL type are the name of the class. */
export function Node(options: NodeOptions): ClassDecorator {
  return target => {
    declarationOf(target).node = options
    const interfaces = options.implements ? [options.implements] : []
    ObjectType({ description: options.description, implements: interfaces as never, simpleResolvers: true })(target)
  }
}

/** What several node types, or all statements, have in common. */
export function Interface(options: Described): ClassDecorator {
  return target => {
    InterfaceType({
      description: options.description,
      resolveType: (value: { __typename: string }) => value.__typename,
      autoRegisterImplementations: false,
    })(target)
  }
}

/** A value that a node or a statement has; its GraphQL field is declared when the schema is built. */
export function Property(type: PropertyThunk, options: PropertyOptions): PropertyDecorator {
  return (prototype, name) => {
    declarationOf(prototype.constructor).properties.push({ ...options, name: name as string, type })
  }
}

/** A node that is worked out when asked, from the graph and the times asked for; never stored. */
export function Computed(options: ComputedOptions): PropertyDecorator {
  return (prototype, name) => {
    declarationOf(prototype.constructor).computed.push({ ...options, name: name as string })
  }
}

/** A relationship type, declared where it starts; the reverse end follows from it. */
export function Relationship(targets: Targets, options: RelationshipOptions): PropertyDecorator {
  return (prototype, name) => {
    declarationOf(prototype.constructor).relationships.push({ ...options, name: name as string, targets })
  }
}
