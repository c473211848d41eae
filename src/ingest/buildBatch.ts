import type { EntityRecord, StatementRecord } from '../cypher/record.ts'
import { CypherDate } from '../cypher/statement.ts'
import { type Language, translatedName } from '../schema/language.ts'
import type { NodeType, Ontology, Property, RelationshipType } from '../schema/ontology.ts'
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
  return {
    id,
    type: type.name,
    properties: Object.assign(storeAll(declaredOf(type), properties), Object.fromEntries(derived), searchText(record)),
  }
}

/** A statement of a file as it is stored. */
export function buildStatement(ontology: Ontology, statement: SeedStatement, key = keyOf(statement)): StatementRecord {
  const { type, from, to, properties } = statement
  return { type: type.name, from, to, key, properties: storeAll(declaredOf(type, ontology.statement), properties) }
}

type Declaring = Pick<NodeType | RelationshipType, 'properties'>

const declaredOfTypes = new WeakMap<Declaring, readonly Property[]>()

/** The properties of a type, those that all of its kind have first; the id is stored apart. */
function declaredOf(type: Declaring, common?: Declaring['properties']): readonly Property[] {
  let declared = declaredOfTypes.get(type)
  if (!declared) {
    declared = [...(common?.values() ?? []), ...type.properties.values()].filter(({ name }) => name !== 'id')
    declaredOfTypes.set(type, declared)
  }
  return declared
}

function storeAll(declared: readonly Property[], given: ReadonlyMap<string, Placed>): Record<string, unknown> {
  const stored: Record<string, unknown> = {}
  for (const { name, type, translated } of declared) {
    const value = given.get(name)?.value
    // A list without items says no more than none, and Neo4j's importer cannot tell them apart.
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    if (translated)
      for (const [language, text] of Object.entries(value)) stored[translatedName(name, language as Language)] = text
    else stored[name] = type === 'Date' ? new CypherDate(String(value)) : value
  }
  return stored
}
