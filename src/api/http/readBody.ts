import type { IncomingMessage } from 'node:http'
import { HttpError } from './httpError.ts'

/** The largest body of a request, in bytes. */
export const largestBody = 100_000

/** The body of a request as text; refused when it is too large or not in plain UTF-8. */
export function readText(request: IncomingMessage): Promise<string> {
  const charset = /charset="?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase()
  if (charset && charset !== 'utf-8' && charset !== 'utf8')
    return Promise.reject(new HttpError(415, `The charset must be utf-8, not ${charset}.`))
  if (request.headers['content-encoding']) return Promise.reject(new HttpError(415, 'The body must not be compressed.'))
  // Events, since an asynchronous iterator costs as much as the rest of a small request.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= largestBody) chunks.push(chunk)
      else reject(new HttpError(413, `The body is larger than ${largestBody} bytes.`))
    })
    request.on('end', () => resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8')))
    request.on('error', reject)
    request.on('close', () => {
      if (!request.complete) reject(new HttpError(400, 'The request was cut off.'))
    })
  })
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
