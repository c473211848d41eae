import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { HttpError } from './httpError.ts'
import type { Handler } from './listen.ts'
import { protectPage } from './protectPage.ts'

/** Where the build puts the explorer, beside the compiled program. */
const folder = join(import.meta.dirname, '../../../dist/explorer')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}

interface File {
  readonly content: Buffer
  readonly type: string
  readonly etag: string
}

/** The explorer in the browser: its page at `/`, and under `/assets/` the files that the page names. */
export function explorerPage(): Handler {
  const files = readFiles()
  return async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]!
    const file = files.get(path === '/' ? '/index.html' : path)
    if (!file)
      throw new HttpError(404, path === '/' ? 'The explorer is not built; run `npm run build`.' : 'There is no such file.')
    describe(response, file, path)
    if (request.headers['if-none-match'] === file.etag) response.writeHead(304).end()
    else response.end(request.method === 'HEAD' ? undefined : file.content)
  }
}

function describe(response: ServerResponse, { content, type, etag }: File, path: string): void {
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Length', content.length)
  protectPage(response)
  response.setHeader('ETag', etag)
  // The names of assets change with their content.
  response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
}

/** The built files, read once: a request can name none that the build did not make. */
function readFiles(): ReadonlyMap<string, File> {
  const files = new Map<string, File>()
  for (const name of listFiles()) {
    const content = readFileSync(join(folder, name))
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    const type = types[extname(name)] ?? 'application/octet-stream'
    files.set(`/${name.split(sep).join('/')}`, { content, type, etag })
  }
  return files
}

function listFiles(): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch {
    return []
  }
}
