import { Field, ID, Int, ObjectType } from 'type-graphql'
import { RankFilter } from '../../schema/statement.ts'
import type { ArgumentDeclaration, FieldDeclaration, TypeClass } from './declare.ts'
import { declareObject, makeClass } from './declare.ts'

/** Where a page stands among all pages. */
@ObjectType({ description: 'Where a page stands among all pages, after the Relay specification.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more rows follow.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Whether the page was asked for with a cursor, so that rows stand before it.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'The cursor of the first row; none when the page is empty.' })
  startCursor?: string

  @Field(() => String, { nullable: true, description: 'The cursor of the last row, to be given as `after` for the next page.' })
  endCursor?: string
}

/** Makes the connection type and the edge type of some rows, after the Relay specification. */
export function declareConnection(
  name: string,
  node: () => TypeClass,
  description: string,
  edgeFields: Readonly<Record<string, FieldDeclaration>> = {},
  interfaces: readonly TypeClass[] = [],
): TypeClass {
  const edge = declareObject(
    makeClass(`${name}Edge`),
    `One row of ${name}Connection.`,
    {
      cursor: { type: () => String, description: 'Marks this row, to be given as `after`; opaque.' },
      node: { type: node, description },
      ...edgeFields,
    },
    interfaces,
  )
  return declareObject(makeClass(`${name}Connection`), `A page of rows: ${lowerFirst(description)}`, {
    edges: { type: () => [edge], description: 'The rows of this page.' },
    pageInfo: { type: () => PageInfo, description: 'Where this page stands.' },
    totalCount: { type: () => Int, description: 'How many rows there are on all pages.' },
  })
}

/** The arguments by which a page is chosen. */
export function pageArguments(usual: number, largest: number): Record<string, ArgumentDeclaration> {
  return {
    first: { type: () => Int, description: `How many rows at most, from 0 to ${largest}.`, default: usual },
    after: { type: () => String, description: 'The cursor after which the page starts.' },
  }
}

/** The argument by which statements that are set aside are asked for as well. */
export const rankArgument: ArgumentDeclaration = {
  type: () => RankFilter,
  description: 'Which statements are shown, by their rank.',
  default: RankFilter.BEST,
}

/** An argument that takes an id. */
export function idArgument(description: string, required = false): ArgumentDeclaration {
  return { type: () => ID, description, required }
}

function lowerFirst(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1)
}
