import type { Place } from './problem.ts'

/** A value of a seed file that knows where it stands. */
export type YamlValue = YamlMap | YamlList | YamlScalar

export interface YamlMap {
  readonly kind: 'map'
  readonly at: Place
  readonly entries: readonly YamlEntry[]
}
export interface YamlEntry {
  readonly key: string
  readonly at: Place
  readonly value: YamlValue
}
export interface YamlList {
  readonly kind: 'list'
  readonly at: Place
  readonly items: readonly YamlValue[]
}
export interface YamlScalar {
  readonly kind: 'scalar'
  readonly at: Place
  readonly value: string | number | boolean | null
}

/** Names what stands in a file, for a message: `the number 12`. */
export function describeValue(value: YamlValue): string {
  if (value.kind !== 'scalar') return value.kind === 'map' ? 'a map' : 'a list'
  if (value.value === null) return 'nothing'
  if (typeof value.value === 'string') return `the text ${shorten(value.value)}`
  return typeof value.value === 'number' ? `the number ${value.value}` : String(value.value)
}

/** A text in quotation marks, cut where a message would grow too long. */
export function shorten(text: string, most = 60): string {
  const points = Array.from(text)
  return `“${points.length > most ? `${points.slice(0, most - 1).join('')}…` : text}”`
}
