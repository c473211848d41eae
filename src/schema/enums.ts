import { registerEnumType } from 'type-graphql'

/** The values of an enum, each under its own name. */
export type EnumValues<Name extends string = string> = Readonly<Record<Name, Name>>

/** An enum as data: what the ontology, the seed's JSON Schema and the reference page read. */
export interface EnumType {
  readonly name: string
  readonly description: string
  /** Each value with its meaning. */
  readonly values: ReadonlyMap<string, string>
}

const declared = new Map<object, EnumType>()

/** Declares an enum once, each value with its meaning, for GraphQL and for the ontology. */
export function declareEnum<Name extends string>(
  name: string,
  description: string,
  meanings: Record<Name, string>,
): EnumValues<Name> {
  const names = Object.keys(meanings) as Name[]
  const values = Object.freeze(Object.fromEntries(names.map(value => [value, value]))) as EnumValues<Name>
  const valuesConfig = Object.fromEntries(names.map(value => [value, { description: meanings[value] }]))
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never })
  declared.set(values, { name, description, values: new Map(Object.entries<string>(meanings)) })
  return values
}

/** The enum that {@link declareEnum} made of these values, if it did. */
export function findEnum(values: unknown): EnumType | undefined {
  return declared.get(values as object)
}

/** The object that stands for an enum in TypeScript and in type-graphql. */
export function enumValues(type: EnumType): EnumValues {
  for (const [values, known] of declared) if (known === type) return values as EnumValues
  throw new TypeError(`The enum ${type.name} was not declared.`)
}
