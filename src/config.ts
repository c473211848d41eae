import { resolve } from 'node:path'
import { closest, distance } from 'fastest-levenshtein'

/** Everything that can be set from outside, checked. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** The folder of the embedded Neo4j. */
  readonly home: string
  /** The server to use in place of the embedded Neo4j. */
  readonly neo4j?: { readonly uri: string; readonly username: string; readonly password: string; readonly database?: string }
  readonly queryTimeoutSeconds: number
  readonly heapMegabytes?: number
  readonly pageCacheMegabytes?: number
  /** Memory for responses that may be given again; 0 keeps none. */
  readonly responseCacheMegabytes: number
  /** How many requests may wait for the database at once. */
  readonly mostInFlight: number
  /** Where spans are sent by OTLP over HTTP. */
  readonly tracesEndpoint?: string
  /** Which documents are run: any, or only those that are trusted. */
  readonly documents: 'any' | 'trusted'
  /** A manifest of trusted documents beside those that come with the service. */
  readonly documentsFile?: string
  readonly javaHome?: string
  /** Who may do what, and how often. */
  readonly access: {
    readonly anonymous?: 'read' | 'write'
    readonly openId?: { readonly issuer: string; readonly audience: string; readonly scopeClaim: string }
    readonly anonymousPerMinute: number
    readonly callerPerMinute: number
    readonly proxies: number
  }
  readonly publicHosts: readonly string[]
  readonly corsOrigins: readonly string[]
  /** The address of the service, as the IRIs of entities begin. */
  readonly baseUrl?: string
  /** Where Bloom is, for links into it. */
  readonly bloomUrl?: string
  /** What looks like a mistake but does not stop the service. */
  readonly warnings: readonly string[]
}

/** All mistakes of a configuration, one a line. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

const names = [
  'HOST',
  'PORT',
  'LOG_LEVEL',
  'PACTA_HOME',
  'PACTA_QUERY_TIMEOUT',
  'PACTA_HEAP_MB',
  'PACTA_PAGE_CACHE_MB',
  'PACTA_RESPONSE_CACHE_MB',
  'PACTA_MAX_IN_FLIGHT',
  'PACTA_DOCUMENTS',
  'PACTA_DOCUMENTS_FILE',
  'PACTA_ANONYMOUS',
  'PACTA_OIDC_ISSUER',
  'PACTA_OIDC_AUDIENCE',
  'PACTA_OIDC_SCOPE_CLAIM',
  'PACTA_RATE_ANONYMOUS',
  'PACTA_RATE_CALLER',
  'PACTA_PROXIES',
  'PACTA_PUBLIC_HOSTS',
  'PACTA_CORS_ORIGINS',
  'PACTA_BASE_URL',
  'PACTA_BLOOM_URL',
  'NEO4J_URI',
  'NEO4J_USERNAME',
  'NEO4J_PASSWORD',
  'NEO4J_DATABASE',
]
/** How much the service says of itself, from most to least. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
const schemes = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc']

type Read = (name: string) => string | undefined
type ReadNumber = (name: string, least: number, largest: number) => number | undefined

/** Reads and checks the settings; all mistakes are reported together. */
export function readConfig(environment: Environment): Config {
  const mistakes: string[] = []
  const read: Read = name => environment[name]?.trim() || undefined
  const number: ReadNumber = (name, least, largest) => {
    const given = read(name)
    if (given === undefined) return undefined
    const value = Number(given)
    if (/^\d+$/.test(given) && value >= least && value <= largest) return value
    mistakes.push(`${name} takes a whole number from ${least} to ${largest}, not "${given}".`)
    return undefined
  }
  const level = read('LOG_LEVEL') ?? 'info'
  if (!logLevels.includes(level as 'info')) {
    const nearest = closest(level.toLowerCase(), [...logLevels])
    const hint = distance(level.toLowerCase(), nearest) <= 3 ? ` Did you mean "${nearest}"?` : ''
    mistakes.push(`LOG_LEVEL takes ${logLevels.join(', ')}, not "${level}".${hint}`)
  }
  const neo4j = readServer(read, mistakes)
  const tracesEndpoint = read('OTEL_EXPORTER_OTLP_ENDPOINT')
  if (tracesEndpoint !== undefined && !/^https?:\/\/[^/\s]+/.test(tracesEndpoint))
    mistakes.push(`OTEL_EXPORTER_OTLP_ENDPOINT takes an address that begins with http:// or https://, not "${tracesEndpoint}".`)
  const javaHome = read('JAVA_HOME')
  const address = (name: string): string | undefined => {
    const given = read(name)
    if (given !== undefined && !isWebAddress(given))
      mistakes.push(`${name} takes an address that begins with https:// or http://, not "${given}".`)
    return given
  }
  const baseUrl = address('PACTA_BASE_URL')?.replace(/\/+$/, '')
  const bloomUrl = address('PACTA_BLOOM_URL')
  const heapMegabytes = number('PACTA_HEAP_MB', 128, 65_536)
  const pageCacheMegabytes = number('PACTA_PAGE_CACHE_MB', 16, 65_536)
  const documents = read('PACTA_DOCUMENTS') ?? 'any'
  if (!['any', 'trusted'].includes(documents)) mistakes.push(`PACTA_DOCUMENTS takes any, trusted, not "${documents}".`)
  const documentsFile = read('PACTA_DOCUMENTS_FILE')
  const host = read('HOST') ?? '127.0.0.1'
  const config: Config = {
    host,
    port: number('PORT', 0, 65_535) ?? 4000,
    logLevel: level as Config['logLevel'],
    home: resolve(read('PACTA_HOME') ?? '.pacta'),
    queryTimeoutSeconds: number('PACTA_QUERY_TIMEOUT', 1, 3600) ?? 15,
    responseCacheMegabytes: number('PACTA_RESPONSE_CACHE_MB', 0, 65_536) ?? 64,
    access: readAccess(host, read, number, mistakes),
    publicHosts: readList(read, 'PACTA_PUBLIC_HOSTS', /^[\w.-]+$|^\[[0-9a-f:]+\]$/i, 'names of hosts without a port', mistakes),
    corsOrigins: readList(
      read,
      'PACTA_CORS_ORIGINS',
      /^(\*|https?:\/\/[^/\s]+)$/,
      'origins like https://example.org, or *',
      mistakes,
    ),
    warnings: findNearMisses(environment),
    mostInFlight: number('PACTA_MAX_IN_FLIGHT', 1, 100_000) ?? 256,
    documents: documents as Config['documents'],
    ...(documentsFile && { documentsFile: resolve(documentsFile) }),
    ...(tracesEndpoint && { tracesEndpoint }),
    ...(neo4j && { neo4j }),
    ...(heapMegabytes && { heapMegabytes }),
    ...(pageCacheMegabytes && { pageCacheMegabytes }),
    ...(javaHome && { javaHome }),
    ...(baseUrl && { baseUrl }),
    ...(bloomUrl && { bloomUrl }),
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes.join('\n'))
  return config
}

