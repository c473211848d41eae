import { Entity } from '../../schema/entity.ts'
import { declareEnum, type EnumValues } from '../../schema/enums.ts'
import type { Ontology, Property } from '../../schema/ontology.ts'
import { Statement } from '../../schema/statement.ts'
import { declareConnection } from './connections.ts'
import { declareObject, type FieldDeclaration, makeClass, type TypeClass } from './declare.ts'
import { propertyFields } from './properties.ts'

/** `Relationship`, its connection, and the enum of relationship types. */
export interface RelationshipDeclaration {
  readonly relationship: TypeClass
  readonly connection: TypeClass
  readonly types: EnumValues
}

/** Declares `Relationship`, the flat form of every relationship, with its connection and the enum of types. */
export function declareRelationship(ontology: Ontology): RelationshipDeclaration {
  const meanings = [...ontology.relationshipTypes.values()].map(({ name, description }) => [name, description] as const)
  const types = declareEnum('RelationshipType', 'The types of relationship.', Object.fromEntries(meanings))
  const relationship = declareObject(
    makeClass('Relationship'),
    'A relationship of any type, given flat, with both its ends.',
    {
      type: { type: () => types, description: 'Its type.' },
      from: { type: () => Entity, description: 'Where it starts.' },
      to: { type: () => Entity, description: 'Where it ends.' },
      ...ownFields(ontology),
    },
    [Statement],
  )
  return { relationship, connection: declareConnection('Relationship', () => relationship, 'A relationship.'), types }
}

function ownFields(ontology: Ontology): Record<string, FieldDeclaration> {
  return propertyFields(ownProperties(ontology))
}

/** The own properties of all relationship types; where two types give one name two meanings, it is plain text. */
export function ownProperties(ontology: Ontology): Property[] {
  const byName = new Map<string, Property>()
  for (const { properties } of ontology.relationshipTypes.values())
    for (const property of properties.values()) {
      const known = byName.get(property.name)
      const type = known && known.type !== property.type ? 'String' : property.type
      byName.set(property.name, { ...property, type, required: false })
    }
  return [...byName.values()]
}
