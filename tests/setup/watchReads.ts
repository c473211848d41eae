import type { CypherStatement } from '../../src/cypher/statement.ts'
import type { Database } from '../../src/database/connect.ts'

/** The same database, which notes the statements by which answers are read. */
export function watchReads(database: Database, ran: CypherStatement[]): Database {
  return {
    read: (statement, timeout) => {
      ran.push(statement)
      return database.read(statement, timeout)
    },
    readValues: (statement, timeout) => {
      ran.push(statement)
      return database.readValues(statement, timeout)
    },
    readLatest: statement => database.readLatest(statement),
    readSettled: (work, timeout) => database.readSettled(work, timeout),
    write: (work, goesOn) => database.write(work, goesOn),
    stream: statement => database.stream(statement),
    administer: statement => database.administer(statement),
    close: () => database.close(),
  }
}
