import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TableFile } from '../formats/tables.ts'
import type { GraphState } from '../readGraph.ts'
import { type ExportSource, writeTable } from '../readTable.ts'
import { cut, readRange } from './byteRange.ts'
import { chooseEncoding, openEncoder } from './encoding.ts'
import { type Measure, type Measures, Measuring } from './measures.ts'

/** A file to send, under the tag that names its bytes. */
export interface Sending {
  readonly file: TableFile
  readonly state: GraphState
  readonly source: ExportSource
  readonly measures: Measures
  readonly tag: string
}

const piecesAhead = 2
/** A reader that takes nothing for so long is gone. */
const millisecondsOfSilence = 60_000

/** Sends a file whole at the pace of its reader, or the part that is asked for, or nothing when the reader has it. */
export async function sendFile(sending: Sending, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { file, state, tag } = sending
  const part = wantsPart(request, tag, state)
  // A part is one of the bytes themselves; tables by columns are small already.
  const encoding = part || !file.format.byRecord ? undefined : chooseEncoding(request.headers['accept-encoding'])
  response.setHeader('Content-Type', file.format.mediaType)
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('ETag', `"${tag}${encoding ? `-${encoding}` : ''}"`)
  if (state.after === undefined) response.setHeader('Accept-Ranges', 'bytes')
  if (isKnown(request, String(response.getHeader('ETag')))) return endWith(response, 304)
  if (part) {
    const [measure] = await sending.measures.of([sending], sending.source, state)
    const range = readRange(part, measure!.bytes)
    if (range === 'none') {
      response.setHeader('Content-Range', `bytes */${measure!.bytes}`)
      return endWith(response, 416)
    }
    if (range) return sendPart(sending, measure!, range, request, response)
  }
  if (!encoding) tellMeasure(response, await sending.measures.known(tag))
  else response.setHeader('Content-Encoding', encoding)
  if (request.method === 'HEAD') return endWith(response, 200)
  await send(response, asStream(measured(sending)), encoding && (await openEncoder(encoding)))
}

async function sendPart(
  { file, state, source }: Sending,
  { marks, bytes }: Measure,
  range: { readonly first: number; readonly last: number },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Content-Range', `bytes ${range.first}-${range.last}/${bytes}`)
  response.setHeader('Content-Length', range.last - range.first + 1)
  if (request.method === 'HEAD') return endWith(response, 206)
  const mark = file.format.byRecord ? marks.findLast(known => known.bytes <= range.first) : undefined
  const pieces = writeTable(source, file, mark ? { ...state, after: mark.cursor } : state)
  response.statusCode = 206
  await send(response, asStream(cut(pieces, mark?.bytes ?? 0, range)))
}

/** All pieces of a file; when the last one is taken, its measure is known, and else as far as it was sent. */
async function* measured({ file, state, source, measures, tag }: Sending): AsyncGenerator<Uint8Array> {
  const measuring = new Measuring()
  let whole = false
  try {
    for await (const piece of writeTable(source, file, state)) {
      measuring.add(piece)
      if (piece.bytes.length > 0) yield piece.bytes
    }
    whole = true
  } finally {
    if (state.after === undefined && whole) measures.keep(tag, measuring.end())
    else if (state.after === undefined && file.format.byRecord) measures.keepBegun(tag, measuring)
  }
}

/** Holds few pieces at once, each of which is large. */
function asStream(pieces: AsyncIterable<Uint8Array>): Readable {
  return Readable.from(pieces, { highWaterMark: piecesAhead })
}

async function send(response: ServerResponse, bytes: Readable, encoder?: Transform): Promise<void> {
  response.setTimeout(millisecondsOfSilence, () => response.destroy())
  try {
    await (encoder ? pipeline(bytes, encoder, response) : pipeline(bytes, response))
  } catch (error) {
    // Who goes away in the middle comes again for the rest; that is no fault.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

/** The `Range` header, unless the bytes are not those of which the reader has a part. */
function wantsPart({ headers }: IncomingMessage, tag: string, { after }: GraphState): string | undefined {
  const condition = headers['if-range']
  return after === undefined && (condition === undefined || condition === `"${tag}"`) ? headers.range : undefined
}

function isKnown({ headers }: IncomingMessage, tag: string): boolean {
  const known = headers['if-none-match']
  return known?.split(',').some(each => [tag, '*'].includes(each.trim().replace(/^W\//, ''))) ?? false
}

function tellMeasure(response: ServerResponse, measure: Measure | undefined): void {
  if (!measure) return
  response.setHeader('Content-Length', measure.bytes)
  response.setHeader('Repr-Digest', `sha-256=:${Buffer.from(measure.sha256, 'hex').toString('base64')}:`)
}

function endWith(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.end()
}
