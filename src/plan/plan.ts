import type { BloomPerspective } from '../schema/bloomPerspective.ts'
import type { DisputeKind } from '../schema/dispute.ts'
import type { GapKind } from '../schema/gaps.ts'
import type { Language } from '../schema/language.ts'
import type { NodeType, Property, RelationshipType, Traversal } from '../schema/ontology.ts'
import type { RankFilter } from '../schema/statement.ts'
import type { StatusScheme } from '../schema/statusSchemes.ts'
import type { Leaf } from './slot.ts'

/** The two times that an answer holds for: a day in the world, and the instant whose knowledge it gives. */
export interface AsOf {
  /** Today when neither this nor {@link AsOf.dayOf} is given. */
  readonly validAt?: Leaf
  /** The present, which is printed and read in a faster way, when it is not given. */
  readonly knownAt?: Leaf
  /** The instant on whose day the answer holds where no day is given: what was known then was asked for that day. */
  readonly dayOf?: Leaf
}

/** What is read of a node: one variant per node type that can stand there. */
export interface NodePlan {
  readonly variants: readonly Variant[]
  /** Whether the type in GraphQL is an interface, so that each row must say its own type. */
  readonly abstract: boolean
}

/** The fields read when the node is of this type. */
export interface Variant {
  readonly type: NodeType
  readonly fields: readonly FieldPlan[]
}

/** The name of the GraphQL type under a response key. */
export interface TypenameField {
  readonly kind: 'typename'
  readonly key: string
  readonly name: string
}
/** A property of a node or of a statement. */
export interface PropertyField {
  readonly kind: 'property'
  readonly key: string
  readonly property: Property
  readonly language?: Language
  readonly asOf: AsOf
}
/** A node at the other end of a relationship of which there is at most one. */
export interface SingleField {
  readonly kind: 'single'
  readonly key: string
  readonly traversal: Traversal
  readonly asOf: AsOf
  readonly node: NodePlan
}
/** A node that is worked out when asked. */
export interface ComputedField {
  readonly kind: 'computed'
  readonly key: string
  readonly name: string
  readonly asOf: AsOf
  readonly node: NodePlan
}
/** A page of rows. */
export interface ConnectionField {
  readonly kind: 'connection'
  readonly key: string
  readonly connection: ConnectionPlan
}
/** What a commitment's status is called in a published taxonomy. */
export interface StatusField {
  readonly kind: 'status'
  readonly key: string
  readonly scheme: keyof typeof StatusScheme
  readonly asOf: AsOf
  readonly fields: readonly (TypenameField | { readonly kind: 'scheme' | 'value' | 'lossy' | 'loss'; readonly key: string })[]
}
/** How the status of a commitment came about, report by report. */
export interface HistoryField {
  readonly kind: 'history'
  readonly key: string
  readonly asOf: AsOf
  readonly fields: readonly HistoryFieldPlan[]
}
export type HistoryFieldPlan =
  | TypenameField
  | PropertyField
  | { readonly kind: 'date'; readonly key: string }
  | { readonly kind: 'report'; readonly key: string; readonly node: NodePlan }
/** The kinds of gap that a commitment has. */
export interface GapsField {
  readonly kind: 'gaps'
  readonly key: string
  readonly asOf: AsOf
  readonly gaps: readonly Gap[]
}
/** The address that opens Bloom at a node. */
export interface BloomUrlField {
  readonly kind: 'bloomUrl'
  readonly key: string
  /** Where Bloom is; none when the service was not told. */
  readonly base: string | undefined
  readonly perspective: BloomPerspective
  /** What stands in the search bar, in place of the node itself. */
  readonly phrase: Leaf
}
export type FieldPlan =
  | TypenameField
  | PropertyField
  | SingleField
  | ComputedField
  | ConnectionField
  | StatusField
  | HistoryField
  | GapsField
  | BloomUrlField

/** Which statements are shown: those that are not set aside, or all. */
export type Ranks = keyof typeof RankFilter

