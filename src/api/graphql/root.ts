import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, Info, Int, Query, Resolver } from 'type-graphql'
import { mostEqualPaths } from '../../cypher/foundPaths.ts'
import { deepestNeighbourhood, largestNeighbourhood } from '../../cypher/printNeighbourhood.ts'
import { widestStep } from '../../cypher/printNeighbours.ts'
import { longestPath, mostPaths } from '../../cypher/printPaths.ts'
import { largestRootPage } from '../../plan/planConnection.ts'
import { Entity } from '../../schema/entity.ts'
import { declareEnum } from '../../schema/enums.ts'
import { Language } from '../../schema/language.ts'
import type { Ontology } from '../../schema/ontology.ts'
import type { Caller, Spend } from '../caller.ts'
import { declareAccountability } from './accountability.ts'
import { AsOf } from './asOf.ts'
import { declareChanges, declareRevisions } from './changes.ts'
import { declareCite } from './citation.ts'
import type { CodingDeclaration } from './coding.ts'
import { declareConnection, idArgument, pageArguments, rankArgument } from './connections.ts'
import {
  type ArgumentDeclaration,
  declareArguments,
  declareInput,
  type FieldDeclaration,
  makeClass,
  type TypeClass,
} from './declare.ts'
import { type Inputs, propertyInputs } from './filters.ts'
import type { Editing } from './mutations.ts'
import { type NodeTypes, usualPage } from './nodes.ts'
import type { ReconciliationDeclaration } from './reconciliation.ts'
import { declareSpecial, Revision } from './special.ts'

/** What a resolver of a root field needs: who asks, and something that answers it whole. */
export interface Answering extends Editing {
  readonly caller: Caller
  /** Counts further requests of the caller; refuses them when nothing is left to it. */
  readonly spend: Spend
  /** Stands before the paths of the service in addresses: `https://pacta.example.org`. */
  readonly origin: string
  /** What answers another request of the same caller, such as one within this one. */
  again(): Answering
  answer(info: GraphQLResolveInfo): Promise<unknown>
  cite(info: GraphQLResolveInfo): Promise<unknown>
  code(info: GraphQLResolveInfo): Promise<unknown>
  reconcile(info: GraphQLResolveInfo): Promise<unknown>
}

const asOf: ArgumentDeclaration = {
  type: () => AsOf,
  description: 'The times that the answer is wanted for; all below inherits them.',
}

/** Declares every root field. Each one is planned, printed and run as one statement by the context's `answer`. */
export function declareRoot(
  ontology: Ontology,
  nodes: NodeTypes,
  inputs: Inputs,
  coding: CodingDeclaration,
  reconciliation: ReconciliationDeclaration,
): TypeClass {
  const fields: Record<string, FieldDeclaration> = {
    ...lookUps(ontology, nodes),
    ...lists(ontology, nodes, inputs),
    ...specials(ontology, nodes),
  }
  const root = makeClass('Root')
  for (const [name, field] of Object.entries(fields)) declareQuery(root, name, field)
  declareQuery(root, 'cite', declareCite(), 'cite')
  for (const [name, field] of Object.entries(coding.fields)) declareQuery(root, name, field, 'code')
  for (const [name, field] of Object.entries(reconciliation.fields)) declareQuery(root, name, field, 'reconcile')
  Resolver()(root)
  return root
}

function declareQuery(
  root: TypeClass,
  name: string,
  field: FieldDeclaration,
  by: 'answer' | 'cite' | 'code' | 'reconcile' = 'answer',
): void {
  const resolve = (info: GraphQLResolveInfo, context: Answering) => context[by](info)
  Object.defineProperty(root.prototype, name, { value: resolve })
  Query(field.type as never, { description: field.description, nullable: field.nullable ?? false })(root.prototype, name, {})
  Info()(root.prototype, name, 0)
  Ctx()(root.prototype, name, 1)
  declareArguments(root, name, field.arguments ?? {}, 2)
}

function lookUps(ontology: Ontology, { classes }: NodeTypes): Record<string, FieldDeclaration> {
  const id = idArgument('Its id: `institution/europol`.', true)
  const any: FieldDeclaration = {
    type: () => Entity,
    nullable: true,
    description: 'The entity with this id, of whatever type; null when there is none.',
    arguments: { id, asOf },
  }
  const typed = [...ontology.nodeTypes.values()].map((type): [string, FieldDeclaration] => {
    const others = [...type.properties.values()].filter(({ unique, name }) => unique && name !== 'id')
    const given = others.map(({ name, description }) => [name, idArgument(description)] as const)
    return [
      type.lookup,
      {
        type: () => classes.get(type.name)!,
        nullable: true,
        description: `One ${type.name}, or null when there is none. ${type.description}`,
        arguments: { id: others.length > 0 ? idArgument('Its id.') : id, ...Object.fromEntries(given), asOf },
      },
    ]
  })
  return { node: any, entity: any, ...Object.fromEntries(typed) }
}

