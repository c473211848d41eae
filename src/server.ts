import { Answerer } from './api/answer.ts'
import { createApollo } from './api/createApollo.ts'
import { buildGraphQLSchema } from './api/graphql/buildSchema.ts'
import type { Answering } from './api/graphql/root.ts'
import { answerGraphQL } from './api/http/answerGraphQL.ts'
import { live, ready } from './api/http/health.ts'
import { homePage } from './api/http/homePage.ts'
import { type Listening, listen } from './api/http/listen.ts'
import { PreparedAnswers } from './api/preparedAnswers.ts'
import type { Database } from './database/connect.ts'
import { StartError } from './database/startError.ts'

/** Where the service listens and how long a query may take. */
export interface ServerOptions {
  readonly host: string
  readonly port: number
  readonly queryTimeoutSeconds: number
  readonly report: (error: unknown) => void
}

/** Joins the API and its pages into one HTTP server over this database. */
export async function startServer(database: Database, options: ServerOptions): Promise<Listening> {
  const { host, port, queryTimeoutSeconds, report } = options
  const { schema, ontology } = buildGraphQLSchema()
  const answerer = new Answerer(ontology, database, queryTimeoutSeconds)
  const prepared = new PreparedAnswers(schema, ontology, database, queryTimeoutSeconds)
  // Apollo copies the context of each request, so it must not be an object with private state.
  const answering: Answering = { answer: info => answerer.answer(info) }
  const apollo = createApollo(schema, report, (...valid) => prepared.remember(...valid))
  await apollo.start()
  const handlers = {
    '/': homePage(),
    '/graphql': (request, response) => answerGraphQL({ apollo, answering, prepared }, request, response),
    '/health/live': live,
    '/health/ready': ready(database),
  } satisfies Parameters<typeof listen>[2]
  try {
    const listening = await listen(host, port, handlers, report)
    const close = async () => {
      await listening.close()
      await apollo.stop()
    }
    return { url: listening.url, close }
  } catch (error) {
    await apollo.stop()
    throw explain(error, host, port)
  }
}

function explain(error: unknown, host: string, port: number): unknown {
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} of ${host} is taken; stop what listens there, or set PORT to another one.`)
  if (code === 'EACCES') return new StartError(`Port ${port} of ${host} is not allowed to this user; set PORT to one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError(`HOST ${host} is no address of this machine; set it to 127.0.0.1, or 0.0.0.0 for all.`)
  return error
}
