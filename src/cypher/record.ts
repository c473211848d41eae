import { hash } from 'node:crypto'
import { foldText } from '../schema/foldText.ts'
import { fallback, Language, sortLanguage, translatedName } from '../schema/language.ts'

/** A node as it is to be stored: the properties of its type under their stored names, and the words it is searched by. */
export interface EntityRecord {
  readonly id: string
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
  /** What {@link hashRecord} gives, where it is known already. */
  readonly hash?: string
}

/** A relationship as it is to be stored, its ends in the direction of the graph. */
export interface StatementRecord {
  readonly type: string
  readonly from: string
  readonly to: string
  /** Says which statement it is, whichever version: made by {@link statementKey}. */
  readonly key: string
  readonly properties: Readonly<Record<string, unknown>>
  /** What {@link hashRecord} gives, where it is known already. */
  readonly hash?: string
}

/**
 * Whether a statement holds on every day and is shown in every answer about the present. It is stored with the statement,
 * so that most are told by one look; those without the mark are asked for their days and their rank.
 */
export function isUnbounded({ properties }: StatementRecord): boolean {
  const { rank, validFrom, validTo } = properties as { rank?: unknown; validFrom?: unknown; validTo?: unknown }
  return rank !== 'DEPRECATED' && (validFrom ?? null) === null && (validTo ?? null) === null
}

/** The stored property that holds the names of a node, as {@link namesOf} gives them. */
export const namesProperty = 'searchNames'

/** The stored property by which lists in the order of labels are read from an index: the label in the language of that order, or another. */
export const sortProperty = 'sortLabel'

const labelsInOrder = fallback[sortLanguage].map(language => translatedName('label', language))

/** The value of {@link sortProperty} for a node, if it has any label. */
function sortLabelOf({ properties }: Pick<EntityRecord, 'properties'>): unknown {
  return labelsInOrder.map(name => properties[name]).find(label => label !== undefined && label !== null)
}

/** The stored properties by which nodes are found and put in order, beside what their records say. */
export const lookupProperties = [namesProperty, sortProperty]

/** The values of {@link lookupProperties} for a node. */
export function lookupValues(record: Pick<EntityRecord, 'properties'>): Record<string, unknown> {
  return { [namesProperty]: namesOf(record), [sortProperty]: sortLabelOf(record) }
}

/** What {@link sortProperty} holds, in Cypher, of a node that is stored. */
export function printSortLabel(node: string): string {
  return `coalesce(${labelsInOrder.map(name => `${node}.${name}`).join(', ')})`
}

const names = ['acronym', ...Object.values(Language).map(language => translatedName('label', language)), 'aliases']

/**
 * The names that a node bears, folded, each between two bars, its acronym or nothing first: one look tells whether one of them
 * is, or begins with, what somebody typed. Stored with the node; undefined where it has none.
 */
export function namesOf({ properties }: Pick<EntityRecord, 'properties'>): string | undefined {
  const [acronym, ...others] = names.map(name => properties[name] ?? '')
  const folded = [acronym, ...others.flat().filter(Boolean)].map(name => foldText(String(name)))
  return folded.some(Boolean) ? `|${folded.join('|')}|` : undefined
}

/** The key of a statement: its type and ends, the properties of its own type, and when it began to hold. */
export function statementKey(
  statement: Pick<StatementRecord, 'type' | 'from' | 'to'>,
  own: readonly unknown[],
  validFrom: unknown,
): string {
  return digest([statement.type, statement.from, statement.to, ...own.map(value => value ?? null), validFrom ?? null])
}

/** A short SHA-256 of all that a record says, so that two versions can be compared without reading them. */
export function hashRecord(record: EntityRecord | StatementRecord): string {
  return hashText(printRecord(record))
}

/** All that a record says as one text, a JSON array: its type, its id or both its ends, and its properties in order of their names. */
export function printRecord(record: EntityRecord | StatementRecord): string {
  const ends = 'id' in record ? [record.id] : [record.from, record.to]
  const { properties } = record
  const said = Object.keys(properties).filter(name => properties[name] !== undefined && properties[name] !== null)
  return JSON.stringify([record.type, ...ends, said.sort().map(name => [name, properties[name]])])
}

/** A short SHA-256 of any content. */
export function digest(content: unknown): string {
  return hashText(JSON.stringify(content))
}

/** How many characters a hash has. */
export const hashLength = 16

/** A short SHA-256 of a text. */
export function hashText(text: string): string {
  return hash('sha256', text, 'hex').slice(0, hashLength)
}