function lists(ontology: Ontology, { classes }: NodeTypes, inputs: Inputs): Record<string, FieldDeclaration> {
  const fields = [...ontology.nodeTypes.values()].map((type): [string, FieldDeclaration] => {
    const connection = declareConnection(type.name, () => classes.get(type.name)!, type.description)
    return [
      type.list,
      {
        type: () => connection,
        description: `All ${type.list} that meet the conditions.`,
        arguments: {
          filter: { type: () => inputs.filters.get(type.name)!, description: 'Conditions; all that are given must hold.' },
          orderBy: { type: () => inputs.orders.get(type.name)!, description: 'The order of the rows; by id when left out.' },
          ...pageArguments(usualPage, largestRootPage),
          asOf,
        },
      },
    ]
  })
  return Object.fromEntries(fields)
}

function specials(
  ontology: Ontology,
  { classes, relationships: { relationship, connection, types } }: NodeTypes,
): Record<string, FieldDeclaration> {
  const { path, neighbourhood, hits, handlings } = declareSpecial(relationship)
  const page = pageArguments(usualPage, largestRootPage)
  const ofTypes: ArgumentDeclaration = { type: () => [types], description: 'Only relationships of these types.' }
  const names = [...ontology.nodeTypes.values()].map(({ name, description }) => [name, description] as const)
  const entityTypes = declareEnum('EntityType', 'The types of entity.', Object.fromEntries(names))
  const filter = declareInput(makeClass('RelationshipFilter'), 'Conditions on a relationship; all that are given must hold.', {
    types: { type: () => [types], description: 'Is of one of these types.' },
    from: idArgument('Starts at the entity with this id.'),
    to: idArgument('Ends at the entity with this id.'),
    ...propertyInputs(ontology.statement.values()),
  })
  return {
    ...declareAccountability(classes, asOf),
    ...declareChanges(ontology, asOf),
    ...declareRevisions(),
    whoHandles: {
      type: () => handlings,
      description: 'Who handles which obligation, on what legal basis, and where that is written. With no argument, all answers.',
      arguments: {
        commitment: idArgument('Only this commitment.'),
        institution: idArgument('Only this institution.'),
        instrument: idArgument('Only commitments that concern this legal instrument.'),
        theme: idArgument('Only commitments about this theme.'),
        rank: rankArgument,
        asOf,
        ...page,
      },
    },
    relationships: {
      type: () => connection,
      description:
        'All relationships, flat, by type and id; those from an entity or to one by type, the id of the other end, and id.',
      arguments: {
        filter: { type: () => filter, description: 'Conditions; all that are given must hold.' },
        rank: rankArgument,
        ...page,
        asOf,
      },
    },
    search: {
      type: () => hits,
      description:
        'Entities whose names or texts hold these words, in any accents, case and inflection; best first, those alike by id.',
      arguments: {
        query: { type: () => String, description: 'The words; all must occur, the last may be cut short.', required: true },
        types: { type: () => [entityTypes], description: 'Only entities of these types.' },
        lang: { type: () => Language, description: 'Only words of this language; all three when left out.' },
        ...page,
        asOf,
      },
    },
    paths: {
      type: () => [path],
      description: `The shortest ways between two entities, along relationships in either direction, none of which comes to an entity twice; the shortest first, those of one length by the ids of their nodes, then of their relationships. Where more than ${mostEqualPaths} are equally short, which of them are compared is open.`,
      arguments: {
        from: idArgument('Where the paths start.', true),
        to: idArgument('Where they end.', true),
        maxLength: { type: () => Int, description: `The longest path wanted, from 1 to ${longestPath}.`, default: 4 },
        types: ofTypes,
        asOf,
        first: { type: () => Int, description: `How many paths at most, from 1 to ${mostPaths}.`, default: 5 },
      },
    },
    neighbourhood: {
      type: () => neighbourhood,
      nullable: true,
      description: `The nodes around one node, by steps and then by id, and the relationships between them; null when there is no such node. A step goes on from a node to its first ${widestStep} neighbours by id.`,
      arguments: {
        id: idArgument('The node in the middle.', true),
        depth: { type: () => Int, description: `How many steps out, from 1 to ${deepestNeighbourhood}.`, default: 1 },
        types: ofTypes,
        asOf,
        limit: { type: () => Int, description: `How many nodes at most, from 1 to ${largestNeighbourhood}.`, default: 100 },
      },
    },
    revision: {
      type: () => Revision,
      description: 'The latest revision of the graph, or the last one at the instant asked for.',
      arguments: { asOf },
    },
  }
}
