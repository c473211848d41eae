import type { EntityRecord, StatementRecord } from '../cypher/record.ts'
import { CypherDate } from '../cypher/statement.ts'
import { type Language, translatedName } from '../schema/language.ts'
import type { Ontology, Property } from '../schema/ontology.ts'
import { searchText } from './searchText.ts'
import type { Placed, Seed, SeedRecord, SeedStatement } from './seed.ts'
import { keyOf } from './statementRecord.ts'

/** What a valid seed says, as it is stored. */
export interface Batch {
  readonly entities: readonly EntityRecord[]
  readonly statements: readonly StatementRecord[]
}

/** Turns a seed without problems into records. */
export function buildBatch(ontology: Ontology, seed: Seed): Batch {
  return {
    entities: seed.records.map(buildEntity),
    statements: seed.statements.map(statement => buildStatement(ontology, statement)),
  }
}

/** A record of a file as it is stored. */
export function buildEntity(record: SeedRecord): EntityRecord {
  const { type, id, properties, derived } = record
  const own = [...type.properties.values()].filter(({ name }) => name !== 'id')
  return {
    id,
    type: type.name,
    properties: { ...storeAll(own, properties), ...Object.fromEntries(derived), ...searchText(record) },
  }
}

/** A statement of a file as it is stored. */
export function buildStatement(ontology: Ontology, statement: SeedStatement): StatementRecord {
  const { type, from, to, properties } = statement
  const declared = [...ontology.statement.values(), ...type.properties.values()]
  return { type: type.name, from, to, key: keyOf(statement), properties: storeAll(declared, properties) }
}

function storeAll(declared: readonly Property[], given: ReadonlyMap<string, Placed>): Record<string, unknown> {
  return Object.fromEntries(
    declared.flatMap(property => {
      const value = given.get(property.name)?.value
      // A list without items says no more than none, and Neo4j's importer cannot tell them apart.
      const empty = value === undefined || (Array.isArray(value) && value.length === 0)
      return empty ? [] : storeOne(property, value)
    }),
  )
}

function storeOne({ name, type, translated }: Property, value: Placed['value']): [string, unknown][] {
  if (translated) return Object.entries(value).map(([language, text]) => [translatedName(name, language as Language), text])
  return [[name, type === 'Date' ? new CypherDate(String(value)) : value]]
}
