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
    dataset: { type: 'string', help: 'The dataset that these files are the whole of (default: seed).' },
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
        dataset: (values['dataset'] as string | undefined) ?? 'seed',
        dryRun: values['dry-run'] === true,
        onProgress: progress,
      })
      console.log(printLoadReport(report))
      return 0
    } finally {
      await opened.close()
    }
  },
}
