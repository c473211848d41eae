import { ID, Int } from 'type-graphql'
import { enumValues } from '../../schema/enums.ts'
import { Language } from '../../schema/language.ts'
import { isEnum, type Property } from '../../schema/ontology.ts'
import { DateScalar, DateTimeScalar } from '../../schema/scalars.ts'
import { AsOf } from './asOf.ts'
import type { ArgumentDeclaration, FieldDeclaration, Held } from './declare.ts'

/** The GraphQL fields of these properties; hidden ones have none. */
export function propertyFields(properties: Iterable<Property>): Record<string, FieldDeclaration> {
  const shown = [...properties].filter(property => !property.hidden)
  return Object.fromEntries(shown.map(property => [property.name, propertyField(property)]))
}

function propertyField(property: Property): FieldDeclaration {
  const held = heldBy(property)
  const given: Record<string, ArgumentDeclaration> = {}
  if (property.translated)
    given['lang'] = {
      type: () => Language,
      description: 'The language wanted; where it is missing, another one answers.',
      default: Language.EN,
    }
  if (property.computed)
    given['asOf'] = { type: () => AsOf, description: 'The times asked for, each in place of that of the root field.' }
  return {
    type: () => (property.list ? [held] : held),
    description: property.description,
    nullable: !property.required && !property.list,
    arguments: given,
  }
}

/** What a property holds, as type-graphql takes it. */
export function heldBy({ type }: Property): Held {
  if (isEnum(type)) return enumValues(type)
  return { ID, Int, String, Boolean, Date: DateScalar, DateTime: DateTimeScalar }[type] as Held
}
