/** A part of a file: from one byte to another, both of them in it. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/** The part that a `Range` header asks for; `none` when the file has none of it, undefined when all is to be sent. */
export function readRange(header: string, size: number): ByteRange | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim()) ?? []
  if (from === '' && to === '') return undefined
  if (from === '') {
    const length = Number(to)
    return length === 0 || size === 0 ? 'none' : { first: Math.max(0, size - length), last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return undefined
  return first < size ? { first, last } : 'none'
}

/** The bytes of a range out of pieces that begin at this byte of the file. */
export async function* cut(
  pieces: AsyncIterable<{ readonly bytes: Uint8Array }>,
  begin: number,
  { first, last }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let at = begin
  for await (const { bytes } of pieces) {
    const part = bytes.subarray(Math.max(0, first - at), last + 1 - at)
    if (part.length > 0) yield part
    at += bytes.length
    if (at > last) return
  }
}
