import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ConfigError, readConfig } from '../src/config.ts'

const schemes = 'bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s://, neo4j+ssc://'
const provider = { PACTA_OIDC_ISSUER: 'https://id.example', PACTA_OIDC_AUDIENCE: 'pacta' }
const server = { NEO4J_URI: 'neo4j+s://graph.example.org', NEO4J_PASSWORD: 'secret' }

test('with nothing set the service answers on this machine only, at port 4000, over an embedded Neo4j in .pacta', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    logLevel: 'info',
    documents: 'any',
    home: path.resolve('.pacta'),
    queryTimeoutSeconds: 15,
    responseCacheMegabytes: 64,
    mostInFlight: 256,
    access: { anonymous: 'read', anonymousPerMinute: 0, callerPerMinute: 60_000, proxies: 0 },
    publicHosts: [],
    corsOrigins: [],
    warnings: [],
  })
})

describe('each setting is read from its variable', () => {
  test.each([
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ PORT: '8080' }, { port: 8080 }],
    [{ PORT: '0' }, { port: 0 }],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    [{ PACTA_HOME: '/srv/pacta' }, { home: path.resolve('/srv/pacta') }],
    [{ PACTA_HOME: 'data' }, { home: path.resolve('data') }],
    [{ PACTA_QUERY_TIMEOUT: '60' }, { queryTimeoutSeconds: 60 }],
    [{ PACTA_HEAP_MB: '2048' }, { heapMegabytes: 2048 }],
    [{ PACTA_PAGE_CACHE_MB: '512' }, { pageCacheMegabytes: 512 }],
    [{ PACTA_RESPONSE_CACHE_MB: '0' }, { responseCacheMegabytes: 0 }],
    [{ PACTA_MAX_IN_FLIGHT: '16' }, { mostInFlight: 16 }],
    [
      { PACTA_DOCUMENTS: 'trusted', PACTA_DOCUMENTS_FILE: 'own.json' },
      { documents: 'trusted', documentsFile: path.resolve('own.json') },
    ],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, { tracesEndpoint: 'http://127.0.0.1:4318' }],
    [{ PACTA_ANONYMOUS: 'write' }, { access: { anonymous: 'write' } }],
    [{ HOST: '0.0.0.0', PACTA_ANONYMOUS: 'read' }, { access: { anonymous: 'read' } }],
    [{ PACTA_RATE_ANONYMOUS: '60', PACTA_RATE_CALLER: '0' }, { access: { anonymousPerMinute: 60, callerPerMinute: 0 } }],
    [{ PACTA_PROXIES: '2' }, { access: { proxies: 2 } }],
    [provider, { access: { openId: { issuer: 'https://id.example', audience: 'pacta', scopeClaim: 'scope' } } }],
    [{ ...provider, PACTA_OIDC_SCOPE_CLAIM: 'permissions' }, { access: { openId: { scopeClaim: 'permissions' } } }],
    [{ PACTA_PUBLIC_HOSTS: 'pacta.example, www.pacta.example' }, { publicHosts: ['pacta.example', 'www.pacta.example'] }],
    [{ PACTA_CORS_ORIGINS: 'https://page.example' }, { corsOrigins: ['https://page.example'] }],
    [{ PACTA_BASE_URL: 'https://pacta.example/' }, { baseUrl: 'https://pacta.example' }],
    [{ PACTA_BLOOM_URL: 'https://host/bloom/' }, { bloomUrl: 'https://host/bloom/' }],
    [{ JAVA_HOME: '/opt/jdk' }, { javaHome: '/opt/jdk' }],
    [server, { neo4j: { uri: 'neo4j+s://graph.example.org', username: 'neo4j', password: 'secret' } }],
    [{ ...server, NEO4J_USERNAME: 'reader' }, { neo4j: { uri: server.NEO4J_URI, username: 'reader', password: 'secret' } }],
    [
      { ...server, NEO4J_DATABASE: 'pacta' },
      { neo4j: { uri: server.NEO4J_URI, username: 'neo4j', password: 'secret', database: 'pacta' } },
    ],
  ])('%j', (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected)
  })

  test.each([
    [{}, 'read', 0],
    [{ HOST: 'localhost' }, 'read', 0],
    [{ HOST: '::1' }, 'read', 0],
    [{ HOST: '0.0.0.0' }, undefined, 6000],
    [{ HOST: '192.0.2.1' }, undefined, 6000],
    [{ PACTA_ANONYMOUS: 'off' }, undefined, 0],
  ])('without a word, anyone may read from this machine only: %j', (environment, anonymous, rate) => {
    const { access } = readConfig(environment)
    expect([access.anonymous, access.anonymousPerMinute]).toEqual([anonymous, rate])
  })

  test('an empty variable counts as not set, and blanks around a value do not count', () => {
    expect(readConfig({ PORT: '', LOG_LEVEL: '  ', NEO4J_URI: '' })).toEqual(readConfig({}))
    expect(readConfig({ PORT: ' 8080 ' }).port).toBe(8080)
  })
})

