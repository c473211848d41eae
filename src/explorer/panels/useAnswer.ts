import { useEffect, useState } from 'preact/hooks'
import { AskError } from '../api/ask.ts'

/** What a question has given so far. */
export type Answered<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'failed'; readonly error: AskError }

/** Asks when what it depends on changes; an answer that comes too late is left. */
export function useAnswer<T>(question: () => Promise<T>, dependsOn: readonly unknown[]): Answered<T> {
  const [answer, setAnswer] = useState<Answered<T>>({ state: 'waiting' })
  useEffect(() => {
    let wanted = true
    question().then(
      value => wanted && setAnswer({ state: 'here', value }),
      (error: unknown) =>
        wanted &&
        setAnswer({ state: 'failed', error: error instanceof AskError ? error : new AskError('refused', String(error)) }),
    )
    return () => {
      wanted = false
    }
  }, dependsOn)
  return answer
}
