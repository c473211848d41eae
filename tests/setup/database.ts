import { connect, type Database } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

/** Connects to the Neo4j that the test run started, and refuses any other. */
export function connectToTestDatabase(): Promise<Database> {
  const { PACTA_TEST_URI: uri, PACTA_TEST_PASSWORD: password } = process.env
  if (!uri || !password) throw new Error('PACTA_TEST_URI and PACTA_TEST_PASSWORD are set by the test run, which starts Neo4j.')
  const { hostname } = new URL(uri)
  if (hostname !== '127.0.0.1' && hostname !== 'localhost')
    throw new Error(`The test database is on this machine, not at ${hostname}: tests empty it.`)
  return connect({ uri, username: 'neo4j', password })
}

/** Connects to the test database, empties it and gives it the constraints and indexes of the ontology. */
export async function emptyDatabase(): Promise<Database> {
  const database = await connectToTestDatabase()
  await database.administer({ text: 'MATCH (n) DETACH DELETE n', parameters: {} })
  await migrate(database, readOntology())
  return database
}
