import { type ExecutionResult, graphql, parse } from 'graphql'
import { Answerer } from '../../src/api/answer.ts'
import type { Caller } from '../../src/api/caller.ts'
import { buildGraphQLSchema } from '../../src/api/graphql/buildSchema.ts'
import { PreparedAnswers } from '../../src/api/preparedAnswers.ts'
import { resolveByKey } from '../../src/api/resolveByKey.ts'
import { Coding } from '../../src/coding/coding.ts'
import type { CypherStatement } from '../../src/cypher/statement.ts'
import type { Database } from '../../src/database/connect.ts'
import { type GroupLimits, usualGroups } from '../../src/database/groupReads.ts'
import { Editor } from '../../src/edit/editor.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { Reconciler } from '../../src/reconcile/reconciler.ts'
import { emptyDatabase } from './database.ts'
import { seedFolder } from './seedFolder.ts'
import { watchReads } from './watchReads.ts'

/** The seed in the test database, and the API over it. */
export interface SeededApi {
  readonly database: Database
  /** The statements that the last question ran. */
  readonly ran: CypherStatement[]
  ask(query: string, variables?: Record<string, unknown>, caller?: Caller): Promise<ExecutionResult>
  /** The data of an answer; fails when it has errors. */
  data<T = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<T>
  /** The response body of the short way that known operations take; undefined when it declines. */
  askPrepared(query: string, variables?: Record<string, unknown>): Promise<string | undefined>
  /** The same for several requests that come at the same time. */
  askTogether(query: string, requests: readonly Record<string, unknown>[]): Promise<(string | undefined)[]>
  close(): Promise<void>
}

/** Loads the seed, or the seed files of these paths, into the empty test database and opens the API over it. */
export async function openSeededApi(paths: readonly string[] = [seedFolder]): Promise<SeededApi> {
  const database = await emptyDatabase()
  await loadSeed(database, buildGraphQLSchema().ontology, { paths })
  return openApi(database)
}

/** The API over a database, whatever it holds. */
export function openApi(database: Database, given: Partial<GroupLimits> = {}): SeededApi {
  const { ontology, schema } = buildGraphQLSchema()
  const ran: CypherStatement[] = []
  const watched = watchReads(database, ran)
  const editor = new Editor(ontology, database)
  const answerer = new Answerer(
    ...([ontology, watched, 30, editor] as const),
    new Coding(ontology, database, editor),
    new Reconciler(ontology, database),
  )
  // However slow the machine is, what may share a statement does.
  const limits = { ...usualGroups, longestGroup: Number.POSITIVE_INFINITY, ...given }
  const prepared = new PreparedAnswers(schema, ontology, watched, 30, limits)
  const ask: SeededApi['ask'] = (source, variableValues, caller = { id: 'anonymous', scope: 'read' }) => {
    ran.length = 0
    return graphql({
      schema,
      source,
      variableValues: variableValues ?? {},
      contextValue: answerer.forRequest(caller),
      fieldResolver: resolveByKey as never,
    })
  }
  const askTogether: SeededApi['askTogether'] = (query, requests) => {
    ran.length = 0
    prepared.remember(query, parse(query), undefined)
    return Promise.all(requests.map(variables => prepared.answer({ query, variables })))
  }
  return {
    database,
    ran,
    ask,
    data: async (query, variables) => {
      const { data, errors } = await ask(query, variables)
      if (errors) throw new Error(errors.map(error => `${error.message}\n${String(error.originalError?.cause ?? '')}`).join('\n'))
      return data as never
    },
    askPrepared: async (query, variables = {}) => (await askTogether(query, [variables]))[0],
    askTogether,
    close: () => database.close(),
  }
}
