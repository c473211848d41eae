import { GraphQLInputObjectType, type GraphQLSchema, specifiedDirectives } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { nodeTypes } from '../../schema/nodeTypes.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { readOntology } from '../../schema/readOntology.ts'
import { addSubscription } from '../changes/subscription.ts'
import { citeDirective } from './citeDirective.ts'
import { declareCoding } from './coding.ts'
import { oneOfInputs } from './editInputs.ts'
import { declareInputs } from './filters.ts'
import { declareMutations } from './mutations.ts'
import { declareNodes } from './nodes.ts'
import { declareReconciliation } from './reconciliation.ts'
import { declareRoot } from './root.ts'

let built: { ontology: Ontology; schema: GraphQLSchema } | undefined

/** What answers depend on beside the graph. */
export interface SchemaSettings {
  /** Where Bloom is. */
  readonly bloomUrl?: string
}

/**
 * The ontology and the GraphQL schema made from it, with these settings among its extensions. Built once, since type-graphql
 * keeps what it is told for the whole process.
 */
export function buildGraphQLSchema(settings: SchemaSettings = {}): {
  readonly ontology: Ontology
  readonly schema: GraphQLSchema
} {
  const { ontology, schema } = (built ??= build())
  schema.extensions = { ...settings }
  return { ontology, schema }
}

function build(): { ontology: Ontology; schema: GraphQLSchema } {
  const ontology = readOntology()
  const inputs = declareInputs(ontology)
  const nodes = declareNodes(ontology, inputs)
  const coding = declareCoding()
  const reconciliation = declareReconciliation(ontology)
  const root = declareRoot(ontology, nodes, inputs, coding, reconciliation)
  const edits = declareMutations(ontology, nodes.relationships, coding, reconciliation)
  const schema = buildSchemaSync({
    directives: [...specifiedDirectives, citeDirective],
    resolvers: [root as never, edits as never],
    orphanedTypes: [...nodeTypes] as never,
    validate: false,
  })
  for (const name of oneOfInputs) markOneOf(schema, name)
  return { ontology, schema: addSubscription(schema) }
}

/** type-graphql does not know input types of which exactly one field is given; graphql-js does. */
function markOneOf(schema: GraphQLSchema, name: string): void {
  const type = schema.getType(name)
  if (!(type instanceof GraphQLInputObjectType)) throw new TypeError(`${name} is no input type.`)
  type.isOneOf = true
}
