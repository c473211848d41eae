import neo4j from 'neo4j-driver'
import { CypherDate, CypherDateTime } from '../cypher/statement.ts'

/** A plain value as the driver sends it: whole numbers as integers, days and instants as temporal values. */
export function toDriver(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (value instanceof CypherDate) return neo4j.types.Date.fromStandardDate(new Date(`${value.iso}T12:00:00`))
  if (value instanceof CypherDateTime) return toDateTime(new Date(value.iso))
  if (Array.isArray(value)) return value.map(toDriver)
  if (value !== null && typeof value === 'object') return mapValues(value, toDriver)
  return value
}

/**
 * What the driver received, as plain JSON values: temporal values in ISO 8601, nodes as their properties. Maps and lists are
 * changed in place, since copies of all of them would be most of what a large read leaves to the garbage collector.
 */
export function fromDriver(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (neo4j.isInt(value)) return neo4j.integer.toNumber(value)
  if (neo4j.isDate(value) || neo4j.isDateTime(value)) return value.toString()
  const held = (neo4j.isNode(value) || neo4j.isRelationship(value) ? value.properties : value) as Record<string, unknown>
  for (const key in held) {
    const part = held[key]
    if (part !== null && typeof part === 'object') held[key] = fromDriver(part)
  }
  return held
}

/** In UTC, whatever the time zone of this process. */
function toDateTime(date: Date): unknown {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  const nanosecond = date.getUTCMilliseconds() * 1_000_000
  return new neo4j.types.DateTime(year, month, day, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds(), nanosecond, 0)
}

function mapValues(object: object, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
