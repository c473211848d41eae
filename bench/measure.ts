import type { Contender, ContenderName } from './contenders.ts'
import { cpuSeconds } from './cpu.ts'
import type { BenchQuery, Parameters } from './queries/query.ts'

/** What the rounds of one contender gave on one query: the median of each figure; times in milliseconds. */
export interface Figures {
  readonly contender: ContenderName
  readonly rps: number
  readonly p50: number
  readonly p99: number
  /** Processor time for one request: of the contender, of Neo4j, and of the client, which raw does not need. */
  readonly cpu: number
  readonly cpuNeo4j: number
  readonly cpuClient: number
}

export interface Rounds {
  readonly connections: number
  readonly rounds: number
  readonly seconds: number
  readonly neo4jPid: number
  readonly clientPid: number
}

/**
 * Who comes after whom. Neo4j is slower for a while after another statement ran, since its compiler relied on what it saw: so
 * of the two whose ratio matters most, each follows one that asks with another statement, as bare-http would not after raw.
 */
const turns: readonly ContenderName[] = ['raw', 'neo4j-graphql', 'pacta', 'bare-http', 'pacta-cached']

/** Drives every contender once per round, each round beginning with another one, so that slow spells of the machine hit all alike. */
export async function measure(
  query: BenchQuery,
  parameters: readonly Parameters[],
  contenders: readonly Contender[],
  { connections, rounds, seconds, neo4jPid, clientPid }: Rounds,
): Promise<Figures[]> {
  const order = [...contenders].sort((one, other) => turns.indexOf(one.name) - turns.indexOf(other.name))
  const found = new Map<ContenderName, Omit<Figures, 'contender'>[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < contenders.length; turn++) {
      const contender = order[(round + turn) % order.length]!
      const pids = [contender.pid, neo4jPid, clientPid]
      const before = pids.map(cpuSeconds)
      const { count, seconds: took, p50, p99 } = await contender.drive(query, parameters, { connections, seconds })
      const [cpu, cpuNeo4j, cpuClient] = pids.map((pid, index) => ((cpuSeconds(pid) - before[index]!) * 1000) / count)
      found.get(contender.name)!.push({ rps: count / took, p50, p99, cpu: cpu!, cpuNeo4j: cpuNeo4j!, cpuClient: cpuClient! })
    }
  return contenders.map(({ name: contender }) => {
    const of = (figure: keyof Omit<Figures, 'contender'>) => median(found.get(contender)!.map(sample => sample[figure]))
    return {
      contender,
      rps: of('rps'),
      p50: of('p50'),
      p99: of('p99'),
      cpu: of('cpu'),
      cpuNeo4j: of('cpuNeo4j'),
      cpuClient: of('cpuClient'),
    }
  })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
