import type { Language } from '../view/view.ts'

/** A question with its query and the variables filled in. */
export interface Question {
  readonly title: string
  readonly query: string
  readonly variables: string
}

/**
 * Reads the text of a file: it begins with the question in each language, and may say the variables in a further comment.
 * Names are asked for in the language of the reader.
 */
export function readQuestion(text: string, lang: Language = 'EN'): Question {
  const english = /^# (.+)$/m.exec(text)?.[1] ?? ''
  const title = new RegExp(`^# ${lang.toLowerCase()}: (.+)$`, 'm').exec(text)?.[1] ?? english
  const variables = /^# variables: (.+)$/m.exec(text)?.[1]
  const query = `# ${title}\n${text.replace(/^# .+\n/gm, '').replaceAll('(lang: EN)', `(lang: ${lang})`)}`
  return { title, query, variables: variables === undefined ? '' : JSON.stringify(JSON.parse(variables), null, 2) }
}
