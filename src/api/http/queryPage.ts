import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { HttpError } from './httpError.ts'
import type { Handler } from './listen.ts'
import { protectPage } from './protectPage.ts'

/** Where the build puts the page. */
const file = join(import.meta.dirname, '../../../dist/explorer/query/index.html')
/** What stands in the page for the nonce of a response. */
const placeholder = 'STYLE-NONCE'

/** Gives a browser that comes without a query the page to write one; all other requests are answered by the API as ever. */
export function queryPage(api: Handler): Handler {
  const page = readPage()
  return async (request, response) => {
    if (!asksForPage(request)) return api(request, response)
    if (page === undefined) throw new HttpError(404, 'The query page is not built; run `npm run build`.')
    const nonce = randomBytes(16).toString('base64')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    // The editor's own style elements carry the nonce.
    protectPage(response, { 'style-src': `'self' 'nonce-${nonce}'`, 'font-src': "'self' data:" })
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Vary', 'Accept')
    response.end(request.method === 'HEAD' ? undefined : page.replace(placeholder, nonce))
  }
}

function asksForPage({ method, headers, url = '' }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return /\btext\/html\b/.test(headers.accept ?? '') && !new URL(url, 'http://service').searchParams.has('query')
}

function readPage(): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
