import { searchProperty } from '../../cypher/constraints.ts'
import { storedNames } from '../../cypher/printProperty.ts'
import { lookupProperties } from '../../cypher/record.ts'
import { isEnum, type Ontology, type Property, type RelationshipType } from '../../schema/ontology.ts'
import type { DataType } from './shape.ts'

/** A property under the name that it is stored by. */
export interface Stored {
  readonly name: string
  readonly dataType: DataType
}

/** What the service writes on everything that it stores. */
const recorded: readonly Stored[] = [
  { name: 'dataset', dataType: 'string' },
  { name: 'revision', dataType: 'bigint' },
  { name: 'hash', dataType: 'string' },
]

/** The properties that nodes have in the database, of those that are declared. */
export function storedProperties(declared: Iterable<Property>): Stored[] {
  const searched = [...Object.values(searchProperty), ...lookupProperties].map((name): Stored => ({ name, dataType: 'string' }))
  return [...describe(declared), ...searched, { name: 'recordedAt', dataType: 'DateTime' }, ...recorded]
}

/** The properties that relationships of a type have in the database. */
export function storedStatementProperties({ statement }: Ontology, { properties }: RelationshipType): Stored[] {
  const keys: readonly Stored[] = [
    { name: 'key', dataType: 'string' },
    { name: 'unbounded', dataType: 'boolean' },
  ]
  return [...describe(properties.values()), ...describe(statement.values()), ...keys, ...recorded]
}

/** Whether a stored property says nothing to a person. */
export function isForMachines(name: string): boolean {
  return ['hash', 'file', ...lookupProperties, ...Object.values(searchProperty)].includes(name)
}

function describe(declared: Iterable<Property>): Stored[] {
  return [...declared]
    .filter(({ computed }) => !computed)
    .flatMap(property => storedNames(property).map(name => ({ name, dataType: dataTypeOf(property) })))
}

function dataTypeOf({ type, list }: Property): DataType {
  if (list) return 'array'
  if (isEnum(type)) return 'string'
  if (type === 'Int') return 'bigint'
  if (type === 'Boolean') return 'boolean'
  return type === 'Date' || type === 'DateTime' ? type : 'string'
}
