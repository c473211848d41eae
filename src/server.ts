import pino, { type Logger } from 'pino'
import { allowOrigins } from './api/access/allowOrigins.ts'
import { checkHost } from './api/access/checkHost.ts'
import { type AccessSettings, Guard, type GuardedHandler, usualAccess } from './api/access/guard.ts'
import { Answerer } from './api/answer.ts'
import { ChangeFeed } from './api/changes/changeFeed.ts'
import { notifyWrites } from './api/changes/notifyWrites.ts'
import { serveCitation } from './api/cite/serveCitation.ts'
import { createApollo } from './api/createApollo.ts'
import { buildGraphQLSchema } from './api/graphql/buildSchema.ts'
import { answerGraphQL } from './api/http/answerGraphQL.ts'
import { changes } from './api/http/changes.ts'
import { explorerPage } from './api/http/explorerPage.ts'
import { graphqlStream } from './api/http/graphqlStream.ts'
import { live, ready } from './api/http/health.ts'
import { InFlight } from './api/http/inFlight.ts'
import { type Handler, type Listening, listen } from './api/http/listen.ts'
import { originOf } from './api/http/originOf.ts'
import { queryPage } from './api/http/queryPage.ts'
import { figures } from './api/observe/figures.ts'
import { Metrics } from './api/observe/metrics.ts'
import { type HearStatement, observeDatabase } from './api/observe/observeDatabase.ts'
import { RequestObserver } from './api/observe/observeRequests.ts'
import { Tracing } from './api/observe/tracing.ts'
import { PreparedAnswers } from './api/preparedAnswers.ts'
import { ResponseCache } from './api/responseCache.ts'
import { RevisionLease } from './api/revisionLease.ts'
import { TrustedDocuments } from './api/trustedDocuments.ts'
import { Coding } from './coding/coding.ts'
import type { Database } from './database/connect.ts'
import { groupsBesideNeo4j, usualGroups } from './database/groupReads.ts'
import { StartError } from './database/startError.ts'
import { Editor } from './edit/editor.ts'
import { answerEntity, type LinkedData } from './export/linkedData/answerEntity.ts'
import { serveExport } from './export/serve/serveExport.ts'
import { Reconciler } from './reconcile/reconciler.ts'

/** Where the service listens and how long a query may take. */
export interface ServerOptions {
  readonly host: string
  readonly port: number
  readonly queryTimeoutSeconds: number
  /** Memory for responses that may be given again; 0 keeps none. */
  readonly responseCacheMegabytes: number
  /** Who may do what; when absent, anyone may read as long as only this machine is listened to. */
  readonly access?: AccessSettings
  /** The names that the service is asked by, besides those of this machine. */
  readonly publicHosts?: readonly string[]
  /** The origins whose pages may read answers. */
  readonly corsOrigins?: readonly string[]
  /** Whether Neo4j runs on this machine, and so shares its processors with the service. */
  readonly besideNeo4j?: boolean
  /** How many requests may wait for the database at once. */
  readonly mostInFlight?: number
  /** Whether spans of requests and statements are made. */
  readonly tracing?: boolean
  /** Where requests of note are logged. */
  readonly log?: Logger
  /** Where Bloom is, for links into it. */
  readonly bloomUrl?: string
  /** The address of the service, as the IRIs of entities begin. */
  readonly baseUrl?: string
  /** The documents that are known by an id; none, and any other is run, when absent. */
  readonly documents?: TrustedDocuments
  readonly report: (error: unknown) => void
}

const usualMostInFlight = 256

/** Joins the API and its pages into one HTTP server over this database. */
export async function startServer(opened: Database, options: ServerOptions): Promise<Listening> {
  const { host, port, queryTimeoutSeconds, responseCacheMegabytes, log = pino({ level: 'silent' }), report } = options
  const metrics = new Metrics()
  const tracing = options.tracing ? new Tracing() : undefined
  const hear: HearStatement = (...ended) => metrics.countStatement(...ended)
  const { database: observed, use: bolt } = observeDatabase(opened, hear, tracing?.traceStatement)
  const database = notifyWrites(observed, () => feed.wake())
  const { schema, ontology } = buildGraphQLSchema(options.bloomUrl === undefined ? {} : { bloomUrl: options.bloomUrl })
  const editor = new Editor(ontology, database)
  const coding = new Coding(ontology, database, editor)
  const answerer = new Answerer(ontology, database, queryTimeoutSeconds, editor, coding, new Reconciler(ontology, database))
  const lease = new RevisionLease(database)
  const cache = responseCacheMegabytes > 0 ? new ResponseCache(lease, responseCacheMegabytes) : undefined
  const groups = options.besideNeo4j ? groupsBesideNeo4j : usualGroups
  const prepared = new PreparedAnswers(schema, ontology, database, queryTimeoutSeconds, groups, cost => metrics.noteCost(cost))
  const apollo = createApollo(schema, report, prepared, log)
  await apollo.start()
  const documents = options.documents ?? new TrustedDocuments(new Map(), false)
  const explorer = explorerPage()
  const feed = new ChangeFeed(database, ontology, lease)
  const guard = new Guard(database, options.access ?? usualAccess(host))
  const inFlight = new InFlight(options.mostInFlight ?? usualMostInFlight)
  const observer = new RequestObserver(metrics, log, tracing)
  metrics.watch({
    ...(cache && { cache }),
    bolt,
    inFlight: () => observer.inFlight,
    revision: () => lease.renew(),
    feed: () => feed.progress(),
  })
  // What anyone may see, whoever may read the graph: nothing of the graph itself.
  const open: Record<string, Handler> = {
    '/': explorer,
    '/assets/*': explorer,
    '/health/live': live,
    '/health/ready': ready(database),
  }
  const linked: LinkedData = { database, ontology, ...(options.baseUrl && { baseUrl: options.baseUrl }) }
  const guarded: Record<string, GuardedHandler> = {
    '/graphql': (...request) => answerGraphQL({ cache, prepared, apollo, answerer, inFlight, documents }, ...request),
    '/cite': (request, response, caller, spend) => {
      documents.check(undefined)
      const answering = answerer.forRequest(caller, spend, originOf(request))
      return inFlight.run(() => serveCitation(schema, request, response, answering))
    },
    '/metrics': figures(metrics),
    '/graphql/stream': graphqlStream(schema, feed, documents),
    '/changes': changes(feed),
    '/export/*': serveExport(database, ontology),
    '/id/*': (request, response) => inFlight.run(() => answerEntity(linked, request, response)),
  }
  const protectedHandlers = guard.protect(guarded)
  const handlers = { ...open, ...protectedHandlers, '/graphql': queryPage(protectedHandlers['/graphql']!) }
  const admissions = [checkHost(host, options.publicHosts ?? []), ...allowOrigins(options.corsOrigins ?? [])]
  try {
    const listening = await listen({ host, port, handlers, admissions, observer, report })
    const close = async () => {
      feed.close()
      await listening.close()
      guard.close()
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
