import { parse, resolve } from 'node:path'
import { closest } from 'fastest-levenshtein'
import { type Config, readConfig } from '../config.ts'
import { findAnyNode } from '../cypher/write.ts'
import { hasStore, importStore } from '../database/importStore.ts'
import { migrate } from '../database/migrate.ts'
import type { OpenDatabase } from '../database/open.ts'
import { formats } from '../ingest/formats/formats.ts'
import { loadBulk } from '../ingest/large/loadBulk.ts'
import { isLarge } from '../ingest/large/loadLarge.ts'
import { type LoadOptions, type LoadReport, loadSeed } from '../ingest/load.ts'
import type { Ontology } from '../schema/ontology.ts'
import { readOntology } from '../schema/readOntology.ts'
import type { Command } from './command.ts'
import { openConfigured } from './openConfigured.ts'
import { printLoadReport } from './printLoadReport.ts'
import { seedFolder } from './seedFolder.ts'

const formatNames = formats.map(({ name }) => name)

/** `pacta load`: validates files and writes what they change. */
export const load: Command = {
  summary: 'Validate files and write what they change; by default the files of seed/.',
  operands: '[path…]',
  options: {
    dataset: { type: 'string', help: 'The dataset that these files are the whole of; else named after the first path.' },
    format: { type: 'string', help: `The format of all files, else as their endings say: ${formatNames.join(', ')}.` },
    mapping: { type: 'string', help: 'The file that says what the columns of a table mean.' },
    'dry-run': { type: 'boolean', help: 'Show what would change; write nothing.' },
    rows: { type: 'string', help: 'With --dry-run: how many of the rows that would change are shown; 20 by default.' },
    resume: { type: 'boolean', help: 'Go on with a large load of the same files that was interrupted.' },
    bulk: {
      type: 'boolean',
      help: "Import into an empty embedded database through Neo4j's own importer, as large loads into a new one are.",
    },
    'no-bulk': { type: 'boolean', help: 'Write through the driver, in parts, also where the importer could be used.' },
  },
  async run(values, operands) {
    const format = values['format'] as string | undefined
    if (format !== undefined && !formatNames.includes(format)) {
      const nearest = closest(format, formatNames)
      console.error(`--format takes ${formatNames.join(', ')}, not "${format}". Did you mean "${nearest}"?`)
      return 2
    }
    const rows = values['rows'] as string | undefined
    if (rows !== undefined && !/^\d{1,7}$/.test(rows)) {
      console.error(`--rows takes a whole number, not "${rows}".`)
      return 2
    }
    if (values['bulk'] === true && values['no-bulk'] === true) {
      console.error('--bulk and --no-bulk exclude each other.')
      return 2
    }
    const bulk: Bulk = values['bulk'] === true ? 'wanted' : values['no-bulk'] === true ? 'refused' : 'when large'
    const mapping = values['mapping'] as string | undefined
    const report = await loadInto(readConfig(process.env), readOntology(), bulk, {
      paths: operands.length > 0 ? operands : [seedFolder],
      dataset: (values['dataset'] as string | undefined) ?? nameDataset(operands),
      dryRun: values['dry-run'] === true,
      resume: values['resume'] === true,
      ...(rows !== undefined && { rowsShown: Number(rows) }),
      ...(format && { format }),
      ...(mapping && { mapping }),
      onProgress: step => console.error(step),
    })
    console.log(printLoadReport(report, values['dry-run'] === true ? 'rows' : 'types'))
    return 0
  },
}

/** Whether Neo4j's importer is used: whenever it can be, never, or where nothing was ever stored and the files are large. */
type Bulk = 'wanted' | 'refused' | 'when large'

/** Loads through Neo4j's importer when that is wanted and possible, and else through the driver. */
async function loadInto(config: Config, ontology: Ontology, bulk: Bulk, options: LoadOptions): Promise<LoadReport> {
  const progress = options.onProgress ?? (() => {})
  const wantsImport = bulk === 'wanted'
  const mayImport = bulk !== 'refused' && !config.neo4j && !options.dryRun && !options.resume
  const large = await isLarge(options)
  // Where Neo4j was never started there is nothing to look at.
  const isNew = mayImport && (wantsImport || large) && !(await hasStore(config.home))
  let opened: OpenDatabase | undefined = isNew ? undefined : await openConfigured(config, progress)
  try {
    const empty = !opened || (await isEmpty(opened))
    if (opened && !(wantsImport && mayImport && empty)) {
      if (wantsImport) progress('The importer is only for an empty embedded database; this load goes through the driver.')
      // Over a whole graph indexes are built faster than they grow with it.
      const indexesLast = !options.dryRun && empty && large
      await migrate(opened.database, ontology, indexesLast ? 'constraints' : 'all')
      const report = await loadSeed(opened.database, ontology, options)
      if (indexesLast) await buildIndexes(opened)
      return report
    }
    const { home, heapMegabytes, javaHome } = config
    const settings = { home, onProgress: progress, ...(heapMegabytes && { heapMegabytes }), ...(javaHome && { javaHome }) }
    return await loadBulk(ontology, options, async (files, listSeparator) => {
      await opened?.close()
      opened = undefined
      await importStore({ ...settings, files, listSeparator })
      opened = await openConfigured(config, progress)
      await buildIndexes(opened)
    })
  } finally {
    await opened?.close()
  }

  async function buildIndexes({ database }: OpenDatabase): Promise<void> {
    progress('Building the indexes…')
    await migrate(database, ontology)
  }
}

async function isEmpty({ database }: OpenDatabase): Promise<boolean> {
  return (await database.read({ text: findAnyNode, parameters: {} })).length === 0
}

/** Files of one's own are a dataset of their own, so that loading them never takes the seed for gone. */
function nameDataset([first]: readonly string[]): string {
  return first === undefined ? 'seed' : parse(resolve(first)).name
}
