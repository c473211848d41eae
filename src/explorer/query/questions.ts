import { lang } from './pageLanguage.ts'
import { type Question, readQuestion } from './readQuestion.ts'

const files = import.meta.glob<string>('./questions/*.graphql', { query: '?raw', import: 'default', eager: true })

/** Every ready question, in the order of the names of their files. */
export const questions: readonly Question[] = Object.keys(files)
  .sort()
  .map(name => readQuestion(files[name]!, lang))
