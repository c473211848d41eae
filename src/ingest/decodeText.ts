import type { Place, Report } from './problem.ts'

/** Reads bytes as UTF-8, or reports the first byte that is not. */
export function decodeText(bytes: Uint8Array, file: string, report: Report): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    report(placeOfBadByte(bytes, file), explainEncoding(bytes))
    return undefined
  }
}

/** What the first bytes of a file, which are not UTF-8, are likely to be, and what to do. */
export function explainEncoding([first, second]: Uint8Array): string {
  if (first === 0x1f && second === 0x8b) return 'The file is compressed with gzip; unpack it first.'
  if (first === 0x50 && second === 0x4b) return 'The file is a ZIP archive; unpack it first.'
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return `This is ${isUtf16 ? 'UTF-16' : 'not UTF-8'}; save the file in UTF-8.`
}

/** Says what is wrong with the characters of a text, if anything is. */
export function findBadCharacters(text: string): string | undefined {
  if (/\p{Surrogate}/u.test(text)) return 'holds half of a surrogate pair'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/.exec(text)?.[0]
  if (control) return `holds the control character U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  if (text.normalize('NFC') !== text) return 'is not in Unicode normal form C, in which é is one character'
  return undefined
}

function placeOfBadByte(bytes: Uint8Array, file: string): Place {
  const readable = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
  let at = 0
  while (at < bytes.length && bytes[at] === readable[at]) at++
  const before = new TextDecoder().decode(bytes.subarray(0, at)).split('\n')
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
