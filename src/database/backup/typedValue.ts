import neo4j, { type Integer } from 'neo4j-driver'
import { ArchiveError } from './archiveError.ts'

/**
 * A stored value as JSON that says its type: texts, truth values and lists as they are, other values under a letter:
 * `i` a whole number, `f` any other number, `d` a day, `t` an instant.
 */
export type TypedValue =
  | string
  | boolean
  | { readonly i: string }
  | { readonly f: string }
  | { readonly d: string }
  | { readonly t: string }
  | readonly TypedValue[]
export type TypedProperties = Readonly<Record<string, TypedValue>>

/** Properties as the driver gives them, with their keys in order, so that equal ones read equal. */
export function toTyped(properties: Readonly<Record<string, unknown>>): TypedProperties {
  const entries = Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, value]) => [name, typed(name, value)]))
}

/** Properties as the driver takes them. */
export function fromTyped(properties: TypedProperties): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, plain(value)]))
}

function typed(name: string, value: unknown): TypedValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return { f: Object.is(value, -0) ? '-0' : String(value) }
  if (neo4j.isInt(value)) return { i: (value as Integer).toString() }
  if (neo4j.isDate(value)) return { d: value.toString() }
  if (neo4j.isDateTime(value)) return { t: value.toString() }
  if (Array.isArray(value)) return value.map(item => typed(name, item))
  throw new ArchiveError(`The property ${name} holds a value of a kind that Pacta does not write, so it cannot be backed up.`)
}

function plain(value: TypedValue): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(plain)
  if ('i' in value) return neo4j.int(value.i)
  if ('f' in value) return Number(value.f)
  if ('d' in value) return toDay(value.d)
  if ('t' in value) return toInstant(value.t)
  throw new ArchiveError(`${JSON.stringify(value)} is no value of an archive.`)
}

function toDay(text: string): unknown {
  const [, year, month, day] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (!day) throw new ArchiveError(`"${text}" is no day.`)
  return new neo4j.types.Date(Number(year), Number(month), Number(day))
}

const instant =
  /^([+-]?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d)(?::(\d\d))?)(?:\[([^\]]+)\])?$/

function toInstant(text: string): unknown {
  const [, year, month, day, hour, minute, second, fraction = '0', sign, hours = '0', minutes = '0', seconds = '0', zone] =
    instant.exec(text) ?? []
  if (!second) throw new ArchiveError(`"${text}" is no instant.`)
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1 : 1)
  const parts = [year, month, day, hour, minute, second].map(Number) as [number, number, number, number, number, number]
  return new neo4j.types.DateTime(...parts, Number(fraction.padEnd(9, '0')), offset, ...(zone ? [zone] : []))
}
