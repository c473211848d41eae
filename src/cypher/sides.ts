import type { RowSource } from '../plan/plan.ts'
import type { RelationshipType, Traversal } from '../schema/ontology.ts'
import { isPast } from './knownAt.ts'

type Wanted = Pick<Extract<RowSource, { kind: 'relationships' }>, 'types' | 'ofNode' | 'nodeType' | 'from' | 'to' | 'asOf'>

/** An end at which the node stands whose relationships are wanted, with the types that it may have there. */
export interface Side {
  readonly near: 'from' | 'to'
  /** Those of which very many may meet there. */
  readonly crowded: readonly RelationshipType[]
  readonly others: readonly RelationshipType[]
}

/** The ends at which the node stands; none where no index tells what very many share: in the past, or of a node of unknown type. */
export function sidesOf({ types, ofNode, nodeType, from, to, asOf }: Wanted): Side[] {
  const one = (from === undefined) !== (to === undefined)
  if (isPast(asOf) || (ofNode ? !nodeType : !one)) return []
  const ends: Side['near'][] = ofNode ? ['from', 'to'] : [to === undefined ? 'from' : 'to']
  return ends.map(near =>
    sideOf(
      near,
      types.filter(type => !nodeType || type.ends.some(pair => pair[near] === nodeType.name)),
    ),
  )
}

/** Both ends, with all of these types at each: those of a node of which no type is known. */
export function sidesOfAny(types: readonly RelationshipType[]): Side[] {
  return [sideOf('from', types), sideOf('to', types)]
}

function sideOf(near: Side['near'], types: readonly RelationshipType[]): Side {
  const isCrowded = (type: RelationshipType) => type.crowded.includes(near)
  return { near, crowded: types.filter(isCrowded), others: types.filter(type => !isCrowded(type)) }
}

/** Whether indexes tell some of it. */
export function isCrowdedAt(sides: readonly Side[]): boolean {
  return sides.some(({ crowded }) => crowded.length > 0)
}

/** The rows that a traversal of one node gives. */
export type Traversed = Extract<RowSource, { kind: 'traversal' }>

/** The end of its relationships at which a traversal starts. */
export function near({ direction }: Traversal): 'from' | 'to' {
  return direction === 'OUT' ? 'from' : 'to'
}

/** The end of its relationships to which a traversal leads. */
export function far({ direction }: Traversal): 'from' | 'to' {
  return direction === 'OUT' ? 'to' : 'from'
}
