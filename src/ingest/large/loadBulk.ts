import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { listSeparator } from '../../cypher/importCsv.ts'
import type { ImportFile } from '../../database/importStore.ts'
import { importedFormat } from '../../database/raiseStorage.ts'
import type { Counts } from '../../database/recordDifference.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { findRoot, findSeedFiles } from '../findSeedFiles.ts'
import { findFormat, formats } from '../formats/formats.ts'
import type { LoadOptions, LoadReport } from '../load.ts'
import { nothingThere } from '../readSeed.ts'
import { CsvSink } from './csvSink.ts'
import { inFolder } from './folder.ts'
import { Problems } from './problems.ts'
import { survey } from './survey.ts'
import { TextStore } from './textStore.ts'

/** Makes the store of an empty database of these files. */
export type ImportFiles = (files: readonly ImportFile[], listSeparator: string) => Promise<void>

/**
 * Loads files into an empty database through Neo4j's own importer, as its first revision: checked as in every load, and
 * stored as a load through the driver stores them.
 */
export async function loadBulk(ontology: Ontology, options: LoadOptions, importFiles: ImportFiles): Promise<LoadReport> {
  const { paths, dataset = 'seed', reason, author, onProgress = () => {} } = options
  const problems = new Problems()
  const files = await findSeedFiles(paths, problems.report, options.format)
  for (const file of files)
    if (!findFormat(file, options.format))
      problems.report(
        { file, line: 1, column: 1 },
        `An import takes files that are read line by line: ${formats.map(({ name }) => name).join(', ')}. Load this one without \`--bulk\`.`,
      )
  problems.refuseAny()
  const root = options.root ?? (await findRoot(paths))
  return inFolder(async folder => {
    const texts = new TextStore(path.join(folder, 'texts'))
    const passages = new TextStore(path.join(folder, 'passages'))
    const rows = path.join(folder, 'rows')
    await mkdir(rows)
    const recordedAt = new Date().toISOString()
    const sink = new CsvSink(ontology, rows, { dataset, revision: 1, recordedAt })
    const digest = createHash('sha256').update(`${dataset}\n`)
    try {
      await survey(ontology, {
        ...options,
        ...{ files, root, others: { has: () => false, datasetOf: () => undefined }, texts, passages, sink, problems, digest },
        run: async () => [],
        onProgress: lines => onProgress(`Read ${lines} lines.`),
      })
      if (sink.types.length === 0) problems.report({ file: paths[0]!, line: 1, column: 1 }, nothingThere)
      problems.refuseAny()
      const counts: Counts = {
        ...{ nodesAdded: sink.counts.entities, nodesChanged: 0, nodesRemoved: 0 },
        ...{ statementsAdded: sink.counts.statements, statementsChanged: 0, statementsRemoved: 0 },
      }
      const numbers = Object.entries(counts).map(([name, count]) => [`${name}:long`, count])
      const { types } = sink
      sink.node('Ledger', { id: 'ledger', 'revision:long': 1, 'format:long': importedFormat, 'at:datetime': recordedAt })
      sink.node('Revision', {
        ...{ 'number:long': 1, 'at:datetime': recordedAt, dataset, load: digest.digest('hex') },
        'types:string[]': types,
        ...{ ...(reason && { reason }), ...(author && { author }), ...Object.fromEntries(numbers) },
      })
      sink.close()
      onProgress(`Importing ${sink.counts.entities} entities and ${sink.counts.statements} statements.`)
      await importFiles(sink.files, listSeparator)
      return { ...counts, conflicts: [], summary: sink.summary, revision: 1, unchanged: false }
    } finally {
      texts.close()
      passages.close()
    }
  })
}
