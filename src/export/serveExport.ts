import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database } from '../database/connect.ts'
import type { Ontology } from '../schema/ontology.ts'
import { type Exported, exported, exportLines } from './exportLines.ts'
import type { GraphState } from './readGraph.ts'

/** A reader that takes nothing for so long is gone. */
const millisecondsOfSilence = 60_000

/** Answers `/export/{nodes,statements}.ndjson` and `/export/manifest.json`, streamed at the pace of the reader. */
export function serveExport(database: Database, ontology: Ontology) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const last = await database.readSettled(async (_run, revision) => revision)
    const state = readState(searchParams, last)
    if (typeof state === 'string') return refuse(response, 400, state)
    response.setHeader('Pacta-Revision', String(state.revision))
    response.setHeader('Cache-Control', 'no-cache')
    response.setTimeout(millisecondsOfSilence, () => response.destroy())
    if (pathname === '/export/manifest.json') return giveManifest(database, ontology, state, response)
    const what = exported.find(name => pathname === `/export/${name}.ndjson`)
    if (!what)
      return refuse(response, 404, 'There are /export/nodes.ndjson, /export/statements.ndjson and /export/manifest.json.')
    const cursors = searchParams.get('cursors') === 'true'
    await stream(request, response, Readable.from(textOf(exportLines(database, ontology, what, state, cursors))))
  }
}

async function stream(request: IncomingMessage, response: ServerResponse, text: Readable): Promise<void> {
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8')
  response.setHeader('Vary', 'Accept-Encoding')
  try {
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return await pipeline(text, response)
    response.setHeader('Content-Encoding', 'gzip')
    await pipeline(text, createGzip(), response)
  } catch (error) {
    // Who goes away in the middle goes on with `after`; that is no fault.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

async function* textOf(chunks: AsyncIterable<{ readonly text: string }>): AsyncGenerator<string> {
  for await (const { text } of chunks) yield text
}

/** How many lines each file has at this revision, and the SHA-256 of what it holds. */
async function giveManifest(database: Database, ontology: Ontology, state: GraphState, response: ServerResponse): Promise<void> {
  const files: Record<string, object> = {}
  for (const what of exported) files[`${what}.ndjson`] = await measure(database, ontology, what, state)
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ revision: state.revision, ...(state.since && { since: state.since }), files }))
}

async function measure(database: Database, ontology: Ontology, what: Exported, state: GraphState): Promise<object> {
  const hash = createHash('sha256')
  let [lines, bytes] = [0, 0]
  for await (const chunk of exportLines(database, ontology, what, state)) {
    hash.update(chunk.text)
    lines += chunk.lines
    bytes += Buffer.byteLength(chunk.text)
  }
  return { lines, bytes, sha256: hash.digest('hex') }
}

/** The state that the parameters name, or what is wrong with them. */
function readState(given: URLSearchParams, last: number): GraphState | string {
  const number = (name: string, usual: number) => {
    const text = given.get(name)
    return text === null ? usual : /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  }
  const [revision, since] = [number('revision', last), number('since', 0)]
  if (!(revision <= last)) return `revision takes the number of a revision, up to ${last}, not "${given.get('revision')}".`
  if (!(since <= revision)) return `since takes the number of a revision, up to ${revision}, not "${given.get('since')}".`
  const after = given.get('after')
  if (after !== null && !/^\w*~\d{1,15}~[^~]+$/.test(after))
    return `after takes the cursor of a line, not "${after.slice(0, 80)}".`
  return { revision, since, ...(after !== null && { after }) }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }))
}
