import { stat } from 'node:fs/promises'
import path from 'node:path'
import { closest } from 'fastest-levenshtein'
import { type Config, readConfig } from '../config.ts'
import type { ExportFormat } from '../export/formats/format.ts'
import { exportFormats, usualFiles } from '../export/formats/formats.ts'
import { withLeanHeap } from '../export/leanHeap.ts'
import type { GraphState } from '../export/readGraph.ts'
import { type Destination, writeFiles } from '../export/writeFiles.ts'
import { readOntology } from '../schema/readOntology.ts'
import type { Command, Values } from './command.ts'
import { openConfigured } from './openConfigured.ts'

const names = exportFormats.map(({ name }) => name)
/** Those in which what was recorded since a revision can stand alone. */
const partial = exportFormats.filter(({ whole }) => !whole).map(({ name }) => name)

/** What is wrong with the arguments. */
class UsageError extends Error {}

/** `pacta export`: writes the graph at a revision as files of other programs. */
export const exportGraph: Command = {
  summary: 'Write the graph at a revision as files that other programs read.',
  operands: '--format FORMAT --out PATH',
  options: {
    format: { type: 'string', help: `${names.join(', ')}.` },
    out: { type: 'string', help: 'The folder to write into, or the file, for formats that are one file.' },
    revision: { type: 'string', help: 'The graph as it was at this revision, the last one by default.' },
    cursors: { type: 'boolean', help: 'In each line of NDJSON also its cursor, revision, dataset and id.' },
    since: { type: 'string', help: `Only what was recorded after this revision; with ${partial.join(', ')}.` },
  },
  async run(values, operands) {
    try {
      if (operands.length > 0) throw new UsageError('`pacta export` takes no files; --out says where to write.')
      const format = readFormat(values['format'])
      const since = readNumber('since', values)
      if (since !== undefined && format.whole)
        throw new UsageError(
          `${format.name} holds statements with what they join, so it is written whole, without --since; ${partial.join(', ')} take it.`,
        )
      const cursors = values['cursors'] === true
      if (cursors && format.name !== 'ndjson')
        throw new UsageError('--cursors is for ndjson; other formats say all of it anyway.')
      const destination = await readDestination(format, values['out'])
      const asked = { format, destination, revision: readNumber('revision', values), since, cursors }
      return await write(readConfig(process.env), asked)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      console.error(error.message)
      return 2
    }
  },
}

interface Asked {
  readonly format: ExportFormat
  readonly destination: Destination
  readonly revision: number | undefined
  readonly since: number | undefined
  readonly cursors: boolean
}

async function write(config: Config, asked: Asked): Promise<number> {
  const opened = await openConfigured(config, step => console.error(step))
  try {
    const { database } = opened
    const last = await database.readSettled(async (_run, revision) => revision)
    const state = readState(asked, last)
    const base = config.baseUrl ?? `http://${config.host}:${config.port}`
    const started = performance.now()
    const source = { database, ontology: readOntology(), base, cursors: asked.cursors }
    const written = await withLeanHeap(() => writeFiles(source, asked.format, state, asked.destination))
    for (const { name, records, bytes, sha256 } of written)
      console.log(`${name}: ${records} records, ${bytes} bytes, SHA-256 ${sha256}`)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.error(`Written at revision ${state.revision} in ${seconds} s, with ${memoryUsed()} MB of memory at most.`)
    return 0
  } finally {
    await opened.close()
  }
}

function readFormat(given: Values[string]): ExportFormat {
  const format = exportFormats.find(({ name }) => name === given)
  if (format) return format
  const nearest = given === undefined ? '' : ` Did you mean "${closest(String(given), names)}"?`
  throw new UsageError(`--format takes ${names.join(', ')}${given === undefined ? '.' : `, not "${given}".`}${nearest}`)
}

function readNumber(name: string, values: Values): number | undefined {
  const given = values[name]
  if (given === undefined) return undefined
  if (!/^\d{1,15}$/.test(String(given))) throw new UsageError(`--${name} takes the number of a revision, not "${given}".`)
  return Number(given)
}

function readState({ revision, since }: Asked, last: number): GraphState {
  const at = revision ?? last
  if (at > last) throw new UsageError(`--revision takes the number of a revision, up to ${last}, not ${at}.`)
  if ((since ?? 0) > at) throw new UsageError(`--since takes the number of a revision, up to ${at}, not ${since}.`)
  return { revision: at, ...(since !== undefined && { since }) }
}

/** A folder that is there or ends as one, and whatever is given for formats of several files; else the one file. */
async function readDestination(format: ExportFormat, given: Values[string]): Promise<Destination> {
  if (given === undefined)
    throw new UsageError('--out says where to write: a folder, or the file, for formats that are one file.')
  const out = path.resolve(String(given))
  const found = await stat(out).catch(() => undefined)
  const isSingle = usualFiles(format).length === 1
  if (found?.isDirectory() || (!found && (!isSingle || /[\\/]$/.test(String(given))))) return { folder: out }
  if (!isSingle) throw new UsageError(`--out names the file ${out}; ${format.name} is several files, so it takes a folder.`)
  return { file: out }
}

function memoryUsed(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
