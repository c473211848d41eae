/** One Server-Sent Event. */
export interface ServerEvent {
  readonly id?: string
  readonly event?: string
  readonly data: string
}

/** The events of a response as they come; comments and what has no data are passed over. */
export async function* readEvents(response: Response): AsyncGenerator<ServerEvent, undefined, undefined> {
  let text = ''
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return undefined
      const blocks = (text + value).split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        const event = readBlock(block)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function readBlock(block: string): ServerEvent | undefined {
  const fields: Record<string, string> = {}
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 1).trimStart()
  }
  return fields['data'] === undefined ? undefined : (fields as unknown as ServerEvent)
}
