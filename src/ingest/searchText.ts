import { searchProperty } from '../cypher/constraints.ts'
import { foldText } from '../schema/foldText.ts'
import { fallback, Language } from '../schema/language.ts'
import type { SeedRecord, SeedValue, Translations } from './seed.ts'

/** The words by which a record is found, per language, under the names of their stored properties. */
export function searchText({ type, properties }: SeedRecord): Record<string, string> {
  const searched = [...type.properties.values()].filter(property => property.searched)
  return Object.fromEntries(
    Object.values(Language).map(language => {
      const words = searched.flatMap(({ name, translated }) => wordsOf(properties.get(name)?.value, translated, language))
      return [searchProperty[language], foldText(words.join('\n'))]
    }),
  )
}

function wordsOf(value: SeedValue | undefined, translated: boolean, language: Language): string[] {
  if (value === undefined) return []
  if (!translated) return (Array.isArray(value) ? value : [value]).map(String)
  const texts = value as Translations
  const spoken = fallback[language].find(other => texts[other] !== undefined)
  return spoken ? [texts[spoken] as string] : []
}