/** Pairs of labels that statements can lead from and to. */
export type Ends = RelationshipType['ends']

/** Where the rows of a connection come from. */
export type RowSource =
  | { readonly kind: 'nodes'; readonly type: NodeType; readonly condition: Condition; readonly asOf: AsOf }
  | {
      readonly kind: 'traversal'
      readonly traversal: Traversal
      readonly condition: Condition
      readonly statement: Condition
      readonly ranks: Ranks
      readonly asOf: AsOf
    }
  | {
      readonly kind: 'relationships'
      readonly types: readonly RelationshipType[]
      readonly ends: Ends
      /** Whether only those of the node above are wanted. */
      readonly ofNode: boolean
      /** The type of that node, where all nodes above are of one. */
      readonly nodeType?: NodeType
      readonly condition: Condition
      readonly ranks: Ranks
      readonly from?: Leaf
      readonly to?: Leaf
      readonly asOf: AsOf
    }
  | {
      readonly kind: 'handlings'
      readonly commitment?: Leaf
      readonly institution?: Leaf
      readonly instrument?: Leaf
      readonly theme?: Leaf
      readonly ranks: Ranks
      readonly asOf: AsOf
    }
  | {
      readonly kind: 'search'
      readonly query: Leaf
      readonly types: readonly NodeType[]
      readonly language?: Language
      readonly asOf: AsOf
    }
  | {
      readonly kind: 'disputes'
      readonly dispute?: keyof typeof DisputeKind
      readonly entity?: Leaf
      readonly asOf: AsOf
    }

/** A page of rows with what is asked of it. */
export interface ConnectionPlan {
  readonly source: RowSource
  readonly page: Page
  readonly order: readonly OrderKey[]
  readonly fields: readonly ConnectionFieldPlan[]
}

export interface Page {
  /** The name of the field, for errors. */
  readonly field: string
  readonly first: Leaf
  readonly after?: Leaf
  readonly largest: number
}

/** One key of an order; ids that break ties are added by the printer. */
export interface OrderKey {
  readonly property: Property
  readonly of: 'node' | 'statement'
  readonly descending: boolean
}

export type ConnectionFieldPlan =
  | TypenameField
  | { readonly kind: 'totalCount'; readonly key: string }
  | { readonly kind: 'pageInfo'; readonly key: string; readonly fields: readonly PageInfoField[] }
  | { readonly kind: 'edges'; readonly key: string; readonly fields: readonly EdgeFieldPlan[] }

