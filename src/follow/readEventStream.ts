/** One Server-Sent Event; one without data only says how far the stream has come. */
export interface StreamedEvent {
  readonly id?: string
  readonly event?: string
  readonly data?: string
}

/** The events of a body as they come; `onBytes` hears of every piece, comments too. */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void = () => {},
): AsyncGenerator<StreamedEvent, void, undefined> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of body) {
    onBytes()
    // Pieces cut events anywhere, so what follows the last empty line waits for the next piece.
    const blocks = (text + decoder.decode(bytes, { stream: true })).split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const event = readBlock(block)
      if (event.id !== undefined || event.data !== undefined) yield event
    }
  }
}

function readBlock(block: string): StreamedEvent {
  const fields: Record<string, string> = {}
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 1).trimStart()
  }
  return fields
}
