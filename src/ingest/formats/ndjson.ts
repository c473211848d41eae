import { explainJson } from '../explainJson.ts'
import { readJsonValue } from '../jsonValue.ts'
import { deepestNesting, findTooDeep } from '../parseYaml.ts'
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

/** The values of a file of one JSON value a line; lines that are none are reported and left out. `clean` takes off what frames a value. */
export async function* readJsonLines(
  file: string,
  { report, digest, skip }: FormatContext,
  clean?: (text: string) => string,
): AsyncGenerator<{ json: unknown; line: TextLine }> {
  let problems = 0
  const count = (at: Place, message: string): void => {
    problems++
    report(at, message)
  }
  for await (const read of readLines(file, count, digest)) {
    const line = clean ? { ...read, text: clean(read.text) } : read
    if (line.text === '') continue
    let json: unknown
    try {
      json = JSON.parse(line.text)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const { offset, message } = explainJson(error, line.text, line.ended)
      count({ file, line: line.line, column: offset + 1 }, message)
      continue
    }
    const deep = findTooDeep(line.text)
    if (deep >= 0) {
      count({ file, line: line.line, column: deep + 1 }, `Nothing in a line is nested deeper than ${deepestNesting} levels.`)
      continue
    }
    for (const { key, offset } of findRepeatedKeys(line.text, json))
      report({ file, line: line.line, column: offset + 1 }, `The key ${shorten(key)} stands twice in this object.`)
    yield { json, line }
  }
  // Not knowing what a broken line held, one cannot say that it is nowhere.
  if (problems > 0) skip()
}
