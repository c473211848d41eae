import { computed } from '@preact/signals'
import { view } from '../view/current.ts'
import type { Language } from '../view/view.ts'
import { en, type Texts } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

const texts: Readonly<Record<Language, Texts>> = { EN: en, FR: fr, NL: nl }

/** The words of the page in the language of the view. */
export const text = computed(() => texts[view.value.lang])

/** A day as people write it, 1 June 2019, or its month or year when no more of it is known. */
export function writeDay(day: string, precision?: unknown): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const { lang } = view.value
  const parts: Intl.DateTimeFormatOptions = {
    ...(precision !== 'YEAR' && { month: 'long', ...(precision !== 'MONTH' && { day: 'numeric' }) }),
    year: 'numeric',
    timeZone: 'UTC',
  }
  const said = date.toLocaleDateString(tags[lang], parts)
  return lang === 'FR' ? said.replace(/^1 /, '1er ') : said
}

const tags: Readonly<Record<Language, string>> = { EN: 'en-GB', FR: 'fr-BE', NL: 'nl-BE' }
