import { largestNestedPage } from '../../plan/planConnection.ts'
import { BloomPerspective } from '../../schema/bloomPerspective.ts'
import { Entity } from '../../schema/entity.ts'
import { nodeTypes } from '../../schema/nodeTypes.ts'
import type { NodeType, Ontology, RelationshipType, Traversal } from '../../schema/ontology.ts'
import { isEnum, type Property } from '../../schema/ontology.ts'
import { Statement } from '../../schema/statement.ts'
import { AsOf } from './asOf.ts'
import { declareConnection, pageArguments, rankArgument } from './connections.ts'
import { type ArgumentDeclaration, declareFields, type FieldDeclaration, type TypeClass } from './declare.ts'
import type { Inputs } from './filters.ts'
import { heldBy, propertyFields } from './properties.ts'

import { declareRelationship, type RelationshipDeclaration } from './relationships.ts'
import { statusFields } from './status.ts'

/** How many rows a page holds when the query does not say. */
export const usualPage = 25

/** The GraphQL types of the ontology: nodes, statements and the connections between them. */
export interface NodeTypes {
  readonly classes: ReadonlyMap<string, TypeClass>
  readonly relationships: RelationshipDeclaration
}

const bloomUrl: FieldDeclaration = {
  type: () => String,
  nullable: true,
  description: 'The address that opens Neo4j Bloom at it; null when the service does not know where Bloom is.',
  arguments: {
    perspective: {
      type: () => BloomPerspective,
      description: 'The perspective that Bloom opens.',
      default: BloomPerspective.RESEARCHER,
    },
    phrase: { type: () => String, description: 'What stands in the search bar, in place of this entity: a search phrase.' },
  },
}

/** Declares the fields of every node type: its properties, and a connection for each relationship in each direction. */
export function declareNodes(ontology: Ontology, inputs: Inputs): NodeTypes {
  const classes = new Map<string, TypeClass>(nodeTypes.map(nodeClass => [nodeClass.name, nodeClass]))
  const declared = declareRelationship(ontology)
  const { connection, types } = declared
  const relationships: FieldDeclaration = {
    type: () => connection,
    description: 'Every relationship that starts or ends here, flat, by type, the id of the other end, and id.',
    arguments: {
      types: { type: () => [types], description: 'Only relationships of these types.' },
      rank: rankArgument,
      ...pageArguments(usualPage, largestNestedPage),
    },
  }
  declareFields(Statement, propertyFields(ontology.statement.values()))
  declareFields(Entity, { ...propertyFields(ontology.entity.values()), relationships, bloomUrl })
  for (const type of ontology.nodeTypes.values()) {
    const nodeClass = classes.get(type.name)!
    const own = [...type.properties.values()].filter(({ name }) => !ontology.entity.has(name))
    declareFields(nodeClass, propertyFields(own))
    if (type.name === 'Commitment') declareFields(nodeClass, statusFields(type, classes))
    for (const { name, description, target } of type.computed.values())
      declareFields(nodeClass, {
        [name]: {
          type: () => classes.get(target)!,
          nullable: true,
          description,
          arguments: { asOf: { type: () => AsOf, description: 'The times asked for, each in place of that of the root field.' } },
        },
      })
    for (const traversal of type.traversals.values())
      declareFields(nodeClass, { [traversal.name]: traversalField(type, traversal, ontology, classes, inputs) })
  }
  return { classes, relationships: declared }
}

function traversalField(
  type: NodeType,
  traversal: Traversal,
  ontology: Ontology,
  classes: ReadonlyMap<string, TypeClass>,
  inputs: Inputs,
): FieldDeclaration {
  const only = traversal.targets.length === 1 ? traversal.targets[0]! : undefined
  const target = () => (only ? classes.get(only)! : Entity)
  const { description, name, relationship } = traversal
  if (traversal.single) return { type: target, description, nullable: true }
  const own = propertyFields(relationship.properties.values())
  const connection = declareConnection(`${type.name}${name[0]!.toUpperCase()}${name.slice(1)}`, target, description, own, [
    Statement,
  ])
  return {
    type: () => connection,
    description,
    arguments: {
      ...statementArguments(relationship, ontology),
      rank: rankArgument,
      filter: { type: () => inputs.filters.get(only ?? 'Entity')!, description: 'Conditions on the other end.' },
      ...(only && {
        orderBy: { type: () => inputs.orders.get(only)!, description: 'The order of the rows; by id when left out.' },
      }),
      ...pageArguments(usualPage, largestNestedPage),
    },
  }
}

/** Arguments that choose statements: its own properties that are enums, and its basis. */
function statementArguments(relationship: RelationshipType, ontology: Ontology): Record<string, ArgumentDeclaration> {
  const chosen = [...relationship.properties.values(), ontology.statement.get('basis')!].filter(({ type }) => isEnum(type))
  const argument = (property: Property): ArgumentDeclaration => ({
    type: () => [heldBy(property)],
    description: `Only those of which this is one: ${property.description}`,
  })
  return Object.fromEntries(chosen.map(property => [property.name, argument(property)]))
}
