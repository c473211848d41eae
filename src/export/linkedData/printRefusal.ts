import type { Language } from '../../schema/language.ts'
import { type Asked, writeAsked } from './asked.ts'
import { printFrame } from './frame.ts'
import { html } from './markup.ts'
import { tagOf } from './pageLanguage.ts'
import { pageTexts } from './texts.ts'

/** The page of an entity that there is not, or not any more, for who opens it in a browser. */
export function printRefusal(kind: 'unknown' | 'removed', id: string, asked: Asked, lang: Language): string {
  const t = pageTexts[lang]
  return printFrame({
    lang,
    title: t.notHere,
    main: [html`<h1>${t.notHere}</h1>\n<p>${t[kind](id)}</p>\n<p><a href="/#lang=${tagOf(lang)}">${t.search}</a></p>`],
    addressIn: language => `/id/${encodeURI(id)}${writeAsked({ ...asked, lang: language })}`,
  })
}
