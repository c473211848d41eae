import { readFile } from 'node:fs/promises'
import { decodeText } from '../decodeText.ts'
import { placeMap } from '../jsonValue.ts'
import type { Place, Report } from '../problem.ts'
import { readLines } from '../readLines.ts'
import { readYaml } from '../readYaml.ts'
import { shorten, type YamlValue } from '../yamlValue.ts'
import type { Format, FormatContext } from './format.ts'
import { type Cell, fillTemplate, type Mapping, readMapping, type TableRow } from './mapping.ts'

/** Tables whose first line names their columns, with a mapping file that says what each means: `docs/formats.md`. */
export const csv: Format = {
  name: 'csv',
  endings: ['.csv', '.tsv'],
  async *read(file, context) {
    const start = { file, line: 1, column: 1 }
    if (context.mapping === undefined) {
      context.report(start, 'A table needs a mapping file, which says what its columns mean: `--mapping FILE`.')
      context.skip()
      return
    }
    let count = 0
    const problems: Report = (at, message) => {
      count++
      context.report(at, message)
    }
    let mapping: Mapping | undefined
    let header: readonly string[] | undefined
    const delimiter = file.toLowerCase().endsWith('.tsv') ? '\t' : undefined
    for await (const { at, cells } of readTable(file, { ...context, report: problems }, delimiter)) {
      if (!header) {
        header = cells.map(({ text }) => text)
        for (const [index, { text, at: place }] of cells.entries())
          if (text && header.indexOf(text) < index) problems(place, `The column ${shorten(text)} stands twice.`)
        mapping = await openMapping(context.mapping, context, header)
        if (!mapping) return
        continue
      }
      if (cells.length !== header.length) {
        context.report(at, `The row has ${cells.length} values, but the first line names ${header.length} columns.`)
        continue
      }
      const row = new Map(header.map((name, index) => [name, cells[index]!]))
      yield* rowLines(mapping!, { at, cells: row }, context.report)
    }
    if (!header && count === 0) context.report(start, 'The table is empty: its first line names its columns.')
  },
}

async function openMapping(
  file: string,
  { ontology, report, skip }: FormatContext,
  header: readonly string[],
): Promise<Mapping | undefined> {
  let problems = 0
  const count: Report = (at, message) => {
    problems++
    report(at, message)
  }
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) count({ file, line: 1, column: 1 }, 'There is no such mapping file.')
  const text = bytes && decodeText(bytes, file, count)
  const value: YamlValue | undefined = text === undefined ? undefined : readYaml(text, file, count)
  const mapping = value && readMapping(ontology, value, header, count)
  if (problems > 0) skip()
  return problems > 0 ? undefined : mapping
}

function* rowLines(mapping: Mapping, row: TableRow, report: Report) {
  const id = fillTemplate(mapping.id, row)
  if (!id) {
    report(row.at, `The row has no id: ${mapping.id} has an empty column.`)
    return
  }
  const values: Record<string, unknown> = { type: mapping.type.name, id: id.text }
  const places: Record<string, Place> = { id: id.at }
  for (const { property, language, read } of mapping.properties) {
    const cell = read(row)
    if (cell === undefined) continue
    values[property] = language ? { ...(values[property] as object), [language]: cell.value } : cell.value
    places[property] ??= cell.at
  }
  for (const { field, read } of mapping.relationships) {
    const said = read(row)
    if (said) {
      values[field] = said.value
      places[field] = said.at
    }
  }
  yield placeMap(values, row.at, report, places)
}

/** The rows of a table as RFC 4180 writes them; a value in quotation marks may hold line breaks. */
async function* readTable(
  file: string,
  { report, digest, skip }: FormatContext,
  given?: string,
): AsyncGenerator<{ at: Place; cells: Cell[] }> {
  let delimiter = given
  let open: { text: string; line: number } | undefined
  for await (const { text, line } of readLines(file, report, digest, true)) {
    if (!open && !text.trim()) continue
    const whole: { text: string; line: number } = open ? { text: `${open.text}\n${text}`, line: open.line } : { text, line }
    // An odd number of quotation marks leaves a value open.
    open = (whole.text.split('"').length - 1) % 2 === 1 ? whole : undefined
    if (open) continue
    delimiter ??= findDelimiter(whole.text)
    yield { at: { file, line: whole.line, column: 1 }, cells: splitRow(whole.text, delimiter, { file, line: whole.line }) }
  }
  if (!open) return
  report({ file, line: open.line, column: open.text.indexOf('"') + 1 }, `A quotation mark is not closed: ${shorten(open.text)}`)
  skip()
}

function findDelimiter(header: string): string {
  return [',', ';', '\t'].sort((a, b) => header.split(b).length - header.split(a).length)[0] as string
}

function splitRow(text: string, delimiter: string, { file, line }: { file: string; line: number }): Cell[] {
  const cells: Cell[] = []
  for (let at = 0; at <= text.length; ) {
    const quoted = text[at] === '"'
    let end = at
    if (quoted)
      do end = text.indexOf('"', end + 1) + 1 || text.length
      while (text[end] === '"')
    end = text.indexOf(delimiter, end)
    if (end < 0) end = text.length
    const raw = text.slice(at, end)
    const value = quoted ? raw.trim().slice(1, -1).replaceAll('""', '"') : raw.trim()
    const before = text.slice(0, at).split('\n')
    cells.push({ text: value, at: { file, line: line + before.length - 1, column: before.at(-1)!.length + 1 } })
    at = end + 1
  }
  return cells
}
