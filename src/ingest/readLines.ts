import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { explainEncoding } from './decodeText.ts'
import type { Report } from './problem.ts'

/** A line of a file, without its end. */
export interface TextLine {
  readonly file: string
  /** Its number, from 1. */
  readonly line: number
  readonly text: string
  /** Whether the file goes on after it: the last line of a file that was cut off has no end. */
  readonly ended: boolean
}

const bytesAtOnce = 1 << 18
/** No line may be longer, so that a file that is one line cannot fill the memory. */
export const longestLine = 8 << 20

/** Reads the lines of a UTF-8 file one after the other, holding one piece of the file at a time; empty lines are left out unless asked for. */
export async function* readLines(file: string, report: Report, digest?: Hash, keepEmpty = false): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let rest = ''
  let tooLong = false
  for await (const bytes of createReadStream(file, { highWaterMark: bytesAtOnce }) as AsyncIterable<Buffer>) {
    digest?.update(bytes)
    const text = decode(bytes, true)
    if (text === undefined) return
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield* take(rest + text.slice(start, end), true)
      rest = ''
      start = end + 1
      line++
    }
    rest += text.slice(start)
    if (rest.length > longestLine) refuse()
  }
  const last = decode(new Uint8Array(), false)
  if (last !== undefined) yield* take(rest + last, false)

  function decode(bytes: Uint8Array, stream: boolean): string | undefined {
    try {
      return decoder.decode(bytes, { stream })
    } catch {
      // What of the piece can be read says where the first byte is that cannot.
      const sound = new TextDecoder('utf-8').decode(bytes)
      const before = rest + sound.slice(0, Math.max(0, sound.indexOf('\ufffd')))
      const lines = before.split('\n')
      report(
        { file, line: line + lines.length - 1, column: lines.at(-1)!.length + 1 },
        explainEncoding(line === 1 && rest === '' ? bytes : new Uint8Array()),
      )
      return undefined
    }
  }

  function refuse(): void {
    if (!tooLong) report({ file, line, column: 1 }, `The line is longer than ${longestLine >> 20} MB.`)
    tooLong = true
    rest = ''
  }

  function* take(text: string, ended: boolean): Generator<TextLine> {
    if (text.length > longestLine) refuse()
    if (tooLong) tooLong = false
    else if (keepEmpty || text.trim()) yield { file, line, text: text.endsWith('\r') ? text.slice(0, -1) : text, ended }
  }
}
