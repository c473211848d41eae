import type { ServerResponse } from 'node:http'
import { printPosition } from '../../cypher/changePosition.ts'
import type { Change } from '../../database/change.ts'
import type { ChangesRequest } from '../../database/readChanges.ts'
import type { ChangeFeed } from './changeFeed.ts'
import { writeWhenRead } from './writeWhenRead.ts'

/** How many changes are read and written at once. */
const changesAtOnce = 200
const secondsBetweenHeartbeats = 15
const millisecondsToRetry = 1000

/**
 * Streams changes as Server-Sent Events until the reader goes or the service stops. The id of an
 * event is its cursor, so `Last-Event-ID` resumes; heartbeats carry the cursor past what was not asked for.
 */
export async function streamEvents(feed: ChangeFeed, request: ChangesRequest, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    // A connection kept after the stream has ended would keep the service from stopping.
    Connection: 'close',
  })
  let reached = printPosition(request.after)
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(`: heartbeat\nid: ${reached}\n\n`)
  }, secondsBetweenHeartbeats * 1000)
  try {
    await writeWhenRead(response, `retry: ${millisecondsToRetry}\n: following\n\n`)
    for await (const page of feed.follow({ ...request, first: changesAtOnce }, gone.signal)) {
      for (const change of page.changes) {
        if (gone.signal.aborted) return
        await writeWhenRead(response, printChange(change))
        reached = change.id
      }
      const end = printPosition(page.end)
      // Tells how far all is said; an event without data is not shown to anyone.
      if (end !== reached) await writeWhenRead(response, `id: ${end}\n\n`)
      reached = end
    }
  } finally {
    clearInterval(heartbeat)
    response.end()
  }
}

function printChange(change: Change): string {
  return printEvent('change', JSON.stringify(change), change.id)
}

function printEvent(event: string, data: string, id?: string): string {
  return `${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${data}\n\n`
}
