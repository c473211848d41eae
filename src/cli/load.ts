import { parse, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { loadSeed } from '../ingest/load.ts'
import { readOntology } from '../schema/readOntology.ts'
import type { Command } from './command.ts'
import { openConfigured } from './openConfigured.ts'
import { printLoadReport } from './printLoadReport.ts'
import { seedFolder } from './seedFolder.ts'

/** `pacta load`: validates seed files and writes them as one revision. */
export const load: Command = {
  summary: 'Validate seed files and write what they change as one revision; by default the files of seed/.',
  operands: '[path…]',
  options: {
    dataset: { type: 'string', help: 'The dataset that these files are the whole of; else named after the first path.' },
    'dry-run': { type: 'boolean', help: 'Show what would change; write nothing.' },
  },
  async run(values, operands) {
    const ontology = readOntology()
    const progress = (step: string) => console.error(step)
    const opened = await openConfigured(readConfig(process.env), progress)
    try {
      await migrate(opened.database, ontology)
      const paths = operands.length > 0 ? operands : [seedFolder]
      const report = await loadSeed(opened.database, ontology, {
        paths,
        dataset: (values['dataset'] as string | undefined) ?? nameDataset(operands),
        dryRun: values['dry-run'] === true,
        onProgress: progress,
      })
      console.log(printLoadReport(report, values['dry-run'] === true))
      return 0
    } finally {
      await opened.close()
    }
  },
}

/** Files of one's own are a dataset of their own, so that loading them never takes the seed for gone. */
function nameDataset([first]: readonly string[]): string {
  return first === undefined ? 'seed' : parse(resolve(first)).name
}
