/** The last question asked on the page, with its answer. */
export interface LastAnswer {
  readonly query: string
  readonly variables?: unknown
  readonly operationName?: string | null
  readonly answer: unknown
}

let last: LastAnswer | undefined
let onlyKnown = false
const listeners = new Set<() => void>()

/** Keeps an answer as the last one, and tells who listens. */
export function rememberAnswer(answer: LastAnswer): void {
  last = answer
  for (const listener of listeners) listener()
}

/** Keeps in mind that the service runs only queries that it knows. */
export function rememberOnlyKnown(): void {
  onlyKnown = true
  for (const listener of listeners) listener()
}

export function runsOnlyKnown(): boolean {
  return onlyKnown
}

export function readLastAnswer(): LastAnswer | undefined {
  return last
}

/** Calls the listener at each new answer until the function that it gives is called. */
export function onAnswer(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
