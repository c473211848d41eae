import neo4j from 'neo4j-driver'
import { CypherDate, CypherDateTime } from '../cypher/statement.ts'

/** A plain value as the driver sends it: whole numbers as integers, days and instants as temporal values. */
export function toDriver(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (value instanceof CypherDate) return neo4j.types.Date.fromStandardDate(new Date(`${value.iso}T12:00:00`))
  if (value instanceof CypherDateTime) return neo4j.types.DateTime.fromStandardDate(new Date(value.iso))
  if (Array.isArray(value)) return value.map(toDriver)
  if (value !== null && typeof value === 'object') return mapValues(value, toDriver)
  return value
}

/** What the driver received, as plain JSON values: temporal values in ISO 8601, nodes as their properties. */
export function fromDriver(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(fromDriver)
  if (neo4j.isInt(value)) return neo4j.integer.toNumber(value)
  if (neo4j.isDate(value) || neo4j.isDateTime(value)) return value.toString()
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return mapValues(value.properties, fromDriver)
  return mapValues(value, fromDriver)
}

function mapValues(object: object, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
