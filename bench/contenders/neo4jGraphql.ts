import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { Neo4jGraphQL } from '@neo4j/graphql'
import neo4j from 'neo4j-driver'
import { reportReady, serverAddress } from './process.ts'
import { typeDefs } from './typeDefs.ts'

// As its documentation sets it up: one driver, Apollo's standalone server, the session's database in the context.
const { uri, username, password } = serverAddress()
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema()
const server = new ApolloServer({ schema, introspection: false })
const { url } = await startStandaloneServer(server, {
  context: async ({ req }) => ({ req, sessionConfig: { database: 'neo4j' } }),
  listen: { port: 0, host: '127.0.0.1' },
})
reportReady(url)
