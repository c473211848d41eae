import type { Language } from '../../schema/language.ts'
import { isDate, isDateTime } from '../../schema/scalars.ts'
import type { AsOf } from '../readEntityRow.ts'
import { readLanguage, tagOf } from './pageLanguage.ts'

/** What the address of an entity asks for behind its `?`. */
export interface Asked {
  readonly lang?: Language
  readonly validAt?: string
  readonly knownAt?: string
}

/** Reads what an address asks for; a sentence when something of it is wrong. */
export function readAsked(given: URLSearchParams): Asked | string {
  const [named, validAt, knownAt] = ['lang', 'validAt', 'knownAt'].map(name => given.get(name) ?? undefined)
  const lang = named === undefined ? undefined : readLanguage(named)
  if (named !== undefined && !lang) return `lang takes en, fr or nl, not “${named.slice(0, 40)}”.`
  if (validAt !== undefined && !isDate(validAt)) return `validAt takes a date such as 2018-06-11, not “${validAt.slice(0, 40)}”.`
  if (knownAt !== undefined && !isDateTime(knownAt))
    return `knownAt takes an instant such as 2026-01-01T12:00:00Z, not “${knownAt.slice(0, 40)}”.`
  return { ...(lang && { lang }), ...(validAt !== undefined && { validAt }), ...(knownAt !== undefined && { knownAt }) }
}

/** What was asked, as it stands behind an address: links keep it. */
export function writeAsked({ lang, validAt, knownAt }: Asked): string {
  const parts = { ...(validAt && { validAt }), ...(knownAt && { knownAt }), ...(lang && { lang: tagOf(lang) }) }
  const search = new URLSearchParams(parts).toString()
  return search === '' ? '' : `?${search}`
}

/** The day and the instant that hold; today when no day was asked for. */
export function asOfAsked({ validAt = new Date().toISOString().slice(0, 10), knownAt }: Asked): AsOf {
  return knownAt === undefined ? { validAt } : { validAt, knownAt }
}
