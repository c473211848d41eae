import { fallback, type Language, translatedName } from '../../schema/language.ts'
import { nameValue } from '../../schema/names/names.ts'
import { html, type Markup } from './markup.ts'
import { tagOf } from './pageLanguage.ts'

/** Words with the language that they are in. */
export interface Spoken {
  readonly words: string
  readonly language: Language
}

/** The words in the language of the page, else in the first other one that has them. */
export function speak(words: (language: Language) => unknown, lang: Language): Spoken | undefined {
  for (const language of fallback[lang]) {
    const said = words(language)
    if (typeof said === 'string') return { words: said, language }
  }
  return undefined
}

/** A translated property in the language of the page, or in another that has it. */
export function speakProperty(stored: Readonly<Record<string, unknown>>, name: string, lang: Language): Spoken | undefined {
  return speak(language => stored[translatedName(name, language)], lang)
}

/** Words of a sentence or more; when they are not in the language of the page, they say in which they are. */
export function printSpoken({ words, language }: Spoken, lang: Language): Markup {
  if (language === lang) return html`${words}`
  return html`<span${langOf(language, lang)}>${words}</span> <span class="tongue">(${nameValue(language, lang)})</span>`
}

/** The mark of words that are in another language than the page; of words whose language nobody said, that it is not known. */
export function langOf(language: string | null | undefined, lang: Language): Markup | false {
  if (language === lang) return false
  return html` lang="${language ? tagOf(language as Language) : 'und'}"`
}
