import { GraphQLJSON } from 'graphql-scalars'
import { DateScalar, DateTimeScalar } from '../../schema/scalars.ts'
import { declareObject, type FieldDeclaration, makeClass } from './declare.ts'
import { Revision } from './special.ts'

/** Declares the root field that cites an answer. */
export function declareCite(): FieldDeclaration {
  const citation = declareObject(makeClass('Citation'), 'By what an answer is known, so that it can be had again years later.', {
    permalink: { type: () => String, description: 'An address that gives the same answer again, or says what differs.' },
    query: { type: () => String, description: 'The operation, with the times of each root field written into it.' },
    variables: { type: () => GraphQLJSON, description: 'Its variables.' },
    revision: { type: () => Revision, description: 'The revision of the graph that it was answered from.' },
    validAt: { type: () => DateScalar, description: 'The day in the world that it was answered for.' },
    knownAt: { type: () => DateTimeScalar, description: 'The instant whose knowledge it was answered from.' },
    sha256: {
      type: () => String,
      description: 'SHA-256, in hexadecimal, of the canonical answer: its data as JSON in the form of RFC 8785, in UTF-8.',
    },
    bibtex: { type: () => String, description: 'An entry for BibTeX.' },
    cslJson: { type: () => GraphQLJSON, description: 'The items for CSL-JSON.' },
    answer: { type: () => GraphQLJSON, description: 'The answer: the data of the operation.' },
  })
  return {
    type: () => citation,
    description: 'Cites the answer to an operation: asks for it as of fixed times, and says by what it is known.',
    arguments: {
      query: { type: () => String, description: 'A GraphQL document with the query to cite.', required: true },
      variables: { type: () => GraphQLJSON, description: 'Its variables.' },
      operationName: { type: () => String, description: 'The name of the query, when the document has several operations.' },
    },
  }
}
