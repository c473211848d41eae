import 'reflect-metadata'
import type { GraphQLScalarType } from 'graphql'
import { Arg, Field, InputType, ObjectType } from 'type-graphql'
import type { EnumValues } from '../../schema/enums.ts'

/** A class of ours that stands for a GraphQL type; it is never instantiated. */
export type TypeClass = abstract new () => object
/** What a field or an argument can hold, as type-graphql takes it. */
export type Held = TypeClass | GraphQLScalarType | EnumValues | StringConstructor | BooleanConstructor
type Thunk = () => Held | [Held]

/** One argument of a field. */
export interface ArgumentDeclaration {
  readonly type: Thunk
  readonly description: string
  readonly required?: boolean
  readonly default?: unknown
}

/** One field of a type that is made from the ontology. */
export interface FieldDeclaration {
  readonly type: Thunk
  readonly description: string
  readonly nullable?: boolean
  readonly arguments?: Readonly<Record<string, ArgumentDeclaration>>
}

/** One field of an input type. */
export interface InputDeclaration {
  readonly type: Thunk
  readonly description: string
  readonly required?: boolean
}

/** Makes a class by this name, to which type-graphql's decorators can be applied. */
export function makeClass(name: string): TypeClass {
  return { [name]: class {} }[name] as TypeClass
}

/** Declares an object type from data: the same calls that type-graphql's decorators make. */
export function declareObject(
  type: TypeClass,
  description: string,
  fields: Readonly<Record<string, FieldDeclaration>>,
  interfaces: readonly TypeClass[] = [],
): TypeClass {
  ObjectType({ description, simpleResolvers: true, implements: interfaces as never })(type)
  declareFields(type, fields)
  return type
}

/** Adds fields to a type. */
export function declareFields(type: TypeClass, fields: Readonly<Record<string, FieldDeclaration>>): void {
  for (const [name, field] of Object.entries(fields)) {
    Field(field.type as never, { description: field.description, nullable: field.nullable ?? false })(type.prototype, name)
    declareArguments(type, name, field.arguments ?? {})
  }
}

/** Declares an input type from data. */
export function declareInput(
  type: TypeClass,
  description: string,
  fields: Readonly<Record<string, InputDeclaration>>,
): TypeClass {
  InputType({ description })(type)
  for (const [name, { type: held, description: meaning, required = false }] of Object.entries(fields))
    Field(held as never, { description: meaning, nullable: !required })(type.prototype, name)
  return type
}

/** Adds arguments to a field, the first of them at this position among its method's parameters. */
export function declareArguments(
  type: TypeClass,
  field: string,
  declared: Readonly<Record<string, ArgumentDeclaration>>,
  position = 0,
): void {
  Object.entries(declared).forEach(([name, argument], index) => {
    const { description, required = false, default: defaultValue } = argument
    const options = { description, nullable: !required, ...(defaultValue !== undefined && { defaultValue, nullable: false }) }
    Arg(name, argument.type as never, options as never)(type.prototype, field, position + index)
  })
}
