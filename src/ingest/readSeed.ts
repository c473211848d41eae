import { readFile } from 'node:fs/promises'
import type { Ontology } from '../schema/ontology.ts'
import { decodeText } from './decodeText.ts'
import { findRoot, findSeedFiles } from './findSeedFiles.ts'
import type { Format, FormatContext } from './formats/format.ts'
import { findFormat } from './formats/formats.ts'
import { didYouMean } from './nearest.ts'
import type { Problem, Report } from './problem.ts'
import { readLine } from './readLine.ts'
import { readRecord } from './readRecord.ts'
import { readStoredCopy } from './readStoredCopy.ts'
import { readValue } from './readValue.ts'
import { readYaml } from './readYaml.ts'
import type { Placed, Seed, SeedRecord, SeedStatement } from './seed.ts'
import { describeValue, type YamlMap, type YamlValue } from './yamlValue.ts'

const largestFile = 32 * 1024 * 1024
/** What a file may say once for all of its statements. */
const defaultable = ['basis', 'source']

/** A file that was cut off before its first line says nothing; taken as meant, it would remove all that its dataset holds. */
export const nothingThere = 'There is nothing in the file; a dataset is not emptied by files that say nothing.'

/** How files are read that are not known by their endings. */
export interface ReadOptions {
  /** The name of a format; by default each file is read as its ending says. */
  readonly format?: string
  /** The file that says how the columns of tables are meant. */
  readonly mapping?: string
}

/** Reads files and folders; `root` holds the stored copies, by default the folder that holds all the paths. */
export async function readSeed(
  ontology: Ontology,
  paths: readonly string[],
  root?: string,
  { format, mapping }: ReadOptions = {},
): Promise<Seed> {
  const problems: Problem[] = []
  const records: SeedRecord[] = []
  const statements: SeedStatement[] = []
  let complete = true
  const report: Report = (at, message) => void problems.push({ at, message })
  const files = await findSeedFiles(paths, report, format)
  for (const file of files) {
    const lines = findFormat(file, format)
    if (lines) await readFileLines(file, lines)
    else {
      const content = await readContent(file, report)
      if (content) readFileContent(content)
      else complete = false
    }
  }
  if (problems.length === 0 && records.length + statements.length === 0 && files.every(file => findFormat(file, format)))
    report({ file: files[0]!, line: 1, column: 1 }, nothingThere)
  const seedRoot = root ?? (await findRoot(paths))
  for (const record of records) if (record.type.properties.has('file')) await readStoredCopy(record, seedRoot, report)
  return { records, statements, problems, complete: complete && files.length > 0 }

  async function readFileLines(file: string, lines: Format): Promise<void> {
    const skip = (): void => void (complete = false)
    const context: FormatContext = { ontology, report, skip, ...(mapping && { mapping }) }
    for await (const line of lines.read(file, context)) {
      const read = readLine(ontology, line, report)
      if (read?.record) records.push(read.record)
      if (read) statements.push(...read.statements)
    }
  }

  function readFileContent(content: YamlMap): void {
    const lists = new Map([...ontology.nodeTypes.values()].map(type => [type.list, type]))
    const context = { common: ontology.statement, defaults: readDefaults(ontology, content, report) }
    for (const { key, at, value } of content.entries) {
      const type = lists.get(key)
      if (!type && key !== 'defaults')
        report(at, `A seed file has no \`${key}\`.${didYouMean(key, [...lists.keys(), 'defaults'])}`)
      if (!type) continue
      if (value.kind !== 'list') report(value.at, `\`${key}\` takes a list of records, not ${describeValue(value)}.`)
      for (const item of value.kind === 'list' ? value.items : []) {
        const read = readRecord(type, item, context, report)
        if (read) records.push(read.record)
        if (read) statements.push(...read.statements)
      }
    }
  }
}

async function readContent(file: string, report: Report): Promise<YamlMap | undefined> {
  const start = { file, line: 1, column: 1 }
  const bytes = await readFile(file)
  if (bytes.length > largestFile) {
    report(start, `The file is larger than ${largestFile / 1024 / 1024} MB; split it.`)
    return undefined
  }
  const text = decodeText(bytes, file, report)
  const content: YamlValue | undefined = text === undefined ? undefined : readYaml(text, file, report)
  if (!content || content.kind === 'map') return content
  // An empty file is more likely cut off than meant, and taking it as meant would remove all that it held.
  report(content.at, `A seed file is a map from kinds of records to lists of them, not ${describeValue(content)}.`)
  return undefined
}

function readDefaults(ontology: Ontology, content: YamlMap, report: Report): ReadonlyMap<string, Placed> {
  const read = new Map<string, Placed>()
  const given = content.entries.find(({ key }) => key === 'defaults')?.value
  if (given && given.kind !== 'map') report(given.at, `\`defaults\` takes a map, not ${describeValue(given)}.`)
  for (const { key, at, value } of given?.kind === 'map' ? given.entries : []) {
    const property = defaultable.includes(key) ? ontology.statement.get(key) : undefined
    if (!property)
      report(at, `\`defaults\` takes only ${defaultable.join(' and ')}, not \`${key}\`.${didYouMean(key, defaultable)}`)
    const placed = property && readValue(property, value, report)
    if (placed !== undefined) read.set(key, { value: placed, at: value.at })
  }
  return read
}
