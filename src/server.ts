import { Answerer } from './api/answer.ts'
import { createApollo } from './api/createApollo.ts'
import { buildGraphQLSchema } from './api/graphql/buildSchema.ts'
import { answerGraphQL } from './api/http/answerGraphQL.ts'
import { live, ready } from './api/http/health.ts'
import { homePage } from './api/http/homePage.ts'
import { type Listening, listen } from './api/http/listen.ts'
import { PreparedAnswers } from './api/preparedAnswers.ts'
import { ResponseCache } from './api/responseCache.ts'
import { RevisionLease } from './api/revisionLease.ts'
import type { Database } from './database/connect.ts'
import { StartError } from './database/startError.ts'

/** Where the service listens and how long a query may take. */
export interface ServerOptions {
  readonly host: string
  readonly port: number
  readonly queryTimeoutSeconds: number
  /** Memory for responses that may be given again; 0 keeps none. */
  readonly responseCacheMegabytes: number
  readonly report: (error: unknown) => void
}

/** Joins the API and its pages into one HTTP server over this database. */
export async function startServer(database: Database, options: ServerOptions): Promise<Listening> {
  const { host, port, queryTimeoutSeconds, responseCacheMegabytes, report } = options
  const { schema, ontology } = buildGraphQLSchema()
  const answerer = new Answerer(ontology, database, queryTimeoutSeconds)
  const cache = responseCacheMegabytes > 0 ? new ResponseCache(new RevisionLease(database), responseCacheMegabytes) : undefined
  const prepared = new PreparedAnswers(schema, ontology, database, queryTimeoutSeconds)
  const apollo = createApollo(schema, report, (...valid) => prepared.remember(...valid))
  await apollo.start()
  const handlers = {
    '/': homePage(),
    '/graphql': (request, response) => answerGraphQL({ cache, prepared, apollo, answerer }, request, response),
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
