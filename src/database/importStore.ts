import { spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { javaProgram, makeHome, readJars } from './embedded.ts'
import { lockHome } from './homeLock.ts'
import { replaceLeftover } from './leftover.ts'
import { writeSettings } from './neo4jSettings.ts'
import { StartError } from './startError.ts'

/** A file of Neo4j's importer. */
export interface ImportFile {
  readonly kind: 'nodes' | 'relationships'
  /** What its rows are: labels, or a type. */
  readonly labels: string
  readonly path: string
}

export interface ImportOptions {
  /** The home of an embedded Neo4j that is stopped and whose store is empty, or of none so far. */
  readonly home: string
  readonly files: readonly ImportFile[]
  /** The code point that separates the items of lists. */
  readonly listSeparator: string
  readonly heapMegabytes?: number
  readonly javaHome?: string
  readonly onProgress: (step: string) => void
}

/** Makes a store of these files with Neo4j's own importer, beside the one that is there, and puts it in its place when it is whole. */
export async function importStore(options: ImportOptions): Promise<void> {
  const home = await makeHome(options.home)
  const unlock = await lockHome(home)
  const made = join(home, 'neo4j-importing')
  const former = join(home, 'neo4j-before')
  try {
    await replaceLeftover(home, options.onProgress)
    for (const folder of [made, former]) await rm(folder, { recursive: true, force: true })
    await runImporter(made, home, options)
    // Whatever happens between these two, the next start finds this store, or an empty one as before.
    if (await hasStore(home)) await rename(join(home, 'neo4j'), former)
    await rename(made, join(home, 'neo4j'))
    await rm(former, { recursive: true, force: true })
  } finally {
    await rm(made, { recursive: true, force: true })
    await unlock()
  }
}

/** Whether an embedded Neo4j was ever started in a home. */
export async function hasStore(home: string): Promise<boolean> {
  const found = await stat(join(home, 'neo4j')).catch(() => undefined)
  return found !== undefined
}

async function runImporter(neo4jHome: string, home: string, options: ImportOptions): Promise<void> {
  const { files, listSeparator, heapMegabytes = 1024, javaHome } = options
  const jars = await readJars()
  await writeSettings(neo4jHome, jars, { port: 0, pageCacheMegabytes: 256, transactionTimeoutSeconds: 60 })
  const codePoint = listSeparator.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  const parameters = [
    ...[`-Xmx${heapMegabytes}m`, '-cp', jars.join(delimiter), 'org.neo4j.cli.AdminTool'],
    ...[
      'database',
      'import',
      'full',
      'neo4j',
      '--multiline-fields=true',

      `--array-delimiter=U+${codePoint}`,
    ],
    ...files.map(({ kind, labels, path }) => `--${kind}=${labels}=${path}`),
  ]
  const logFile = join(home, 'import.log')
  const log = await open(logFile, 'w', 0o600)
  const environment = { ...process.env, NEO4J_HOME: neo4jHome, NEO4J_CONF: neo4jHome }
  const importer = spawn(javaProgram(javaHome), parameters, {
    ...{ stdio: ['ignore', log.fd, log.fd], env: environment, cwd: neo4jHome },
  })
  const code = await new Promise<number | null>((resolve, reject) => importer.once('exit', resolve).once('error', reject))
  await log.close()
  if (code === 0) return
  const [said] = (await readFile(logFile, 'utf8')).split('\n').filter(line => /error|exception/i.test(line))
  throw new StartError(
    `Neo4j's importer failed (${code})${said ? `: ${said.trim()}` : ''}; ${logFile} says more. Nothing was changed.`,
  )
}
