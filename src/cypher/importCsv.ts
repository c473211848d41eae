import { isEnum, type Property } from '../schema/ontology.ts'
import { CypherDate } from './statement.ts'

/** What separates the items of a list in the files of Neo4j's importer: no text of a valid record holds it. */
export const listSeparator = '\u001f'

/** The type of a column as the header of an import file says it; nothing for a text. */
export function importType({ type, list }: Pick<Property, 'type' | 'list'>): string {
  if (list) return ':string[]'
  if (isEnum(type)) return ''
  if (type === 'Date') return ':date'
  if (type === 'DateTime') return ':datetime'
  return type === 'Int' ? ':long' : type === 'Boolean' ? ':boolean' : ''
}

/** A value as a field of an import file; nothing where there is none. */
export function printImported(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return quoteImported(value)
  if (value instanceof CypherDate) return value.iso
  return Array.isArray(value) ? quoteImported(value.join(listSeparator)) : String(value)
}

/** A text between quotes: an empty text is written as one, since nothing between two commas is no value at all. */
export function quoteImported(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`
}
