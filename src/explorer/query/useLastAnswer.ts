import { useSyncExternalStore } from 'react'
import { type LastAnswer, onAnswer, readLastAnswer, runsOnlyKnown } from './lastAnswer.ts'

/** The last answer, anew at each. */
export function useLastAnswer(): LastAnswer | undefined {
  return useSyncExternalStore(onAnswer, readLastAnswer)
}

/** Whether the service has refused a query because it runs only those that it knows. */
export function useOnlyKnown(): boolean {
  return useSyncExternalStore(onAnswer, runsOnlyKnown)
}
