import type { IncomingMessage, ServerResponse } from 'node:http'
import { printPosition } from '../../cypher/changePosition.ts'
import { ArgumentError } from '../../plan/argumentError.ts'
import type { ChangeFeed } from '../changes/changeFeed.ts'
import { readChangesRequest } from '../changes/changesRequest.ts'
import { streamEvents } from '../changes/eventStream.ts'
import { writeWhenRead } from '../changes/writeWhenRead.ts'
import { HttpError } from './httpError.ts'
import type { Handler } from './listen.ts'

/** How many may follow at once, so that they cannot take all connections of the process. */
const mostFollowers = 1000

/**
 * Gives changes over plain HTTP: as events without end to who accepts `text/event-stream`; else one page, as lines of JSON
 * or as one JSON document, that says where the next page starts.
 */
export function changes(feed: ChangeFeed): Handler {
  let followers = 0
  return async (request, response) => {
    if (request.method !== 'GET') throw new HttpError(405, 'Changes are read with GET.')
    const accept = request.headers.accept ?? ''
    const asked = refuseWrong(() => readChangesRequest(feed.ontology, readSearch(request)))
    if (!accept.includes('text/event-stream')) return givePage(feed, asked, accept, response)
    if (followers >= mostFollowers || feed.closing.aborted)
      throw new HttpError(503, 'Too many follow already; try again later.', { headers: { 'Retry-After': '5' } })
    // Asked for once before the stream begins, so that a wrong cursor is refused with a status.
    await refuseWrongLater(feed.read({ ...asked, first: 0 }))
    followers++
    try {
      await streamEvents(feed, asked, response)
    } finally {
      followers--
    }
  }
}

/** The parameters of the address; `Last-Event-ID`, which a browser sends when it connects again, comes before `after`. */
function readSearch({ url = '', headers }: IncomingMessage): Parameters<typeof readChangesRequest>[1] {
  const search = new URL(url, 'http://localhost').searchParams
  const last = headers['last-event-id']
  const types = search.getAll('types').flatMap(given => given.split(','))
  const validAt = search.get('validAt')
  return {
    after: last ?? search.get('after') ?? undefined,
    first: search.get('first') ?? undefined,
    ...(types.length > 0 && { types }),
    ...(validAt && { asOf: { validAt } }),
  }
}

async function givePage(
  feed: ChangeFeed,
  asked: ReturnType<typeof readChangesRequest>,
  accept: string,
  response: ServerResponse,
): Promise<void> {
  const { changes: found, end, more, last } = await refuseWrongLater(feed.read(asked))
  const next = printPosition(end)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Link', `</changes?after=${encodeURIComponent(next)}>; rel="next"`)
  response.setHeader('Pacta-Revision', String(last))
  if (!accept.includes('application/x-ndjson')) {
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.end(JSON.stringify({ changes: found, after: next, more, revision: last }))
    return
  }
  response.setHeader('Content-Type', 'application/x-ndjson; charset=utf-8')
  for (const change of found) await writeWhenRead(response, `${JSON.stringify(change)}\n`)
  response.end()
}

function refuseWrong<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof ArgumentError ? new HttpError(400, error.message) : error
  }
}

async function refuseWrongLater<T>(work: Promise<T>): Promise<T> {
  const settled = await work.then(
    value => () => value,
    (error: unknown) => () => {
      throw error
    },
  )
  return refuseWrong(settled)
}
