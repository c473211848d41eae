import type { EntityRow } from '../../cypher/readEntity.ts'
import { Language, translatedName } from '../../schema/language.ts'
import { nameType, nameValue } from '../../schema/names/names.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { type Asked, asOfAsked, writeAsked } from './asked.ts'
import { printFrame } from './frame.ts'
import { html, type Markup } from './markup.ts'
import { forms } from './negotiate.ts'
import { tagOf } from './pageLanguage.ts'
import type { PageOptions } from './pageOptions.ts'
import { printProperties } from './printProperties.ts'
import { printStatements } from './printStatements.ts'
import { langOf, printSpoken, speakProperty } from './spoken.ts'
import { pageTexts } from './texts.ts'
import { writeDate } from './writeDate.ts'

/** The page of an entity: its names, its properties, and what is stated of it with source and words. */
export function printPage(ontology: Ontology, row: EntityRow, id: string, asked: Asked, lang: Language): string {
  const type = ontology.nodeTypes.get(row.type)!
  const page: PageOptions = { id, lang, search: writeAsked(asked) }
  const label = speakProperty(row.properties, 'label', lang) ?? { words: id, language: lang }
  const description = speakProperty(row.properties, 'description', lang)
  return printFrame({
    lang,
    title: label.words,
    head: dataForms.map(form => html`<link rel="alternate" type="${forms[form]}" href="${dataAddress(id, form, asked)}">\n`),
    main: [
      html`<p class="type">${nameType(type.name, lang)}</p>\n<h1${langOf(label.language, lang)}>${label.words}</h1>\n`,
      description && html`<p>${printSpoken(description, lang)}</p>\n`,
      printNames(row.properties, lang),
      printProperties(type, row.properties, row.language, page),
      printStatements(type, row.statements, page),
    ],
    footer: printFooter(id, asked, lang),
    addressIn: language => `/id/${id}${writeAsked({ ...asked, lang: language })}`,
  })
}

const languages = Object.keys(Language) as Language[]
const dataForms = ['json', 'ttl', 'nt'] as const
const formNames = { json: 'JSON-LD', ttl: 'Turtle', nt: 'N-Triples' } as const

/** Data is in all languages. */
function dataAddress(id: string, form: string, { lang: _, ...dates }: Asked): string {
  return `/id/${id}.${form}${writeAsked(dates)}`
}

/** What it is called in the languages that the page is not in. */
function printNames(stored: Readonly<Record<string, unknown>>, lang: Language): Markup | undefined {
  const rows = languages.flatMap(language => {
    const label = stored[translatedName('label', language)]
    if (language === lang || label === undefined) return []
    return html`<div><dt>${nameValue(language, lang)}</dt><dd lang="${tagOf(language)}">${label}</dd></div>\n`
  })
  return rows.length > 0
    ? html`<section>\n<h2>${pageTexts[lang].otherNames}</h2>\n<dl class="names">\n${rows}</dl>\n</section>\n`
    : undefined
}

function printFooter(id: string, asked: Asked, lang: Language): Markup {
  const t = pageTexts[lang]
  const { validAt, knownAt } = asOfAsked(asked)
  const known = knownAt !== undefined && html`, ${t.asKnown} <time datetime="${knownAt}">${knownAt}</time>`
  const links = dataForms.map(
    (form, index) => html`${index > 0 && ', '}<a href="${dataAddress(id, form, asked)}">${formNames[form]}</a>`,
  )
  const dates = [asked.validAt && `&at=${asked.validAt}`, knownAt && `&known=${encodeURIComponent(knownAt)}`]
  const onTheGraph = `/#lang=${tagOf(lang)}&show=node~${id}&select=${id}${dates.filter(Boolean).join('')}`
  return html`<p>${t.asItWas} ${writeDate(validAt, 'DAY', lang)}${known}.</p>
<p>${t.thisPageAs} ${links} · <a href="${onTheGraph}">${t.onTheGraph}</a></p>`
}
