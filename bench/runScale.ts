import { fileURLToPath } from 'node:url'
import { Child } from './child.ts'
import { type Contender, type ContenderName, cachedContender, startContender } from './contenders.ts'
import type { Domain } from './domain.ts'
import { openGraph } from './load.ts'
import { type Figures, measure } from './measure.ts'
import type { Options, Scale } from './options.ts'
import { proveEqual } from './prove.ts'
import { proveWhoCaches } from './proveWhoCaches.ts'
import type { BenchQuery, Parameters } from './queries/query.ts'
import { drawParameters } from './queries.ts'

/** The figures of all contenders on one query at one number of connections. */
export interface Measured {
  readonly scale: Scale
  readonly query: BenchQuery
  readonly connections: number
  readonly figures: readonly Figures[]
}

/** What a run at one size found. */
export interface ScaleReport {
  readonly scale: Scale
  readonly counts: Domain['counts']
  readonly secondsToLoad?: number
  /** The mean size of the answers of each query, in characters of JSON. */
  readonly answerSizes: ReadonlyMap<string, number>
  readonly secondsPerRound: number
  readonly measured: readonly Measured[]
}

type Say = (step: string) => void

/** Loads the graph, proves that all contenders give the same answers, warms them up, and measures them side by side. */
export async function runScale(scale: Scale, options: Options, deadline: number, say: Say): Promise<ScaleReport> {
  const { domain, neo4j, secondsToLoad } = await openGraph(scale.nodes, step => say(`${scale.name}: ${step}`))
  const client = new Child('client', fileURLToPath(new URL('client.ts', import.meta.url)))
  const contenders: Contender[] = []
  try {
    for (const name of options.contenders) {
      say(`${scale.name}: starting ${name}…`)
      contenders.push(await startContender(name, neo4j, client))
    }
    const asked = options.queries.map(query => ({ query, parameters: drawParameters(query, domain, options.parameters) }))
    const answerSizes = await prove(asked, contenders, options.compared, step => say(`${scale.name}: ${step}`))
    await proveWhoCaches(contenders, domain, neo4j)
    say(`${scale.name}: only pacta-cached answers out of a cache.`)
    const pairs = asked.length * options.connections.length * contenders.length
    const left = (windows: number) => (deadline - performance.now()) / 1000 / windows
    const warmUpSeconds = Math.max(0.25, Math.min(options.warmUp.seconds, shareOfWarmUp * left(pairs)))
    const warming = { ...options.warmUp, seconds: warmUpSeconds }
    await warmUp(asked, contenders, options.connections, warming, step => say(`${scale.name}: ${step}`))
    const seconds = Math.max(0.2, Math.min(options.seconds, left(pairs * options.rounds) - 0.02))
    const measured: Measured[] = []
    for (const { query, parameters } of asked)
      for (const connections of options.connections) {
        say(`${scale.name}: ${query.name}, ${connections} connection${connections > 1 ? 's' : ''}…`)
        const rounds = { connections, rounds: options.rounds, seconds, neo4jPid: neo4j.pid, clientPid: client.pid }
        measured.push({ scale, query, connections, figures: await measure(query, parameters, contenders, rounds) })
      }
    const { counts } = domain
    return { scale, counts, answerSizes, secondsPerRound: seconds, measured, ...(secondsToLoad && { secondsToLoad }) }
  } finally {
    await Promise.all([...contenders, client].map(child => child.stop()))
    await neo4j.stop()
  }
}

type Asked = readonly { readonly query: BenchQuery; readonly parameters: readonly Parameters[] }[]

async function prove(asked: Asked, contenders: readonly Contender[], compared: number, say: Say): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (const { query, parameters } of asked) {
    sizes.set(query.name, await proveEqual(query, parameters.slice(0, compared), contenders))
    say(`${query.name}: ${Math.min(compared, parameters.length)} answers of ${contenders.length} contenders are equal.`)
  }
  return sizes
}

/** As much of the time that is left goes to warming up, when a run has a deadline. */
const shareOfWarmUp = 0.45

/**
 * How long each is warmed up, beside the others. Neo4j gets faster with every run of a statement, so each statement is run as long: those written
 * by hand by raw and bare-http together; pacta-cached runs each of its own once.
 */
const shares: Record<ContenderName, number> = { raw: 0.5, 'bare-http': 1, 'neo4j-graphql': 1.5, pacta: 1.5, 'pacta-cached': 0.5 }

/** All take turns so often: what Neo4j's compiler makes of one statement it takes back when others follow, and makes anew. */
const warmUpTurns = 3

/** One request at a time takes other ways than many at once, in Neo4j and in Pacta: so both are warmed up that are measured. */
async function warmUp(
  asked: Asked,
  contenders: readonly Contender[],
  connections: readonly number[],
  until: Options['warmUp'],
  say: Say,
): Promise<void> {
  // However slow they are, all answers get into the cache, so that only what comes out of it is measured.
  const cached = contenders.find(({ name }) => name === cachedContender)
  for (const { query, parameters } of asked)
    await cached?.drive(query, parameters, { connections: 16, seconds: 60, requests: parameters.length })
  for (let turn = 0; turn < warmUpTurns; turn++)
    for (const contender of contenders) {
      say(`warming up ${contender.name}…`)
      const share = shares[contender.name] / warmUpTurns
      const load = { requests: Math.ceil(until.requests / warmUpTurns), seconds: until.seconds * share }
      for (const { query, parameters } of asked)
        for (const count of connections) await contender.drive(query, parameters, { connections: count, ...load })
    }
}
