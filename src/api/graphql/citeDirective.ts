import { DirectiveLocation, GraphQLDirective } from 'graphql'

export const directiveName = 'cite'

/** Asks for the citation of a root field's answer, or of a whole operation's, beside it. */
export const citeDirective = new GraphQLDirective({
  name: directiveName,
  description:
    "Adds the citation of this root field's answer, or of the whole operation's, to `extensions.cite`, under the field's response key, or under `operation`.",
  locations: [DirectiveLocation.QUERY, DirectiveLocation.FIELD],
})