function readServer(read: Read, mistakes: string[]): Config['neo4j'] {
  const uri = read('NEO4J_URI')
  if (uri === undefined) return undefined
  const scheme = /^([a-z0-9+]+):\/\/[^/]+/i.exec(uri)?.[1]
  if (!scheme || !schemes.includes(scheme))
    mistakes.push(`NEO4J_URI takes an address that begins with ${schemes.join('://, ')}://, not "${uri}".`)
  const password = read('NEO4J_PASSWORD')
  if (password === undefined) mistakes.push('NEO4J_URI is set, so NEO4J_PASSWORD must be as well.')
  const database = read('NEO4J_DATABASE')
  return { uri, username: read('NEO4J_USERNAME') ?? 'neo4j', password: password ?? '', ...(database && { database }) }
}

/** On this machine anyone may read; elsewhere nobody without a key, unless it is said. */
function readAccess(host: string, read: Read, number: ReadNumber, mistakes: string[]): Config['access'] {
  const local = /^(localhost|127\.[\d.]+|::1)$/.test(host)
  const anonymous = read('PACTA_ANONYMOUS') ?? (local ? 'read' : 'off')
  if (!['off', 'read', 'write'].includes(anonymous)) mistakes.push(`PACTA_ANONYMOUS takes off, read, write, not "${anonymous}".`)
  const openId = readOpenId(read, mistakes)
  return {
    ...(anonymous !== 'off' && { anonymous: anonymous as 'read' }),
    ...(openId && { openId }),
    anonymousPerMinute: number('PACTA_RATE_ANONYMOUS', 0, 1e9) ?? (local ? 0 : 6000),
    callerPerMinute: number('PACTA_RATE_CALLER', 0, 1e9) ?? 60_000,
    proxies: number('PACTA_PROXIES', 0, 10) ?? 0,
  }
}

function readOpenId(read: Read, mistakes: string[]): Config['access']['openId'] {
  const issuer = read('PACTA_OIDC_ISSUER')
  if (issuer === undefined) return undefined
  if (!/^(https:\/\/[^/\s]+|http:\/\/(localhost|127\.[\d.]+|\[::1\])(:\d+)?)(\/\S*)?$/.test(issuer))
    mistakes.push(`PACTA_OIDC_ISSUER takes an address that begins with https://, not "${issuer}".`)
  const audience = read('PACTA_OIDC_AUDIENCE')
  if (audience === undefined) mistakes.push('PACTA_OIDC_ISSUER is set, so PACTA_OIDC_AUDIENCE must be as well.')
  return { issuer, audience: audience ?? '', scopeClaim: read('PACTA_OIDC_SCOPE_CLAIM') ?? 'scope' }
}

function readList(read: Read, name: string, form: RegExp, takes: string, mistakes: string[]): string[] {
  const items = (read(name) ?? '').split(/[\s,]+/).filter(Boolean)
  for (const item of items) if (!form.test(item)) mistakes.push(`${name} takes ${takes}, separated by commas, not "${item}".`)
  return items
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function findNearMisses(environment: Environment): string[] {
  const ours = Object.keys(environment).filter(name => /^(PACTA|NEO4J)_/.test(name) && !names.includes(name))
  return ours.flatMap(name => {
    // NEO4J_USER is a NEO4J_USERNAME cut short, though NEO4J_URI takes fewer letters to reach.
    const longer = names.find(known => known.startsWith(name) && name.length > 'NEO4J_'.length)
    const nearest = longer ?? closest(name, names)
    return longer || distance(name, nearest) <= 3 ? [`${name} is no setting of Pacta. Did you mean ${nearest}?`] : []
  })
}
