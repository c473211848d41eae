import { setTimeout as sleep } from 'node:timers/promises'
import { readEventStream, type StreamedEvent } from './readEventStream.ts'

/** Where a feed is, and how it is asked. */
export interface FeedAddress {
  /** The address of the service: `http://127.0.0.1:4000`. */
  readonly url: string
  readonly key?: string | undefined
  /** Hears why it has to connect again. */
  readonly onTrouble: (reason: string) => void
}

/** A feed that refuses the request: asking again would change nothing. */
export class RefusedError extends Error {}

/** Three heartbeats of the service without a word: the connection is dead though nobody closed it. */
const secondsOfSilence = 45
const millisecondsBetweenTries = { least: 100, most: 5000 }

/** All events after a cursor, without end: whenever the connection breaks it is made again, from the last cursor seen. */
export async function* followEvents(
  address: FeedAddress,
  after: string,
  signal: AbortSignal,
): AsyncGenerator<StreamedEvent, void, undefined> {
  let reached = after
  let pause = millisecondsBetweenTries.least
  while (!signal.aborted) {
    try {
      for await (const event of connect(address, reached, signal)) {
        yield event
        reached = event.id ?? reached
        pause = millisecondsBetweenTries.least
      }
    } catch (error) {
      if (error instanceof RefusedError) throw error
      if (!signal.aborted) address.onTrouble(describe(error))
    }
    await sleep(pause, undefined, { signal }).catch(() => {})
    pause = Math.min(pause * 2, millisecondsBetweenTries.most)
  }
}

async function* connect({ url, key }: FeedAddress, after: string, signal: AbortSignal): AsyncGenerator<StreamedEvent> {
  const silence = new AbortController()
  const watchdog = setTimeout(() => silence.abort(new Error('The service says nothing.')), secondsOfSilence * 1000)
  try {
    const response = await fetch(new URL('/changes', url), {
      headers: {
        accept: 'text/event-stream',
        'last-event-id': after,
        ...(key && { authorization: `Bearer ${key}` }),
      },
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (response.status >= 400 && response.status < 500 && response.status !== 429)
      throw new RefusedError(`The service answers ${response.status}: ${(await response.text()).slice(0, 500)}`)
    if (!response.ok || !response.body) throw new Error(`The service answers ${response.status}.`)
    yield* readEventStream(response.body, () => watchdog.refresh())
  } finally {
    clearTimeout(watchdog)
    silence.abort()
  }
}

function describe(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string } }
  return [message, cause?.message].filter(Boolean).join(' ')
}
