import { closest } from 'fastest-levenshtein'
import { readPosition } from '../../cypher/changePosition.ts'
import type { ChangesRequest } from '../../database/readChanges.ts'
import { ArgumentError } from '../../plan/argumentError.ts'
import { largestRootPage } from '../../plan/planConnection.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { isDate, isDateTime } from '../../schema/scalars.ts'

/** What a caller gives to say which changes it wants, not yet checked. */
export interface GivenChanges {
  readonly after?: unknown
  readonly first?: unknown
  readonly types?: unknown
  readonly asOf?: unknown
}

/** Checks which changes are asked for; an `ArgumentError` says what is wrong. */
export function readChangesRequest(ontology: Ontology, given: GivenChanges): ChangesRequest {
  const { after, first = largestRootPage, types, asOf } = given
  const position = readPosition(String(after ?? '0'))
  if (!position) throw new ArgumentError('changes.after', after, 'a cursor that this feed gave, or the number of a revision', '0')
  const size = Number(first)
  if (!Number.isInteger(size) || size < 0 || size > largestRootPage)
    throw new ArgumentError(
      'changes.first',
      first,
      `a whole number from 0 to ${largestRootPage}`,
      String(size < 0 ? 0 : largestRootPage),
    )
  return { after: position, first: size, types: readTypes(ontology, types), validAt: readDay(asOf), knownAt: readInstant(asOf) }
}

function readTypes(ontology: Ontology, types: unknown): string[] | undefined {
  if (types === undefined || types === null) return undefined
  const known = [...ontology.nodeTypes.keys(), ...ontology.relationshipTypes.keys()]
  return (types as unknown[]).map(type => {
    const name = String(type)
    if (!known.includes(name))
      throw new ArgumentError('changes.types', name, 'names of node types and relationship types', closest(name, known))
    return name
  })
}

/** The same for whoever follows: what is still to come is not known at any instant. */
export function readFollowRequest(ontology: Ontology, given: GivenChanges): ChangesRequest {
  const request = readChangesRequest(ontology, given)
  if (request.knownAt !== undefined)
    throw new ArgumentError('changes.asOf.knownAt', request.knownAt, 'nothing where changes are followed as they are made')
  return request
}

function readInstant(asOf: unknown): string | undefined {
  const { knownAt } = (asOf ?? {}) as { knownAt?: unknown }
  if (knownAt === undefined || knownAt === null) return undefined
  if (!isDateTime(String(knownAt)))
    throw new ArgumentError('changes.asOf.knownAt', knownAt, 'an instant like 2018-06-11T12:00:00Z')
  return String(knownAt)
}

function readDay(asOf: unknown): string | undefined {
  const { validAt } = (asOf ?? {}) as { validAt?: unknown }
  if (validAt === undefined || validAt === null) return undefined
  if (!isDate(String(validAt))) throw new ArgumentError('changes.asOf.validAt', validAt, 'a day like 2018-06-11')
  return String(validAt)
}
