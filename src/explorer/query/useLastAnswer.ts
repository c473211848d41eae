import { useSyncExternalStore } from 'react'
import { type LastAnswer, onAnswer, readLastAnswer } from './lastAnswer.ts'

/** The last answer, anew at each. */
export function useLastAnswer(): LastAnswer | undefined {
  return useSyncExternalStore(onAnswer, readLastAnswer)
}
