import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { findBadCharacters } from './decodeText.ts'
import type { Place, Report } from './problem.ts'
import { shorten, type YamlEntry, type YamlScalar, type YamlValue } from './yamlValue.ts'

// An alias repeats what it stands for, so aliases of aliases would grow without end.
const mostAliases = 100
const deepest = 20

/** Reads the text of a YAML file as values that know their place; nothing when its syntax is wrong. */
export function readYaml(text: string, file: string, report: Report): YamlValue | undefined {
  const lines = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  const document = parse(text, lines)
  if (!document) {
    report({ file, line: 1, column: 1 }, 'The file is nested too deeply to be read.')
    return undefined
  }
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const twice = code === 'DUPLICATE_KEY'
    const key = twice ? (/^[^:\n]*/.exec(text.slice(pos[0]))?.[0] ?? '') : ''
    report(place(pos[0]), twice ? `The key ${shorten(key)} stands twice in this map.` : `YAML: ${message}`)
  }
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return undefined
  return convertDocument(document, place, report)
}

function parse(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    // The core schema keeps 2018-06-11 as text, and knows neither merge keys nor code.
    const options = { schema: 'core', version: '1.2', prettyErrors: false, logLevel: 'silent', lineCounter } as const
    return parseDocument(text, options)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function convertDocument(document: Document.Parsed, place: (offset: number) => Place, report: Report): YamlValue {
  let aliases = 0
  return convert(document.contents, 0, 0)

  function convert(node: unknown, near: number, depth: number): YamlValue {
    const at = place((node as Node | null)?.range?.[0] ?? near)
    const nothing: YamlScalar = { kind: 'scalar', at, value: null }
    if (depth > deepest) {
      report(at, `Nothing in a seed file is nested deeper than ${deepest} levels.`)
      return nothing
    }
    if (isAlias(node)) {
      if (++aliases === mostAliases + 1) report(at, `A file may use at most ${mostAliases} aliases.`)
      return aliases > mostAliases ? nothing : { ...convert(node.resolve(document), near, depth + 1), at }
    }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map(item => convert(item, near, depth + 1)) }
    if (isMap(node)) return { kind: 'map', at, entries: node.items.flatMap(pair => convertPair(pair.key, pair.value, depth)) }
    if (!isScalar(node)) return nothing
    const { value } = node
    if (typeof value === 'string') checkCharacters(value, at)
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return { ...nothing, value }
    return nothing
  }

  function convertPair(key: unknown, value: unknown, depth: number): YamlEntry[] {
    const name = convert(key, 0, depth + 1)
    if (name.kind === 'scalar' && typeof name.value === 'string')
      return [{ key: name.value, at: name.at, value: convert(value, (key as Node).range?.[0] ?? 0, depth + 1) }]
    report(name.at, 'A key must be plain text.')
    return []
  }

  function checkCharacters(value: string, at: Place): void {
    const bad = findBadCharacters(value)
    if (bad) report(at, `The text ${bad}.`)
  }
}
