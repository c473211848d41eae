import { ArgumentError } from '../plan/argumentError.ts'
import { checkBounds } from '../plan/checkBounds.ts'
import { readLeaf } from '../plan/slot.ts'
import { foldText } from '../schema/foldText.ts'
import type { ScalarKind } from '../schema/ontology.ts'
import { isDate, isDateTime } from '../schema/scalars.ts'
import type { Coding, Parameter } from './parameters.ts'
import { printSearchQuery, wordsOf } from './searchQuery.ts'
import { CypherDate, CypherDateTime, type CypherStatement } from './statement.ts'

/** A printed statement whose parameters wait for the variables of a request. */
export interface StatementTemplate {
  readonly text: string
  readonly parameters: Readonly<Record<string, Parameter>>
  /** What it is made of, by which several requests are answered together; undefined when each must run by itself. */
  readonly shareable?: {
    /** Clauses that add one row of variables, which the values need. */
    readonly before: string
    /** An expression of the values that it returns. */
    readonly values: string
  }
}

/** The statement for one request: each parameter gets its value, and a value it does not take is refused. */
export function bind(template: StatementTemplate, variables: Readonly<Record<string, unknown>>, now: Date): CypherStatement {
  const parameters: Record<string, unknown> = {}
  for (const [name, { leaf, coding }] of Object.entries(template.parameters))
    parameters[name] = encode(readLeaf(leaf, variables), coding, now)
  return { text: template.text, parameters }
}

function encode(value: unknown, coding: Coding, now: Date): unknown {
  switch (coding.kind) {
    case 'value':
      return encodeValue(value, coding.type)
    case 'day':
      return new CypherDate((value as string | undefined) ?? now.toISOString().slice(0, 10))
    case 'dayOf':
      return new CypherDate(new Date(Math.min(Date.parse(value as string), now.getTime())).toISOString().slice(0, 10))
    case 'pageSize':
      return (value as number) + coding.extra
    case 'bounded':
      return checkBounds(coding.argument, value, coding.least, coding.largest)
    case 'cursorPart':
      return cursorPart(value, coding)
    case 'search':
      return searchQuery(value as string, coding)
    case 'typed':
      return typed(value as string, coding.form)
    case 'urlPart':
      return value === null || value === undefined ? null : encodeURIComponent(value as string)
  }
}

function encodeValue(value: unknown, type: ScalarKind | 'enum'): unknown {
  if (Array.isArray(value)) return value.map(item => encodeValue(item, type))
  if (type === 'Date' && typeof value === 'string') return new CypherDate(value)
  if (type === 'DateTime' && typeof value === 'string') return new CypherDateTime(value)
  return value
}

function typed(text: string, form: Extract<Coding, { kind: 'typed' }>['form']): unknown {
  if (form === 'words') return wordsOf(text)
  const name = foldText(text).trim()
  return form === 'name' ? name : `|${name}|`
}

function searchQuery(typed: string, { property, part }: Extract<Coding, { kind: 'search' }>): string {
  const query = printSearchQuery(typed, property, part)
  if (query === undefined) throw new ArgumentError('search.query', typed, 'words of letters or digits')
  return query
}

/** Cursors are the sort value and the ids of a row, joined by this; ids never hold it. */
export const cursorSeparator = '~'

function cursorPart(value: unknown, coding: Extract<Coding, { kind: 'cursorPart' }>): unknown {
  const { field, part, parts, type } = coding
  const refuse = () => new ArgumentError(`${field}.after`, value, 'a cursor that this field gave')
  const split = String(value).split(cursorSeparator)
  if (split.length < parts || (split.length > parts && type !== 'String')) throw refuse()
  // A sort value may hold the separator, so it is all that stands before the ids.
  const ids = split.splice(split.length - parts + 1)
  const text = part === 0 ? split.join(cursorSeparator) : ids[part - 1]!
  // Only a sort value can be missing; an id never is.
  if (text === '' && (part > 0 || parts === 1)) throw refuse()
  if (text === '') return null
  switch (type) {
    case 'Date':
      if (!isDate(text)) throw refuse()
      return new CypherDate(text)
    case 'DateTime':
      if (!isDateTime(text)) throw refuse()
      return new CypherDateTime(text)
    case 'Int':
      if (!Number.isFinite(Number(text))) throw refuse()
      return Number(text)
    case 'Boolean':
      return text === 'true'
    default:
      return text
  }
}
