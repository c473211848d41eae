import type { Language } from '../../schema/language.ts'
import { nameValue } from '../../schema/names/names.ts'
import { isEnum, type NodeType, type Property } from '../../schema/ontology.ts'
import { describe } from '../../schema/translations/translations.ts'
import { html, type Markup } from './markup.ts'
import type { PageOptions } from './pageOptions.ts'
import { printValue } from './printValue.ts'
import { langOf, printSpoken, speakProperty } from './spoken.ts'
import { pageTexts } from './texts.ts'
import { writeDate } from './writeDate.ts'

type Stored = Readonly<Record<string, unknown>>

/** What an entity says of itself, by the names of its properties; words that were written in one language say which. */
export function printProperties(type: NodeType, stored: Stored, written: string | null, page: PageOptions): Markup {
  const shown = [...type.properties.values()].filter(
    // A date is written as exactly as it is known, which needs no line of its own.
    ({ name, computed, hidden, precisionOf }) =>
      !computed && !hidden && !precisionOf && name !== 'label' && name !== 'description',
  )
  const rows = shown.map(property => {
    const values = printValues(property, stored, written, page)
    const title = describe(property.description, page.lang)
    return (
      values.length > 0 &&
      html`<div><dt${title && html` title="${title}"`}>${nameValue(property.name, page.lang)}</dt>${values}</div>\n`
    )
  })
  return html`<h2>${pageTexts[page.lang].properties}</h2>\n<dl>\n${rows}</dl>\n`
}

function printValues(property: Property, stored: Stored, written: string | null, page: PageOptions): Markup[] {
  const { name, type, translated, precision } = property
  const { lang } = page
  if (translated) {
    const said = speakProperty(stored, name, lang)
    return said ? [html`<dd>${printSpoken(said, lang)}</dd>`] : []
  }
  return [stored[name] ?? []].flat().map(value => {
    if (isEnum(type)) return html`<dd${explain(type.values.get(String(value)), lang)}>${nameValue(String(value), lang)}</dd>`
    if (type === 'Boolean') return html`<dd>${value ? pageTexts[lang].yes : pageTexts[lang].no}</dd>`
    if (type === 'Date') return html`<dd>${writeDate(String(value), precision && stored[precision], lang)}</dd>`
    // Codes, addresses and numbers are in no language.
    const isProse = type === 'String' && /\s/.test(String(value))
    return html`<dd${isProse && langOf(written, lang)}>${printValue(value, page.search)}</dd>`
  })
}

function explain(description: string | undefined, lang: Language): Markup | undefined {
  const title = description && describe(description, lang)
  return title ? html` title="${title}"` : undefined
}
