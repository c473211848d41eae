import { nearestIn } from '../ingest/nearest.ts'
import type { Problem } from '../ingest/problem.ts'
import { InputError, type InputProblem } from '../plan/inputError.ts'
import type { Operation } from './operation.ts'

/** Throws when there are problems, each with its argument and what was given there. */
export function refuseProblems(problems: readonly Problem[], operations: readonly Operation[]): void {
  const seen = new Set<string>()
  const [first, ...others] = problems
    .map(({ at, message }): InputProblem => {
      const nearest = nearestIn(message)
      const got = valueAt(at.file, operations)
      return { argument: at.file, message, ...(got !== undefined && { got }), ...(nearest !== undefined && { nearest }) }
    })
    .filter(({ argument, message }) => !seen.has(`${argument} ${message}`) && seen.add(`${argument} ${message}`))
  if (first) throw new InputError([first, ...others])
}

/** The error of a key that was used for another request. */
export function refuseReuse(key: string | undefined): InputError {
  const message = 'This key was used for another request; take a new one for a new request.'
  return new InputError([{ argument: 'idempotencyKey', message, got: key }])
}

/** The value that an argument was given at this path. */
function valueAt(path: string, operations: readonly Operation[]): unknown {
  const operation = operations.find(({ at }) => path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`))
  if (!operation) return undefined
  const steps = path.slice(operation.at.length).match(/[^.[\]]+/g) ?? []
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], operation.value)
}
