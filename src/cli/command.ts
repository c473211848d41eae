import type { ParseArgsConfig } from 'node:util'

/** One command of the command line. */
export interface Command {
  /** What it does, in a line of the help. */
  readonly summary: string
  /** What follows its name, as the help shows it: `[path…]`. */
  readonly operands: string
  readonly options: Readonly<Record<string, OptionDeclaration>>
  /** Does the work; gives the exit code: 0 done, 1 the input or the graph is at fault. */
  run(values: Values, operands: readonly string[]): Promise<number>
}

type Option = NonNullable<ParseArgsConfig['options']>[string]
/** One option, in the shape of `node:util` `parseArgs`, with its line of the help. */
export type OptionDeclaration = Option & { readonly help: string }
export type Values = Readonly<Record<string, string | boolean | undefined>>
