import { setTimeout as sleep } from 'node:timers/promises'
import neo4j, { type Driver, type ManagedTransaction, type Result } from 'neo4j-driver'
import { passGate } from '../cypher/gate.ts'
import type { CypherStatement } from '../cypher/statement.ts'
import { allocateYoung } from './allocateYoung.ts'
import { readFailure } from './databaseError.ts'
import { fromDriver, toDriver } from './values.ts'
import { writeWhole } from './writeWhole.ts'

/** Where a Neo4j is and who asks. */
export interface Address {
  readonly uri: string
  readonly username: string
  readonly password: string
  /** The database's name; the user's home database when absent. */
  readonly database?: string
}

/** One row of an answer: a plain value for each name that the statement returns. */
export type Row = Record<string, unknown>
/** Runs one statement inside a transaction. */
export type Run = (statement: CypherStatement) => Promise<Row[]>

/** A connection pool to one Neo4j database. */
export interface Database {
  /** Runs one statement as an auto-commit read, routed to a reader; it is ended after `timeoutSeconds`. */
  read(statement: CypherStatement, timeoutSeconds?: number): Promise<Row[]>
  /** Runs one read whose rows hold a single value each, of lists, texts, numbers and truth values only; gives them as they come. */
  readValues(statement: CypherStatement, timeoutSeconds?: number): Promise<unknown[]>
  /** Runs one read whose rows are too many to be held, and gives them as they come. */
  stream(statement: CypherStatement): AsyncIterable<Row>
  /** Runs one read that sees every acknowledged write, wherever it was made: the leader answers it. */
  readLatest(statement: CypherStatement): Promise<Row[]>
  /**
   * Does all of this reading in one transaction while no commit is being applied, so that revisions are seen whole or not at
   * all; `last` is the number of the last one. Writers who are about to commit wait for it, so it must be short.
   */
  readSettled<T>(work: (run: Run, last: number) => Promise<T>, timeoutSeconds?: number): Promise<T>
  /**
   * Does all of this work in one write transaction, or nothing of it, and waits until no process can still answer from
   * before it: so what follows an acknowledged write shows it everywhere. `goesOn` is for a series of writes of which only
   * the last is acknowledged: then it does not wait. `committed` is called when it can be read here, before that wait.
   */
  write<T>(work: (run: Run) => Promise<T>, goesOn?: boolean, committed?: () => void): Promise<T>
  /** Runs one statement that cannot share a transaction, such as a constraint; it may take as long as it needs. */
  administer(statement: CypherStatement): Promise<Row[]>
  close(): Promise<void>
}

/** How long a process may answer from what it knows of the revision; a write is done only when that time has passed. */
export const leaseMilliseconds = 100
/** Timers may be early by a little, and clocks run at slightly different speeds. */
const leaseMargin = 1.25

const secondsOfAcquisition = 10
const secondsOfStream = 3600
/** A part of a large load may take minutes on a slow machine; a server may allow less unless it is asked. */
const secondsOfWrite = 600
/** Neo4j takes this for no limit: how long a constraint or a change of all that is stored takes depends on how much there is. */
const unlimited = 0