export type PageInfoField =
  | TypenameField
  | { readonly kind: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor'; readonly key: string }

export type EdgeFieldPlan =
  | TypenameField
  | PropertyField
  | { readonly kind: 'cursor' | 'score'; readonly key: string }
  | { readonly kind: 'node'; readonly key: string; readonly node: NodePlan }
  | { readonly kind: 'relationship'; readonly key: string; readonly fields: readonly RelationshipFieldPlan[] }
  | { readonly kind: 'handling'; readonly key: string; readonly fields: readonly HandlingFieldPlan[] }
  | { readonly kind: 'dispute'; readonly key: string; readonly fields: readonly DisputeFieldPlan[] }

/** A field of a relationship given flat, with both its ends. */
export type RelationshipFieldPlan =
  | TypenameField
  | PropertyField
  | { readonly kind: 'type'; readonly key: string }
  | { readonly kind: 'from' | 'to'; readonly key: string; readonly node: NodePlan }

/** A field of one answer to "who handles what". */
export type HandlingFieldPlan =
  | TypenameField
  | PropertyField
  | {
      readonly kind: 'institution' | 'commitment' | 'legalBasis' | 'passage' | 'passages'
      readonly key: string
      readonly node: NodePlan
    }
  | { readonly kind: 'rivals'; readonly key: string; readonly fields: readonly RelationshipFieldPlan[] }

/** A field of a property of which sources say different things. */
export type DisputeFieldPlan =
  | TypenameField
  | { readonly kind: 'id' | 'kind' | 'property' | 'value'; readonly key: string }
  | { readonly kind: 'entity'; readonly key: string; readonly node: NodePlan }
  | { readonly kind: 'claims'; readonly key: string; readonly fields: readonly DisputedClaimFieldPlan[] }

/** A field of what one source says in a dispute: of its statement, or of the claim that it makes. */
export type DisputedClaimFieldPlan =
  | TypenameField
  | PropertyField
  | { readonly kind: 'value' | 'claimedBy'; readonly key: string }
  | { readonly kind: 'claim'; readonly key: string; readonly node: NodePlan }

/** A kind of gap with the condition that commitments which have it meet. */
export interface Gap {
  readonly kind: keyof typeof GapKind
  readonly condition: Condition
}

/** A field of the coverage of the whole graph. */
export type CoverageFieldPlan =
  | CoverageCountField
  | {
      readonly kind: 'group'
      readonly key: string
      /** The type that the commitments are grouped by, and the way there from a commitment. */
      readonly by: NodeType
      readonly steps: readonly Traversal[]
      readonly fields: readonly (CoverageCountField | { readonly kind: 'node'; readonly key: string; readonly node: NodePlan })[]
    }

/** How many commitments there are, or how many have each kind of gap. */
export type CoverageCountField =
  | TypenameField
  | { readonly kind: 'commitments'; readonly key: string }
  | {
      readonly kind: 'gaps'
      readonly key: string
      readonly fields: readonly (TypenameField | { readonly kind: 'kind' | 'count'; readonly key: string })[]
    }

/** A condition on a node or on a statement. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly property: Property; readonly operator: Operator; readonly value: Leaf }
  | {
      readonly kind: 'related'
      readonly traversal: Traversal
      readonly node: Condition
      readonly statement: Condition
      readonly ranks: Ranks
    }

export type Operator =
  | 'in'
  | 'equals'
  | 'less'
  | 'atMost'
  | 'greater'
  | 'atLeast'
  | 'contains'
  | 'startsWith'
  | 'exists'
  /** A list holds one of these. */
  | 'includes'
  /** A day is the one asked for, or comes before it. */
  | 'reached'

/** A field of the graph that lies between or around entities. */
export type GraphFieldPlan =
  | TypenameField
  | { readonly kind: 'length'; readonly key: string }
  | { readonly kind: 'nodes'; readonly key: string; readonly node: NodePlan }
  | { readonly kind: 'relationships'; readonly key: string; readonly fields: readonly RelationshipFieldPlan[] }

/** What one root field of an operation asks for. */
export type RootPlan =
  | {
      readonly kind: 'node'
      /** The unique properties by which it is looked up. */
      readonly by: readonly { readonly property: Property; readonly value: Leaf }[]
      readonly type?: NodeType
      readonly asOf: AsOf
      readonly node: NodePlan
    }
  | { readonly kind: 'connection'; readonly connection: ConnectionPlan }
  | {
      readonly kind: 'paths'
      readonly from: Leaf
      readonly to: Leaf
      readonly maxLength: Leaf
      readonly first: Leaf
      readonly types: readonly RelationshipType[]
      readonly asOf: AsOf
      readonly fields: readonly GraphFieldPlan[]
    }
  | {
      readonly kind: 'neighbourhood'
      readonly id: Leaf
      /** The type of what stands in the middle, where it is known. */
      readonly centre?: NodeType
      readonly depth: Leaf
      readonly limit: Leaf
      readonly types: readonly RelationshipType[]
      readonly asOf: AsOf
      readonly fields: readonly GraphFieldPlan[]
    }
  | {
      readonly kind: 'revision'
      readonly asOf: AsOf
      readonly fields: readonly (TypenameField | { readonly kind: 'number' | 'at'; readonly key: string })[]
    }
  | {
      readonly kind: 'coverage'
      readonly asOf: AsOf
      readonly gaps: readonly Gap[]
      readonly fields: readonly CoverageFieldPlan[]
    }

/** The condition that always holds. */
export const always: Condition = { kind: 'all', of: [] }
