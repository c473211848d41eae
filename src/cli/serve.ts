import { join } from 'node:path'
import pino from 'pino'
import { isLoopback } from '../api/access/checkHost.ts'
import { type Config, logLevels, readConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { loadSeed } from '../ingest/load.ts'
import { readOntology } from '../schema/readOntology.ts'
import { startServer } from '../server.ts'
import type { Command } from './command.ts'
import { describeFailure } from './describeFailure.ts'
import { keepEditorKey } from './editorKey.ts'
import { openConfigured } from './openConfigured.ts'
import { printLoadReport } from './printLoadReport.ts'
import { readTrustedDocuments } from './readTrustedDocuments.ts'
import { seedFolder } from './seedFolder.ts'
import { startTracing } from './startTracing.ts'
import { untilTold } from './untilTold.ts'

const firstQuery =
  '{ whoHandles(institution: "institution/europol") { edges { node { role institution { label } commitment { label } quote passage { text } } } } }'

/** `pacta serve`: opens the database, brings it up to date, loads the seed, and serves until it is told to stop. */
export const serve: Command = {
  summary: 'Serve the graph: start or connect to Neo4j, apply migrations, load seed/, answer GraphQL.',
  operands: '',
  options: { 'no-seed': { type: 'boolean', help: 'Do not load seed/.' } },
  async run(values) {
    const config = readConfig(process.env)
    const says = (level: Config['logLevel']) => logLevels.indexOf(level) >= logLevels.indexOf(config.logLevel)
    const progress = (step: string) => {
      if (says('info')) console.error(step)
    }
    if (says('warn')) for (const warning of config.warnings) console.error(warning)
    const stop = untilTold()
    const stopTracing = config.tracesEndpoint === undefined ? undefined : await startTracing(config.tracesEndpoint)
    const documents = await readTrustedDocuments(config)
    const opened = await openConfigured(config, progress, false)
    try {
      const ontology = readOntology()
      await migrate(opened.database, ontology)
      if (!values['no-seed']) {
        const report = await loadSeed(opened.database, ontology, { paths: [seedFolder], dataset: 'seed', onProgress: progress })
        progress(printLoadReport(report, 'totals'))
      }
      const editorKey = config.neo4j ? undefined : await keepEditorKey(opened.database, config.home)
      const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
      const server = await startServer(opened.database, {
        ...config,
        documents,
        besideNeo4j: isLoopback(new URL(opened.uri).hostname),
        tracing: stopTracing !== undefined,
        log,
        report: error => log.error({ error: describeFailure(error) }, 'fault'),
      })
      console.log(announce(server.url, opened.uri, editorKey))
      const reason = await Promise.race([stop, opened.lost.then(() => 'lost' as const)])
      progress(
        reason === 'lost'
          ? `Neo4j ends by itself again and again, so the service stops too; ${join(config.home, 'neo4j.log')} says why.`
          : 'Stopping…',
      )
      await server.close()
      return reason === 'lost' ? 1 : 0
    } finally {
      await opened.close()
      await stopTracing?.()
    }
  },
}

function announce(url: string, neo4j: string, editorKey: string | undefined): string {
  return [
    `Pacta answers at ${url}/graphql (Neo4j at ${neo4j}). One query to try:`,
    '',
    `  curl -s ${url}/graphql -H 'content-type: application/json' \\`,
    `    -d '${JSON.stringify({ query: firstQuery })}'`,
    '',
    ...(editorKey ? [`To write, send the key of ${editorKey}: -H "Authorization: Bearer $(cat ${editorKey})"`, ''] : []),
  ].join('\n')
}