/** Opens a pool and proves that the server answers and the credentials hold; else throws a `DatabaseError`. */
export async function connect(address: Address): Promise<Database> {
  allocateYoung()
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
    disableLosslessIntegers: true,
    connectionAcquisitionTimeout: secondsOfAcquisition * 1000,
    connectionTimeout: secondsOfAcquisition * 1000,
    maxTransactionRetryTime: 15_000,
    telemetryDisabled: true,
    // Hints on a statement, such as of a property that no node has yet, would come with every answer.
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    userAgent: 'pacta',
  })
  const database = new DriverDatabase(driver, address, writeWhole())
  try {
    await database.read({ text: 'RETURN 1 AS one', parameters: {} })
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

class DriverDatabase implements Database {
  readonly #options

  constructor(
    readonly driver: Driver,
    { uri, database }: Address,
    readonly onClosed: () => void,
  ) {
    // In a cluster each write hands its bookmark to the reads that follow, so that replicas show it; one server has no need of that.
    const bookmarkManager = uri.startsWith('neo4j') ? neo4j.bookmarkManager() : undefined
    this.#options = { ...(bookmarkManager && { bookmarkManager }), ...(database && { database }) }
  }

  async read(statement: CypherStatement, timeoutSeconds = 15): Promise<Row[]> {
    const session = this.driver.session({ ...this.#options, defaultAccessMode: neo4j.session.READ })
    try {
      return await rows(session.run(statement.text, parameters(statement), { timeout: timeoutSeconds * 1000 }))
    } catch (error) {
      throw readFailure(error)
    } finally {
      await session.close()
    }
  }

  async readLatest(statement: CypherStatement): Promise<Row[]> {
    const session = this.driver.session({ ...this.#options, defaultAccessMode: neo4j.session.WRITE })
    try {
      return await rows(session.run(statement.text, parameters(statement), { timeout: 5000 }))
    } catch (error) {
      throw readFailure(error)
    } finally {
      await session.close()
    }
  }

  async readSettled<T>(work: (run: Run, last: number) => Promise<T>, timeoutSeconds = 30): Promise<T> {
    const session = this.driver.session({ ...this.#options, defaultAccessMode: neo4j.session.WRITE })
    const perform = async (transaction: ManagedTransaction): Promise<T> => {
      const run: Run = statement => rows(transaction.run(statement.text, parameters(statement)))
      const [passed] = await run(passGate())
      return work(run, passed?.['last'] as number)
    }
    try {
      return await session.executeWrite(perform, { timeout: timeoutSeconds * 1000 })
    } catch (error) {
      throw readFailure(error)
    } finally {
      await session.close()
    }
  }

  async readValues(statement: CypherStatement, timeoutSeconds = 15): Promise<unknown[]> {
    const session = this.driver.session({ ...this.#options, defaultAccessMode: neo4j.session.READ })
    try {
      // The driver captures a stack for each statement, which costs more than many a statement does.
      const { stackTraceLimit } = Error
      Error.stackTraceLimit = 0
      const result = session.run(statement.text, parameters(statement), { timeout: timeoutSeconds * 1000 })
      Error.stackTraceLimit = stackTraceLimit
      const { records } = await result
      return records.map(record => record.get(0))
    } catch (error) {
      throw readFailure(error)
    } finally {
      await session.close()
    }
  }

  async *stream(statement: CypherStatement): AsyncGenerator<Row> {
    const session = this.driver.session({ ...this.#options, defaultAccessMode: neo4j.session.READ })
    try {
      const options = { timeout: secondsOfStream * 1000 }
      for await (const record of session.run(statement.text, parameters(statement), options))
        yield fromDriver(record.toObject()) as Row
    } catch (error) {
      throw readFailure(error)
    } finally {
      await session.close()
    }
  }

  async write<T>(work: (run: Run) => Promise<T>, goesOn = false, committed: () => void = () => {}): Promise<T> {
    const session = this.driver.session({ ...this.#options, defaultAccessMode: neo4j.session.WRITE })
    const perform = (transaction: ManagedTransaction): Promise<T> =>
      work(statement => rows(transaction.run(statement.text, parameters(statement))))
    try {
      const done = await session.executeWrite(perform, { timeout: secondsOfWrite * 1000 })
      committed()
      if (!goesOn) await sleep(leaseMilliseconds * leaseMargin)
      return done
    } catch (error) {
      // What the work itself refuses is not a failure of the database.
      throw error instanceof neo4j.Neo4jError ? readFailure(error) : error
    } finally {
      await session.close()
    }
  }

  async administer(statement: CypherStatement): Promise<Row[]> {
    const session = this.driver.session({ ...this.#options, defaultAccessMode: neo4j.session.WRITE })
    try {
      return await rows(session.run(statement.text, parameters(statement), { timeout: unlimited }))
    } finally {
      await session.close()
    }
  }

  async close(): Promise<void> {
    await this.driver.close()
    this.onClosed()
  }
}

function parameters(statement: CypherStatement): Record<string, unknown> {
  return toDriver(statement.parameters) as Record<string, unknown>
}

async function rows(result: Result): Promise<Row[]> {
  const { records } = await result
  return records.map(record => fromDriver(record.toObject()) as Row)
}
