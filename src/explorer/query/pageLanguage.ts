import { type Language, languages } from '../view/view.ts'
import { queryTexts } from './texts.ts'

/** The language of the page: the one that its address says behind `#`, else the first of the reader's that it speaks. */
export const lang: Language = chooseLanguage(location.hash, navigator.languages)

/** The words of the page in its language. */
export const text = queryTexts[lang]

/** The first of these languages that the page speaks; English when it speaks none of them. */
export function chooseLanguage(hash: string, preferred: readonly string[]): Language {
  const said = new URLSearchParams(hash.replace(/^#/, '')).get('lang')
  const wanted = [said ?? '', ...preferred].map(tag => tag.slice(0, 2).toUpperCase())
  return wanted.find((tag): tag is Language => (languages as readonly string[]).includes(tag)) ?? 'EN'
}
