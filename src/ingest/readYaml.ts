import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node } from 'yaml'
import { findBadCharacters } from './decodeText.ts'
import { deepestNesting, parseYaml, TooDeepError } from './parseYaml.ts'
import type { Place, Report } from './problem.ts'
import { shorten, type YamlEntry, type YamlScalar, type YamlValue } from './yamlValue.ts'

// An alias repeats what it stands for, so aliases of aliases would grow without end.
const mostAliases = 100
const tooDeep = `Nothing in a seed file is nested deeper than ${deepestNesting} levels.`

/** Reads the text of a YAML file as values that know their place; nothing when its syntax is wrong. */
export function readYaml(text: string, file: string, report: Report): YamlValue | undefined {
  const lines = new LineCounter()
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line, column: col }
  }
  const document = parse(text, lines, offset => report(place(offset), tooDeep))
  if (!document) return undefined
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const written = text.slice(pos[0])
    report(place(pos[0]), explainError(code, /^[^:\n]*/.exec(written)?.[0] ?? '') ?? `YAML: ${message}`)
  }
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return undefined
  return convertDocument(document, place, report)
}

/** What people can make more of than of the parser's own words. */
function explainError(code: string, words: string): string | undefined {
  if (code === 'DUPLICATE_KEY') return `The key ${shorten(words)} stands twice in this map.`
  return code === 'MULTIPLE_DOCS' ? 'A seed file is one YAML document: it has no line of three dashes within.' : undefined
}

function parse(text: string, lines: LineCounter, refuse: (offset: number) => void): Document.Parsed | undefined {
  try {
    // The core schema keeps 2018-06-11 as text, and knows neither merge keys nor code.
    return parseYaml(text, { schema: 'core', version: '1.2', prettyErrors: false, logLevel: 'error' }, lines)
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error
    refuse(error.offset)
    return undefined
  }
}

function convertDocument(document: Document.Parsed, place: (offset: number) => Place, report: Report): YamlValue {
  let aliases = 0
  return convert(document.contents, 0, 0)

  function convert(node: unknown, near: number, depth: number): YamlValue {
    const at = place((node as Node | null)?.range?.[0] ?? near)
    const nothing: YamlScalar = { kind: 'scalar', at, value: null }
    if (depth > deepestNesting) {
      report(at, tooDeep)
      return nothing
    }
    if (isAlias(node)) {
      if (++aliases === mostAliases + 1) report(at, `A file may use at most ${mostAliases} aliases.`)
      const target = node.resolve(document)
      if (!target) report(at, `No anchor \`&${node.source}\` stands before this alias.`)
      return aliases > mostAliases ? nothing : { ...convert(target, near, depth + 1), at }
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
