/** Where something stands in a seed file; lines and columns count from 1. */
export interface Place {
  /** The path of the file; that of an argument when the line is 0. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Something wrong in a seed file. */
export interface Problem {
  readonly at: Place
  readonly message: string
}

/** Takes note of a problem; reading goes on, so that all are shown together. */
export type Report = (at: Place, message: string) => void

const mostShown = 100

/** All that is wrong with a set of seed files, of which nothing was written. */
export class SeedError extends Error {
  override readonly name = 'SeedError'
  readonly problems: readonly Problem[]

  /** `count` says how many problems there are, when not all of them are given. */
  constructor(problems: readonly Problem[], count = problems.length) {
    const sorted = [...problems].sort(comparePlaces)
    const shown = sorted.slice(0, mostShown).map(printProblem)
    const left = count - shown.length
    super([...shown, ...(left > 0 ? [`… and ${left} more problem${left > 1 ? 's' : ''}.`] : [])].join('\n'))
    this.problems = sorted
  }
}

/** Shows a place as editors and terminals make a link of it: `file:line:column`. */
export function printPlace({ file, line, column }: Place): string {
  return line > 0 ? `${file}:${line}:${column}` : file
}

function printProblem({ at, message }: Problem): string {
  // One line each, and nothing from a file that a terminal would obey.
  return `${printPlace(at)}: ${message}`.replace(/\p{Cc}+/gu, ' ')
}

function comparePlaces({ at: a }: Problem, { at: b }: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
