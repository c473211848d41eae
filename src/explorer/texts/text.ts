import { computed } from '@preact/signals'
import { view } from '../view/current.ts'
import type { Language } from '../view/view.ts'
import { en, type Texts } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

const texts: Readonly<Record<Language, Texts>> = { EN: en, FR: fr, NL: nl }

/** The words of the page in the language of the view. */
export const text = computed(() => texts[view.value.lang])

/** A day as people write it: 1 June 2019. */
export function writeDay(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  const { lang } = view.value
  const said = date.toLocaleDateString(tags[lang], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return lang === 'FR' ? said.replace(/^1 /, '1er ') : said
}

const tags: Readonly<Record<Language, string>> = { EN: 'en-GB', FR: 'fr-BE', NL: 'nl-BE' }
