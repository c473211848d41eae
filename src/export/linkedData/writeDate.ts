import type { Language } from '../../schema/language.ts'
import { html, type Markup } from './markup.ts'
import { pageTexts } from './texts.ts'

/** English and Dutch as they are written in Europe. */
const locales: Readonly<Record<Language, string>> = { EN: 'en-GB', FR: 'fr-BE', NL: 'nl-BE' }

/** A day as people write it, or its month or its year where no more is known. */
export function writeDate(day: string, precision: unknown, lang: Language): Markup {
  const [length, options] = parts[String(precision)] ?? parts['DAY']!
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return html`${day}`
  const said = date.toLocaleDateString(locales[lang], { ...options, timeZone: 'UTC' })
  return html`<time datetime="${day.slice(0, length)}">${lang === 'FR' ? said.replace(/^1 /, '1er ') : said}</time>`
}

const parts: Readonly<Record<string, [number, Intl.DateTimeFormatOptions]>> = {
  DAY: [10, { day: 'numeric', month: 'long', year: 'numeric' }],
  MONTH: [7, { month: 'long', year: 'numeric' }],
  YEAR: [4, { year: 'numeric' }],
}

/** Between which days a statement held; nothing when it says none. */
export function writePeriod(statement: Readonly<Record<string, unknown>>, lang: Language): Markup | undefined {
  const t = pageTexts[lang]
  const [from, to] = ['validFrom', 'validTo'].map(name => {
    const day = statement[name]
    const precision = statement[`${name}Precision`] ?? 'DAY'
    return day ? { date: writeDate(String(day), precision, lang), exact: precision === 'DAY' } : undefined
  })
  if (from && to) return html`${from.date} – ${to.date}`
  if (from) return html`${t.from(from.exact)} ${from.date}`
  return to && html`${t.until(to.exact)} ${to.date}`
}
