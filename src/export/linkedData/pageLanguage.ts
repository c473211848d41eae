import { Language } from '../../schema/language.ts'

const languages = Object.keys(Language) as Language[]

/** The language that the address of a page asks for: `lang=fr`; undefined when there is none of that name. */
export function readLanguage(asked: string): Language | undefined {
  return languages.find(language => tagOf(language) === asked.toLowerCase())
}

/** The language that an `Accept-Language` header likes best of those that the pages speak; English when it likes none. */
export function negotiateLanguage(accept: string | undefined): Language {
  const wishes = (accept ?? '').split(',').flatMap((part, index) => {
    const [range = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const language = range === '*' ? 'EN' : readLanguage(range.split('-')[0]!)
    const quality = Number(parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? 1)
    return language && quality > 0 ? [{ language, quality, index }] : []
  })
  const [best] = wishes.sort((a, b) => b.quality - a.quality || a.index - b.index)
  return best?.language ?? 'EN'
}

/** A language as HTML and HTTP name it: `fr`. */
export function tagOf(language: Language): string {
  return language.toLowerCase()
}
