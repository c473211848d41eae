import { parseArgs } from 'node:util'
import { type ContenderName, contenderNames } from './contenders.ts'
import type { BenchQuery } from './queries/query.ts'
import { others, queries, suite } from './queries.ts'

/** What a run of the benchmark is to do. */
export interface Options {
  readonly quick: boolean
  readonly scales: readonly Scale[]
  readonly queries: readonly BenchQuery[]
  readonly contenders: readonly ContenderName[]
  readonly connections: readonly number[]
  readonly rounds: number
  /** How long a contender is driven in one round; the longest, when the run has a deadline. */
  readonly seconds: number
  /** Warm-up of each contender on each query, over as many connections as are measured: until so many requests or seconds, whichever comes first. */
  readonly warmUp: { readonly requests: number; readonly seconds: number }
  /** How many parameter sets there are, and with how many of them the answers are compared. */
  readonly parameters: number
  readonly compared: number
  /** The seconds since the start of the program within which a quick run must end. */
  readonly deadline?: number
  readonly json?: string
  readonly results?: string
}

/** A size of the graph, and how it is written. */
export interface Scale {
  readonly name: string
  readonly nodes: number
}

export const usage = `npm run bench -- [options]

  --quick              10k nodes, short rounds; ends within 5 minutes, set-up included
  --scale LIST         10k,100k,1M by default
  --queries LIST       Q1,Q2,Q3,Q4,Q5,Q6,Q7 by default; "others" for ${others[0]!.name} to ${others.at(-1)!.name}, of the same kinds
  --contenders LIST    ${contenderNames.join(',')} by default
  --connections LIST   1,16 by default
  --rounds N           how often each contender is driven on each query (5; quick 3)
  --seconds N          how long each time (3; quick as long as the time allows)
  --json FILE          writes rows { scale, query, connections, contender, rps, p50, p99 }
  --results FILE       writes the tables with date, machine and versions; bench/RESULTS.md for a whole run`

/** Reads the command line; throws an error whose message says what is wrong with it. */
export function readOptions(words: readonly string[]): Options | 'help' {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...words],
    options: {
      help: { type: 'boolean' },
      quick: { type: 'boolean' },
      ...{
        scale: text,
        queries: text,
        contenders: text,
        connections: text,
        rounds: text,
        seconds: text,
        json: text,
        results: text,
      },
    },
  })
  if (values.help) return 'help'
  const quick = values.quick ?? false
  const whole = !quick && !values.scale && !values.queries && !values.contenders && !values.connections
  const results = values.results ?? (whole ? 'bench/RESULTS.md' : undefined)
  return {
    quick,
    scales: list(values.scale ?? (quick ? '10k' : '10k,100k,1M')).map(readScale),
    queries: chooseQueries(values.queries),
    contenders: choose('contenders', values.contenders, contenderNames),
    connections: list(values.connections ?? '1,16').map(given => readNumber('connections', given, 1, 1000)),
    rounds: readNumber('rounds', values.rounds ?? (quick ? '3' : '5'), 1, 100),
    seconds: readNumber('seconds', values.seconds ?? (quick ? '1' : '3'), 0.1, 600),
    warmUp: quick ? { requests: 3000, seconds: 1 } : { requests: 3000, seconds: 10 },
    parameters: 200,
    compared: quick ? 10 : 200,
    ...(quick && !values.seconds && { deadline: 250 }),
    ...(values.json && { json: values.json }),
    ...(results && { results }),
  }
}

function list(text: string): string[] {
  return text.split(',').map(part => part.trim())
}

function chooseQueries(given: string | undefined): readonly BenchQuery[] {
  if (given === undefined) return suite
  const names = given.trim().toLowerCase() === 'others' ? others.map(({ name }) => name).join(',') : given
  const known = queries.map(({ name }) => name)
  return choose('queries', names, known).map(name => queries.find(query => query.name === name)!)
}

/** Those named, in the order in which they are known. */
function choose<Name extends string>(option: string, given: string | undefined, known: readonly Name[]): readonly Name[] {
  if (given === undefined) return known
  const names = list(given).map(name => name.toLowerCase())
  const strange = names.find(name => !known.some(one => one.toLowerCase() === name))
  if (strange !== undefined) throw new Error(`--${option} takes a list of ${known.join(', ')}, not "${strange}".`)
  return known.filter(one => names.includes(one.toLowerCase()))
}

function readScale(text: string): Scale {
  const [, digits, unit] = /^(\d+)(k|m?)$/i.exec(text) ?? []
  const nodes = Number(digits) * (unit?.toLowerCase() === 'k' ? 1000 : unit?.toLowerCase() === 'm' ? 1_000_000 : 1)
  if (!(nodes >= 1000 && nodes <= 5_000_000))
    throw new Error(`--scale takes numbers of nodes from 1k to 5M, such as 10k,100k,1M, not "${text}".`)
  return {
    nodes,
    name: nodes % 1_000_000 === 0 ? `${nodes / 1_000_000}M` : nodes % 1000 === 0 ? `${nodes / 1000}k` : String(nodes),
  }
}

function readNumber(option: string, text: string, least: number, largest: number): number {
  const number = Number(text)
  if (text.trim() && number >= least && number <= largest) return number
  throw new Error(`--${option} takes a number from ${least} to ${largest}, not "${text}".`)
}
