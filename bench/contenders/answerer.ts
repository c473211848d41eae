import neo4j from 'neo4j-driver'
import type { Parameters } from '../queries/query.ts'
import { queries } from '../queries.ts'
import { serverAddress } from './process.ts'

/** Answers queries, by name, with the hand-written statements: auto-commit, plain numbers. */
export function answerer(): (query: string, parameters: Parameters) => Promise<unknown> {
  const { uri, username, password } = serverAddress()
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true })
  const statements = new Map(queries.map(({ name, cypher }) => [name, cypher]))
  return async (query, parameters) => {
    const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ })
    try {
      const { records } = await session.run(statements.get(query)!, parameters)
      return records[0]?.get(0) ?? null
    } finally {
      await session.close()
    }
  }
}
