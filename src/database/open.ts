import { type Address, connect, type Database } from './connect.ts'
import { DatabaseError } from './databaseError.ts'
import { startEmbedded } from './embedded.ts'
import { StartError } from './startError.ts'

/** How a Neo4j is got: the address of a server, or the home of an embedded one. */
export interface OpenOptions {
  readonly server?: Address
  readonly home: string
  readonly heapMegabytes?: number
  readonly pageCacheMegabytes?: number
  readonly javaHome?: string
  readonly onProgress: (step: string) => void
}

/** A database that is open, and how to close it with all that was started for it. */
export interface OpenDatabase {
  readonly database: Database
  readonly uri: string
  /** Ends when an embedded Neo4j ends by itself; never with a server. */
  readonly lost: Promise<unknown>
  close(): Promise<void>
}

/** Connects to the server named, or starts the embedded Neo4j and connects to that. */
export async function openDatabase({ server, ...embedded }: OpenOptions): Promise<OpenDatabase> {
  if (server) {
    const database = await connectOrExplain(server)
    return { database, uri: server.uri, lost: new Promise(() => {}), close: () => database.close() }
  }
  const neo4j = await startEmbedded(embedded)
  try {
    const database = await connectOrExplain(neo4j)
    const close = async () => {
      await database.close()
      await neo4j.stop()
    }
    return { database, uri: neo4j.uri, lost: neo4j.exited, close }
  } catch (error) {
    await neo4j.stop()
    throw error
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
