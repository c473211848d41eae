import { readJsonValue } from '../jsonValue.ts'
import type { Place } from '../problem.ts'
import { readLines, type TextLine } from '../readLines.ts'
import { findRepeatedKeys } from '../repeatedKeys.ts'
import { describeValue, shorten, type YamlMap } from '../yamlValue.ts'
import type { Format, FormatContext } from './format.ts'

/** One entity or one statement a line, with the keys of the seed files: `schema/line.schema.json`. */
export const ndjson: Format = {
  name: 'ndjson',
  endings: ['.ndjson', '.jsonl'],
  async *read(file, context) {
    for await (const { json, line } of readJsonLines(file, context)) {
      const value = readJsonValue(json, line, context.report)
      if (value.kind === 'map') yield value satisfies YamlMap
      else context.report(value.at, `A line holds an entity or a statement, { "type": …, … }, not ${describeValue(value)}.`)
    }
  },
}

/** The values of a file of one JSON value a line; lines that are none are reported and left out. */
export async function* readJsonLines(
  file: string,
  { report, digest, skip }: FormatContext,
): AsyncGenerator<{ json: unknown; line: TextLine }> {
  let problems = 0
  const count = (at: Place, message: string): void => {
    problems++
    report(at, message)
  }
  for await (const line of readLines(file, count, digest)) {
    let json: unknown
    try {
      json = JSON.parse(line.text)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      count({ file, line: line.line, column: columnOf(error, line) }, explain(error, line))
      continue
    }
    for (const { key, offset } of findRepeatedKeys(line.text, json))
      report({ file, line: line.line, column: offset + 1 }, `The key ${shorten(key)} stands twice in this object.`)
    yield { json, line }
  }
  // Not knowing what a broken line held, one cannot say that it is nowhere.
  if (problems > 0) skip()
}

function columnOf({ message }: SyntaxError, { text }: TextLine): number {
  const at = /position (\d+)/.exec(message)?.[1]
  return at === undefined ? text.length + 1 : Number(at) + 1
}

function explain({ message }: SyntaxError, { ended }: TextLine): string {
  if (/^Unexpected end|^Unterminated/.test(message))
    return ended ? 'The line ends in the middle of a JSON value.' : 'The file ends in the middle of a line: it was cut off.'
  return `This is not JSON: ${message.replace(/ in JSON at position.*/, '')}.`
}
