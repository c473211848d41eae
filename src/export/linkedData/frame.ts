import { Language } from '../../schema/language.ts'
import { nameValue } from '../../schema/names/names.ts'
import { html, type Markup } from './markup.ts'
import { tagOf } from './pageLanguage.ts'
import { pageTexts } from './texts.ts'

const languages = Object.keys(Language) as Language[]

/** A page as a whole: what it is called, what it says, and where it is in each language. */
export interface Frame {
  readonly lang: Language
  readonly title: string
  readonly head?: readonly Markup[]
  readonly main: readonly unknown[]
  readonly footer?: Markup
  /** The address of the same page in a language. */
  readonly addressIn: (language: Language) => string
}

/** What all pages have: the way to the explorer and the choice of language. */
export function printFrame({ lang, title, head = [], main, footer, addressIn }: Frame): string {
  const others = languages.map(language => {
    const tag = tagOf(language)
    const current = language === lang && html` aria-current="true"`
    return html`<li><a href="${addressIn(language)}" lang="${tag}" hreflang="${tag}"${current}>${nameValue(language, language)}</a></li>\n`
  })
  return html`<!doctype html>
<html lang="${tagOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Pacta</title>
<link rel="stylesheet" href="/id/page.css">
${languages.map(language => html`<link rel="alternate" hreflang="${tagOf(language)}" href="${addressIn(language)}">\n`)}${head}</head>
<body>
<header>
<a href="/#lang=${tagOf(lang)}">Pacta</a>
<nav aria-label="${pageTexts[lang].languages}">
<ul>
${others}</ul>
</nav>
</header>
<main>
${main}
</main>
${footer && html`<footer>\n${footer}\n</footer>\n`}</body>
</html>
`.text
}
