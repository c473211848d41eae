import { setTimeout as sleep } from 'node:timers/promises'
import { type Address, connect, type Database } from './connect.ts'
import { DatabaseError } from './databaseError.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts'
import { HomeInUseError } from './homeLock.ts'
import { readAddress } from './leftover.ts'
import { keepPassword } from './password.ts'
import { StartError } from './startError.ts'

/** How a Neo4j is got: the address of a server, or the home of an embedded one. */
export interface OpenOptions {
  readonly server?: Address
  readonly home: string
  readonly heapMegabytes?: number
  readonly pageCacheMegabytes?: number
  readonly javaHome?: string
  /** Whether to use the Neo4j of another process that keeps this home, in place of refusing. */
  readonly share?: boolean
  readonly onProgress: (step: string) => void
}

/** A database that is open, and how to close it with all that was started for it. */
export interface OpenDatabase {
  readonly database: Database
  readonly uri: string
  /** Where it is and by which credentials, for who needs a connection of another kind. */
  readonly address: Address
  /** Resolves when an embedded Neo4j ends by itself again and again and is given up; never with a server. */
  readonly lost: Promise<void>
  close(): Promise<void>
}

/** Connects to the server named, or starts the embedded Neo4j and connects to that; a Neo4j that runs already is shared on demand. */
export async function openDatabase({ server, share, ...embedded }: OpenOptions): Promise<OpenDatabase> {
  if (server) return openServer(server)
  const started = await startEmbedded(embedded).catch(async (error: unknown) => {
    const running = share && error instanceof HomeInUseError ? await findRunning(embedded.home) : undefined
    if (!running) throw error
    return running
  })
  return 'stop' in started ? openEmbedded(started, embedded) : openServer(started)
}

async function openServer(server: Address): Promise<OpenDatabase> {
  const database = await connectOrExplain(server)
  return { database, uri: server.uri, address: server, lost: new Promise(() => {}), close: () => database.close() }
}

async function findRunning(home: string): Promise<Address | undefined> {
  const uri = await readAddress(home)
  return uri === undefined ? undefined : { uri, username: 'neo4j', password: await keepPassword(home) }
}

async function openEmbedded(neo4j: Embedded, embedded: EmbeddedOptions): Promise<OpenDatabase> {
  try {
    const database = await connectOrExplain(neo4j)
    const { lost, stop } = keepRunning(neo4j, embedded)
    const close = async () => {
      await database.close()
      await stop()
    }
    return { database, uri: neo4j.uri, address: neo4j, lost, close }
  } catch (error) {
    await neo4j.stop()
    throw error
  }
}

const mostRestarts = { times: 5, withinSeconds: 600 }
const secondsBetweenRestarts = 2

/** Starts a Neo4j that ended by itself again, on the same port, so that the pool of connections finds it there. */
function keepRunning(first: Embedded, options: EmbeddedOptions): Pick<OpenDatabase, 'lost'> & Pick<Embedded, 'stop'> {
  const stopping = new AbortController()
  const times: number[] = []
  let current: Promise<Embedded | undefined> = Promise.resolve(first)
  let giveUp = (): void => {}
  const lost = new Promise<void>(resolve => (giveUp = resolve))
  watch(first)
  return {
    lost,
    stop: async () => {
      stopping.abort()
      await (await current)?.stop()
    },
  }

  function watch(neo4j: Embedded): void {
    void neo4j.exited.then(() => {
      if (!stopping.signal.aborted) current = restart(neo4j)
    })
  }

  async function restart(former: Embedded): Promise<Embedded | undefined> {
    options.onProgress('Neo4j has ended by itself; it is started again, and requests are refused until then.')
    await former.stop()
    while (!stopping.signal.aborted) {
      const recent = times.filter(time => time > Date.now() - mostRestarts.withinSeconds * 1000)
      if (recent.length >= mostRestarts.times) {
        giveUp()
        return undefined
      }
      await sleep(recent.length * secondsBetweenRestarts * 1000, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return undefined
      times.push(Date.now())
      try {
        const next = await startEmbedded({ ...options, port: former.port })
        options.onProgress('Neo4j answers again.')
        watch(next)
        return next
      } catch (error) {
        options.onProgress(error instanceof Error ? error.message : String(error))
      }
    }
    return undefined
  }
}

async function connectOrExplain({ uri, username, password, database }: Address): Promise<Database> {
  try {
    return await connect({ uri, username, password, ...(database && { database }) })
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    if (error.failure === 'unauthorised')
      throw new StartError(
        `Neo4j at ${uri} refuses user "${username}" with this password; set NEO4J_USERNAME and NEO4J_PASSWORD to its own.`,
      )
    if (error.failure === 'unavailable')
      throw new StartError(
        `No Neo4j${database ? ` with a database "${database}"` : ''} answers at ${uri}; start it, or set NEO4J_URI to where it is, or unset it to use the embedded one.`,
      )
    throw error
  }
}