describe('a value that cannot be is refused with what the setting takes', () => {
  test.each([
    [{ PORT: 'http' }, 'PORT takes a whole number from 0 to 65535, not "http".'],
    [{ PORT: '65536' }, 'PORT takes a whole number from 0 to 65535, not "65536".'],
    [{ PORT: '-1' }, 'PORT takes a whole number from 0 to 65535, not "-1".'],
    [{ PORT: '4e3' }, 'PORT takes a whole number from 0 to 65535, not "4e3".'],
    [{ PACTA_QUERY_TIMEOUT: '0' }, 'PACTA_QUERY_TIMEOUT takes a whole number from 1 to 3600, not "0".'],
    [{ PACTA_QUERY_TIMEOUT: '1.5' }, 'PACTA_QUERY_TIMEOUT takes a whole number from 1 to 3600, not "1.5".'],
    [{ PACTA_HEAP_MB: '1g' }, 'PACTA_HEAP_MB takes a whole number from 128 to 65536, not "1g".'],
    [{ PACTA_PAGE_CACHE_MB: '8' }, 'PACTA_PAGE_CACHE_MB takes a whole number from 16 to 65536, not "8".'],
    [{ LOG_LEVEL: 'warning' }, 'LOG_LEVEL takes debug, info, warn, error, not "warning". Did you mean "warn"?'],
    [{ LOG_LEVEL: 'DEBUG' }, 'LOG_LEVEL takes debug, info, warn, error, not "DEBUG". Did you mean "debug"?'],
    [
      { ...server, NEO4J_URI: 'https://graph.example.org' },
      `NEO4J_URI takes an address that begins with ${schemes}, not "https://graph.example.org".`,
    ],
    [{ ...server, NEO4J_URI: 'graph:7687' }, `NEO4J_URI takes an address that begins with ${schemes}, not "graph:7687".`],
    [{ ...server, NEO4J_URI: 'bolt://' }, `NEO4J_URI takes an address that begins with ${schemes}, not "bolt://".`],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: '127.0.0.1:4318' },
      'OTEL_EXPORTER_OTLP_ENDPOINT takes an address that begins with http:// or https://, not "127.0.0.1:4318".',
    ],
    [{ PACTA_ANONYMOUS: 'yes' }, 'PACTA_ANONYMOUS takes off, read, write, not "yes".'],
    [{ PACTA_OIDC_ISSUER: 'https://id.example' }, 'PACTA_OIDC_ISSUER is set, so PACTA_OIDC_AUDIENCE must be as well.'],
    [
      { ...provider, PACTA_OIDC_ISSUER: 'http://id.example' },
      'PACTA_OIDC_ISSUER takes an address that begins with https://, not "http://id.example".',
    ],
    [
      { PACTA_PUBLIC_HOSTS: 'pacta.example:443' },
      'PACTA_PUBLIC_HOSTS takes names of hosts without a port, separated by commas, not "pacta.example:443".',
    ],
    [
      { PACTA_CORS_ORIGINS: 'https://page.example/' },
      'PACTA_CORS_ORIGINS takes origins like https://example.org, or *, separated by commas, not "https://page.example/".',
    ],
    [{ PACTA_BLOOM_URL: 'bloom' }, 'PACTA_BLOOM_URL takes an address that begins with https:// or http://, not "bloom".'],
    [{ NEO4J_URI: 'bolt://graph' }, 'NEO4J_URI is set, so NEO4J_PASSWORD must be as well.'],
  ])('%j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(new ConfigError(message))
  })

  test('all mistakes are reported together, one a line', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', NEO4J_URI: 'bolt://graph' })).toThrow(
      new ConfigError(
        [
          'LOG_LEVEL takes debug, info, warn, error, not "loud".',
          'NEO4J_URI is set, so NEO4J_PASSWORD must be as well.',
          'PORT takes a whole number from 0 to 65535, not "x".',
        ].join('\n'),
      ),
    )
  })
})

describe('a variable that is nearly one of ours is pointed out and does not stop the service', () => {
  test.each([
    [{ NEO4J_URL: 'bolt://graph' }, ['NEO4J_URL is no setting of Pacta. Did you mean NEO4J_URI?']],
    [{ NEO4J_USER: 'neo4j' }, ['NEO4J_USER is no setting of Pacta. Did you mean NEO4J_USERNAME?']],
    [{ PACTA_HOMEDIR: '/srv' }, ['PACTA_HOMEDIR is no setting of Pacta. Did you mean PACTA_HOME?']],
    [{ NEO4J_server_memory_heap_max__size: '1g' }, []],
    [{ HOSTNAME: 'box' }, []],
  ])('%j', (environment, warnings) => {
    expect(readConfig(environment).warnings).toEqual(warnings)
  })
})
