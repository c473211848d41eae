import { questions } from './questions.ts'
import type { Question } from './readQuestion.ts'

/** The question about one entity that an address of this page asks behind `#about=`; undefined when it asks none. */
export function askedFirst(hash: string): Question | undefined {
  const id = new URLSearchParams(hash.replace(/^#/, '')).get('about')
  const question = questions.find(({ query }) => query.includes('query AllAboutOneThing('))
  return id && question ? { ...question, variables: JSON.stringify({ id }, null, 2) } : undefined
}
