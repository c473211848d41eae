import { declareEnum } from './enums.ts'

export const Language = declareEnum('Language', 'A language of names, descriptions and summaries.', {
  FR: 'French.',
  EN: 'English.',
  NL: 'Dutch.',
})
export type Language = keyof typeof Language

/** For each language, the order in which languages are tried. */
export const fallback: Record<Language, readonly Language[]> = {
  FR: ['FR', 'EN', 'NL'],
  EN: ['EN', 'FR', 'NL'],
  NL: ['NL', 'EN', 'FR'],
}

/** The language in which texts are put in order, where they have it. */
export const sortLanguage: Language = 'EN'

/** The stored property that holds a translated property in one language: `labelEn`. */
export function translatedName(property: string, language: Language): string {
  return property + language[0] + language.slice(1).toLowerCase()
}
