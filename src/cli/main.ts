#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { closest } from 'fastest-levenshtein'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { bloom } from './bloom.ts'
import type { Command, Values } from './command.ts'
import { derive } from './derive.ts'
import { describeFailure } from './describeFailure.ts'
import { exportGraph } from './exportGraph.ts'
import { follow } from './follow.ts'
import { keys } from './keys.ts'
import { load } from './load.ts'
import { reconcile } from './reconcile.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'

/** Every command by its name. */
export const commands: Readonly<Record<string, Command>> = {
  serve,
  load,
  export: exportGraph,
  follow,
  keys,
  audit,
  reconcile,
  backup,
  restore,
  bloom,
  derive,
}

process.exitCode = await main(process.argv.slice(2))

/** Runs the command that these arguments name; gives the exit code: 0 done, 1 the input is at fault, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(name)) {
    console.log(printHelp())
    return args.length === 0 ? 2 : 0
  }
  const command = commands[name]
  if (!command) return refuse(`There is no command "${name}". Did you mean "${closest(name, Object.keys(commands))}"?`)
  let parsed: { values: Values; positionals: string[] }
  try {
    const options = { ...command.options, help: { type: 'boolean' } } as never
    parsed = parseArgs({ args: rest, options, allowPositionals: command.operands !== '' }) as never
  } catch (error) {
    return refuse(`${(error as Error).message}\n\n${printUsage(name, command)}`)
  }
  if (parsed.values['help']) {
    console.log(printUsage(name, command))
    return 0
  }
  try {
    return await command.run(parsed.values, parsed.positionals)
  } catch (error) {
    console.error(describeFailure(error))
    return 1
  }
}

function refuse(message: string): number {
  console.error(message)
  return 2
}

function printHelp(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  return `Usage: pacta <command> [options]\n\n${lines.join('\n')}\n\nOptions of a command: pacta <command> --help`
}

function printUsage(name: string, { summary, operands, options }: Command): string {
  const lines = Object.entries(options).map(([option, { type, help }]) => {
    const flag = `--${option}${type === 'string' ? ` ${option.toUpperCase()}` : ''}`
    return `  ${flag.padEnd(22)} ${help}`
  })
  return [`Usage: pacta ${name} ${operands}`.trimEnd(), '', summary, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n')
}
