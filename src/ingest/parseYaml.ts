import {
  Composer,
  type Document,
  type DocumentOptions,
  Lexer,
  type LineCounter,
  type ParsedNode,
  type ParseOptions,
  Parser,
  type SchemaOptions,
  YAMLParseError,
} from 'yaml'

/** Nothing that is read may be nested deeper. */
export const deepestNesting = 20

/** More than {@link deepestNesting} levels take of the parser's stack, and little enough that its own calls never exhaust that of the process. */
const deepestParsed = 400

/** A text is nested so deeply that it is not even parsed. */
export class TooDeepError extends Error {
  /** `offset` is where it goes too deep. */
  constructor(readonly offset: number) {
    super('The text is nested too deeply.')
  }
}

type Options = ParseOptions & DocumentOptions & SchemaOptions

/**
 * Parses YAML, or JSON, as the library's own `parseDocument` does, but stops with a {@link TooDeepError} before its calls would nest so
 * deeply that V8 ends the process: it does so when the stack is exhausted while it compiles a regular expression.
 */
export function parseYaml(text: string, options: Options, lines?: LineCounter): Document.Parsed {
  const [document, another] = new Composer(options).compose(readTokens(text, lines), true, text.length)
  if (another)
    document!.errors.push(new YAMLParseError([another.range[0], another.range[1]], 'MULTIPLE_DOCS', 'There is another document.'))
  return document as Document.Parsed<ParsedNode>
}

function* readTokens(text: string, lines: LineCounter | undefined) {
  const parser = new Parser(lines?.addNewLine)
  lines?.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    if (parser.stack.length > deepestParsed) throw new TooDeepError(parser.offset)
  }
  yield* parser.end()
}

/** Where a JSON text first goes deeper than {@link deepestNesting}; -1 when it does not. */
export function findTooDeep(json: string): number {
  // Most texts open too little to be too deep, which is seen without a look at every character.
  if (count(json, '{') + count(json, '[') <= deepestNesting) return -1
  let depth = 0
  let quoted = false
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    if (quoted && character === '\\') at++
    else if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '[' || character === '{') {
      if (++depth > deepestNesting) return at
    } else if (character === ']' || character === '}') depth--
  }
  return -1
}

function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found++
  return found
}
