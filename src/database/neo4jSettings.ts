import { cp, mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** What of an embedded Neo4j can be set. */
export interface Neo4jSettings {
  readonly port: number
  readonly pageCacheMegabytes: number
  readonly transactionTimeoutSeconds: number
}

/** Writes the configuration of Neo4j under this home: loopback only, no reading of files or addresses by queries, one function of APOC. */
export async function writeSettings(neo4jHome: string, jars: readonly string[], settings: Neo4jSettings): Promise<string> {
  const plugins = join(neo4jHome, 'plugins')
  await mkdir(plugins, { recursive: true })
  // Neo4j looks for functions in this folder only, though their classes are on the class path as well.
  for (const jar of jars.filter(path => /(apoc-core|apoc-common|json-path)-[\d.]+\.jar$/.test(path)))
    await cp(jar, join(plugins, basename(jar)), { force: false, errorOnExist: false })
  const file = join(neo4jHome, 'neo4j.conf')
  await writeFile(file, printSettings(settings))
  return file
}

function printSettings({ port, pageCacheMegabytes, transactionTimeoutSeconds }: Neo4jSettings): string {
  const settings = {
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.security.auth_enabled': 'true',
    'dbms.usage_report.enabled': 'false',
    'server.memory.pagecache.size': `${pageCacheMegabytes}m`,
    'db.transaction.timeout': `${transactionTimeoutSeconds}s`,
    'db.tx_log.rotation.retention_policy': '100M size',
    // A query must reach neither the files nor the network of the machine.
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
    'dbms.security.procedures.allowlist': 'apoc.convert.toJson',
    // A client that vanished without a word is noticed, and its transactions are rolled back.
    'server.bolt.connection_keep_alive': '2s',
    'server.bolt.connection_keep_alive_probes': '2',
    'server.bolt.connection_keep_alive_for_requests': 'ALL',
    // When it is told to stop nobody asks any more, so it need not wait for those who might.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}
