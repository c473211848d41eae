import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type LedgerRow, readLastLoad, readLedger } from '../../cypher/write.ts'
import type { Database } from '../../database/connect.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { findRoot, findSeedFiles } from '../findSeedFiles.ts'
import { findFormat } from '../formats/formats.ts'
import { readOverrides } from '../keepEdits.ts'
import type { LoadOptions, LoadReport } from '../load.ts'
import { SeedError } from '../problem.ts'
import { nothingThere } from '../readSeed.ts'
import { compareStored } from './compareStored.ts'
import { inFolder } from './folder.ts'
import { readOthers } from './others.ts'
import { Problems } from './problems.ts'
import { Stage } from './stage.ts'
import { survey } from './survey.ts'
import { TextStore } from './textStore.ts'
import { writeParts } from './writeParts.ts'

const largestWhole = 16 << 20
const rowsInPart = 20_000

/** Whether files are too large to be loaded in one transaction: those that are read line by line, above a size. */
export async function isLarge({ paths, format, largestWhole: largest = largestWhole }: LoadOptions): Promise<boolean> {
  const files = await findSeedFiles(paths, () => {}, format)
  if (files.length === 0 || files.some(file => !findFormat(file, format))) return false
  const sizes = await Promise.all(files.map(async file => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0) > largest
}

/**
 * Loads files of any size: all are checked first, and nothing is written when one line is wrong; then what they change is
 * written as a sequence of revisions. Memory holds fingerprints of the ids, not the rows.
 */
export async function loadLarge(database: Database, ontology: Ontology, options: LoadOptions): Promise<LoadReport> {
  const { paths, dataset = 'seed', reason, author, onProgress = () => {} } = options
  const problems = new Problems()
  const files = await findSeedFiles(paths, problems.report, options.format)
  const place = { file: paths[0] ?? '.', line: 1, column: 1 }
  return inFolder(async folder => {
    const stage = new Stage(ontology, folder)
    const texts = new TextStore(path.join(folder, 'texts'))
    const passages = new TextStore(path.join(folder, 'passages'))
    try {
      const digest = createHash('sha256').update(`${dataset}\n`)
      const overrides = await readOverrides(statement => database.read(statement, 600), dataset)
      const others = await readOthers(database, dataset, texts, overrides)
      const found = await survey(ontology, {
        ...options,
        ...{ files, root: options.root ?? (await findRoot(paths)), others, texts, passages, sink: stage, problems, digest },
        run: statement => database.read(statement),
        onProgress: lines => onProgress(`Read ${lines} lines.`),
      })
      if (found.entities.size + found.statements.size === 0) problems.report(place, nothingThere)
      problems.refuseAny()
      onProgress(`Read ${found.entities.size} records and ${found.statements.size} statements.`)
      await compareStored(database, ontology, found, { dataset, stage, problems, place })
      problems.refuseAny()

      const load = digest.digest('hex')
      const [last] = await database.read({ text: readLastLoad, parameters: { dataset } })
      if (options.resume && last?.['load'] !== load) {
        const message = `The last load of the dataset ${dataset} was not of these files: there is nothing to resume.`
        throw new SeedError([{ at: place, message }])
      }
      const { counts, conflicts, summary, revision } = await writeParts(database, ontology, stage, found, {
        provenance: { dataset, load, ...(reason && { reason }), ...(author && { author }) },
        rowsInPart: options.rowsInPart ?? rowsInPart,
        written: options.resume ? Number(last?.['part'] ?? 0) : 0,
        dryRun: options.dryRun ?? false,
        ...(options.rowsShown !== undefined && { rowsShown: options.rowsShown }),
        ...{ overrides, place },
        onProgress: progressOf(found.entities.size + found.statements.size, onProgress),
      })
      const [ledger] = await database.read({ text: readLedger, parameters: {} })
      const present = revision ?? (ledger as unknown as LedgerRow).revision
      return { ...counts, conflicts, summary, revision: present, unchanged: Object.values(counts).every(count => count === 0) }
    } finally {
      stage.close()
      texts.close()
      passages.close()
    }
  })
}

function progressOf(total: number, onProgress: (step: string) => void): (rows: number) => void {
  const began = performance.now()
  return rows => {
    const rate = Math.round((rows / (performance.now() - began)) * 1000)
    onProgress(`Wrote ${rows} of ${total} rows, ${rate} a second.`)
  }
}
