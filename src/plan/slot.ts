import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'

/**
 * Stands in a plan for a value that comes with each request: a path into its variables.
 * A plan made with slots serves every request of the same shape, so its Cypher text never varies with values.
 */
export class Slot {
  constructor(readonly path: readonly (string | number)[]) {}

  /** The value that these variables hold there. */
  read(variables: Readonly<Record<string, unknown>>): unknown {
    let value: unknown = variables
    for (const step of this.path) value = (value as Record<string | number, unknown> | undefined)?.[step]
    return value
  }
}

/** A value in a plan: as written in the document, or a {@link Slot}. */
export type Leaf = unknown

/** The value of a leaf for one request. */
export function readLeaf(leaf: Leaf, variables: Readonly<Record<string, unknown>>): unknown {
  if (leaf instanceof Slot) return leaf.read(variables)
  if (Array.isArray(leaf)) return leaf.map(item => readLeaf(item, variables))
  return leaf
}

/** A whole number as the query has it, up to the largest; the largest when it comes with each request. */
export function written(leaf: Leaf, largest: number): number {
  return typeof leaf === 'number' && leaf >= 1 && leaf <= largest ? leaf : largest
}

/** The variables of a request with slots for its values, and the key that requests of the same shape share. */
export interface Shape {
  readonly variables: Readonly<Record<string, unknown>>
  readonly key: string
}

/** Replaces the values of coerced variables by slots; what decides over the plan itself stays: enums, booleans and nulls. */
export function shapeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Shape {
  const shaped: Record<string, unknown> = {}
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    if (!(name in variables)) continue
    const inputType = typeFromAST(schema, type as never) as GraphQLInputType
    shaped[name] = replace(inputType, variables[name], [name])
  }
  return { variables: shaped, key: printShape(shaped) }
}

function printShape(value: unknown): string {
  if (value instanceof Slot) return '?'
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? ''
  if (Array.isArray(value)) return `[${value.map(printShape).join()}]`
  let text = '{'
  for (const name in value) text += `${name}:${printShape((value as Record<string, unknown>)[name])},`
  return `${text}}`
}

function replace(type: GraphQLInputType, value: unknown, path: readonly (string | number)[]): unknown {
  if (isNonNullType(type)) return replace(type.ofType, value, path)
  if (value === null || value === undefined || typeof value === 'boolean' || isEnumType(type)) return value
  if (isListType(type)) {
    if (isEnumType(getNamedType(type))) return value
    const items = value as unknown[]
    return holdsObjects(type) ? items.map((item, index) => replace(type.ofType, item, [...path, index])) : new Slot(path)
  }
  if (!isInputObjectType(type)) return new Slot(path)
  const fields = type.getFields()
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(entries.map(([name, held]) => [name, replace(fields[name]!.type, held, [...path, name])]))
}

function holdsObjects(type: GraphQLInputType): boolean {
  if (isListType(type) || isNonNullType(type)) return holdsObjects(type.ofType)
  return isInputObjectType(type)
}
