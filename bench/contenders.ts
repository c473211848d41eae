import { fileURLToPath } from 'node:url'
import type { Embedded } from '../src/database/embedded.ts'
import { Child } from './child.ts'
import type { ClientTask } from './client.ts'
import type { RawTask } from './contenders/raw.ts'
import type { Load, Sample } from './drive.ts'
import type { BenchQuery, Parameters } from './queries/query.ts'

/** The contenders, in the order of the tables. */
export const contenderNames = ['raw', 'bare-http', 'neo4j-graphql', 'pacta', 'pacta-cached'] as const
export type ContenderName = (typeof contenderNames)[number]

/** The contender that may give an answer without asking Neo4j. */
export const cachedContender: ContenderName = 'pacta-cached'

/** One way to answer the queries, in a process of its own. */
export interface Contender {
  readonly name: ContenderName
  readonly pid: number
  /** The answer in the shape of the hand-written one. */
  answer(query: BenchQuery, parameters: Parameters): Promise<unknown>
  drive(query: BenchQuery, parameters: readonly Parameters[], load: Load): Promise<Sample>
  stop(): Promise<void>
}

/** Starts a contender on this Neo4j; `client` sends the load to those that speak HTTP. */
export async function startContender(
  name: ContenderName,
  { uri, username, password }: Embedded,
  client: Child,
): Promise<Contender> {
  const environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const own = (file: string) => new Child(name, fileURLToPath(new URL(`contenders/${file}.ts`, import.meta.url)), { environment })
  switch (name) {
    case 'raw':
      return inProcess(name, own('raw'))
    case 'bare-http':
      return overHttp(name, own('bareHttp'), client, {
        body: (query, variables) => ({ query: query.name, variables }),
        normalise: query => query.fromCypher,
      })
    case 'neo4j-graphql':
      return overHttp(name, own('neo4jGraphql'), client, {
        body: (query, variables) => ({ query: query.neo4jGraphql, variables }),
        normalise: query => query.fromNeo4jGraphql,
      })
    case 'pacta':
    case 'pacta-cached':
      return overHttp(name, startPacta(name, environment), client, {
        body: (query, variables) => ({ query: query.pacta, variables }),
        normalise: query => query.fromPacta,
      })
  }
}

function startPacta(name: ContenderName, environment: Record<string, string>): Child {
  const settings = { PORT: '0', LOG_LEVEL: 'error', PACTA_RESPONSE_CACHE_MB: name === 'pacta-cached' ? '64' : '0' }
  return new Child(name, fileURLToPath(new URL('../dist/cli/main.js', import.meta.url)), {
    environment: { ...environment, ...settings },
    arguments: ['serve', '--no-seed'],
    plain: true,
  })
}

async function inProcess(name: ContenderName, child: Child): Promise<Contender> {
  await child.ready()
  return {
    name,
    pid: child.pid,
    async answer(query, parameters) {
      const value = await child.order({ query: query.name, parameters: [parameters] } satisfies RawTask)
      return query.fromCypher ? query.fromCypher(value as never) : value
    },
    drive: (query, parameters, load) => child.order({ query: query.name, parameters, load } satisfies RawTask) as Promise<Sample>,
    stop: () => child.stop(),
  }
}

interface Dialect {
  body(query: BenchQuery, parameters: Parameters): object
  normalise(query: BenchQuery): ((data: never) => unknown) | undefined
}

async function overHttp(name: ContenderName, child: Child, client: Child, { body, normalise }: Dialect): Promise<Contender> {
  const url = await child.ready()
  return {
    name,
    pid: child.pid,
    async answer(query, parameters) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body(query, parameters)),
      })
      const text = await response.text()
      const { data, errors } = parse(text)
      if (errors || data === undefined)
        throw new Error(`${name} answers ${query.name} with ${response.status} ${text.slice(0, 1000)}`)
      const change = normalise(query)
      return change ? change(data as never) : data
    },
    drive(query, parameters, load) {
      const bodies = parameters.map(given => JSON.stringify(body(query, given)))
      return client.order({ url, bodies, load } satisfies ClientTask) as Promise<Sample>
    },
    stop: () => child.stop(),
  }
}

function parse(text: string): { readonly data?: unknown; readonly errors?: unknown } {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
