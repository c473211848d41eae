#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { closest } from 'fastest-levenshtein'
import type { Command, Values } from './command.ts'
import { describeFailure } from './describeFailure.ts'

/** Every command by its name. Each is loaded when it is asked for: what the service needs is most of what there is to load. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  load: async () => (await import('./load.ts')).load,
  export: async () => (await import('./exportGraph.ts')).exportGraph,
  follow: async () => (await import('./follow.ts')).follow,
  keys: async () => (await import('./keys.ts')).keys,
  audit: async () => (await import('./audit.ts')).audit,
  reconcile: async () => (await import('./reconcile.ts')).reconcile,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  bloom: async () => (await import('./bloom.ts')).bloom,
  derive: async () => (await import('./derive.ts')).derive,
}

process.exitCode = await main(process.argv.slice(2))

/** Runs the command that these arguments name; gives the exit code: 0 done, 1 the input is at fault, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(name)) {
    console.log(await printHelp())
    return args.length === 0 ? 2 : 0
  }
  const find = commands[name]
  if (!find) return refuse(`There is no command "${name}". Did you mean "${closest(name, Object.keys(commands))}"?`)
  const command = await find()
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

async function printHelp(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, find]) => `  ${name.padEnd(9)} ${(await find()).summary}`),
  )
  return `Usage: pacta <command> [options]\n\n${lines.join('\n')}\n\nOptions of a command: pacta <command> --help`
}

function printUsage(name: string, { summary, operands, options }: Command): string {
  const lines = Object.entries(options).map(([option, { type, help }]) => {
    const flag = `--${option}${type === 'string' ? ` ${option.toUpperCase()}` : ''}`
    return `  ${flag.padEnd(22)} ${help}`
  })
  return [`Usage: pacta ${name} ${operands}`.trimEnd(), '', summary, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n')
}
