/** What is wrong with a text that is not JSON, and how many characters stand before it. */
export interface JsonProblem {
  readonly offset: number
  readonly message: string
}

/** V8 shows so many characters before the one that it did not expect. */
const charactersShown = 10

/** Explains why a text is not JSON; `ended` says that its line has an end, so that it was not cut off. */
export function explainJson({ message }: SyntaxError, text: string, ended: boolean): JsonProblem {
  const offset = /^Unexpected end/.test(message) ? text.length : offsetOf(message, text)
  if (offset < text.trimEnd().length) return { offset, message: `This is not JSON: ${shorten(message)}.` }
  return {
    offset,
    message: ended
      ? 'The line ends in the middle of a JSON value.'
      : 'The file ends in the middle of a JSON value: it was cut off.',
  }
}

function offsetOf(message: string, text: string): number {
  const at = /position (\d+)/.exec(message)?.[1]
  if (at !== undefined) return Number(at)
  // Otherwise it tells what stands around the place, or in a short text only the character.
  const [, token = ''] = /^Unexpected token '(.)'/su.exec(message) ?? []
  const [, shown] = /, \.\.\."(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? []
  const around = shown === undefined ? -1 : text.indexOf(shown)
  return around < 0 ? Math.max(0, text.indexOf(token)) : around + charactersShown
}

function shorten(message: string): string {
  return message.replace(/ in JSON at position.*|, (\.\.\.)?".*"(\.\.\.)? is not valid JSON$/s, '')
}
