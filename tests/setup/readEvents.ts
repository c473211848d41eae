import { readEventStream, type StreamedEvent } from '../../src/follow/readEventStream.ts'

/** The events of a response that have data, as they come. */
export async function* readEvents(response: Response): AsyncGenerator<StreamedEvent & { data: string }, undefined, undefined> {
  for await (const event of readEventStream(response.body!)) if (event.data !== undefined) yield { ...event, data: event.data }
  return undefined
}
