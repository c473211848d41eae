import type { IncomingMessage } from 'node:http'

/** The largest body of a request, in bytes. */
export const largestBody = 100_000

/** A request that HTTP itself answers with an error status. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

/** The body of a request as text; refused when it is too large or not in plain UTF-8. */
export async function readText(request: IncomingMessage): Promise<string> {
  const charset = /charset="?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase()
  if (charset && charset !== 'utf-8' && charset !== 'utf8') throw new HttpError(415, `The charset must be utf-8, not ${charset}.`)
  if (request.headers['content-encoding']) throw new HttpError(415, 'The body must not be compressed.')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) throw new HttpError(413, `The body is larger than ${largestBody} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The JSON that a body says; text of another type is left to Apollo, which says what is missing. */
export function parseBody({ headers }: IncomingMessage, text: string): unknown {
  if (text === '' || !/^application\/([\w.-]+\+)?json\b/i.test(headers['content-type'] ?? '')) return text
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpError(400, 'The body is not valid JSON.')
  }
}
