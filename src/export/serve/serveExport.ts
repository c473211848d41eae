import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '../../database/connect.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { tables } from '../formats/tableColumns.ts'
import type { TableFile } from '../formats/tables.ts'
import { withLeanHeap } from '../leanHeap.ts'
import type { GraphState } from '../readGraph.ts'
import type { ExportSource } from '../readTable.ts'
import { type ExportRequest, type Refusal, readExportRequest } from './exportRequest.ts'
import { tagExport } from './exportTag.ts'
import { Measures } from './measures.ts'
import { sendFile } from './sendFile.ts'

/** Answers `/export/{nodes,statements}.{ndjson,csv,parquet}` and `/export/manifest.json`, streamed at the pace of the reader. */
export function serveExport(database: Database, ontology: Ontology) {
  const measures = new Measures()
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, { status: 405, message: 'Only GET and HEAD are answered here.' })
    const last = await database.readSettled(async (_run, revision) => revision)
    const asked = readExportRequest(new URL(request.url ?? '', 'http://localhost'), last)
    if (!isRequest(asked)) return refuse(response, asked)
    const { file, listed, state, cursors } = asked
    const source: ExportSource = { database, ontology, base: '', cursors }
    response.setHeader('Pacta-Revision', String(state.revision))
    response.setHeader('Cache-Control', 'no-cache')
    if (!file) return withLeanHeap(() => giveManifest(measures, source, { listed, state }, response))
    const tag = await tagExport(source, file, state)
    await withLeanHeap(() => sendFile({ file, state, source, measures, tag }, request, response))
  }
}

/** How many records each file has at this revision, how many bytes, and their SHA-256. */
async function giveManifest(
  measures: Measures,
  source: ExportSource,
  { listed, state }: { readonly listed: readonly TableFile[]; readonly state: GraphState },
  response: ServerResponse,
): Promise<void> {
  const files: Record<string, object> = {}
  for (const table of tables) {
    const ofTable = listed.filter(file => file.table === table)
    if (ofTable.length === 0) continue
    const tagged = ofTable.map(async file => ({ file, tag: await tagExport(source, file, state) }))
    const found = await measures.of(await Promise.all(tagged), source, state)
    found.forEach(({ records, bytes, sha256 }, index) => {
      files[ofTable[index]!.name] = { records, bytes, sha256 }
    })
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ revision: state.revision, ...(state.since && { since: state.since }), files }))
}

function isRequest(asked: ExportRequest | Refusal): asked is ExportRequest {
  return 'state' in asked
}

function refuse(response: ServerResponse, { status, message }: { status: number; message: string }): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }))
}
