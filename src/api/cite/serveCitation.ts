import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { formatError, toGraphQLError } from '../errors.ts'
import type { Answering } from '../graphql/root.ts'
import { HttpError } from '../http/httpError.ts'
import { parseBody, readText } from '../http/readBody.ts'
import { canonicalJson } from './canonicalJson.ts'
import { type Citation, Citer, sha256 } from './citer.ts'
import { compareAnswers, compareFingerprint, type Difference } from './fingerprint.ts'

/**
 * Answers a permalink: with the bytes that were cited, or with what differs from them. Who kept the answer can send it with
 * POST, so that all that differs can be named.
 */
export async function serveCitation(
  schema: GraphQLSchema,
  request: IncomingMessage,
  response: ServerResponse,
  answering: Answering,
): Promise<void> {
  if (!['GET', 'HEAD', 'POST'].includes(request.method ?? ''))
    throw new HttpError(405, 'A permalink takes GET, or POST with the answer that was cited.', {
      headers: { Allow: 'GET, HEAD, POST' },
    })
  const kept = request.method === 'POST' ? parseBody(request, await readText(request)) : undefined
  const given = new URL(request.url ?? '/', 'http://localhost').searchParams
  const citation = await cite(schema, given, answering)
  const cited = given.get('sha256')
  if (kept !== undefined && sha256(canonicalJson(kept)) !== cited)
    throw new HttpError(400, 'The answer sent is not the one that this permalink cites: its SHA-256 is another.')
  const format = formatOf(given.get('format') ?? request.headers.accept ?? '')
  response.setHeader('Vary', 'Accept')
  response.setHeader('Cache-Control', 'no-cache')
  if (cited !== null && cited !== citation.sha256) {
    response.statusCode = 409
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    const parts = given.get('parts')
    const compared =
      kept === undefined ? parts !== null && compareFingerprint(parts, citation.answer) : compareAnswers(kept, citation.answer)
    response.end(JSON.stringify(describeDifference(citation, cited, compared || undefined)))
    return
  }
  if (format === 'json') {
    response.setHeader('ETag', `"${citation.sha256}"`)
    response.setHeader('Content-Digest', `sha-256=:${Buffer.from(citation.sha256, 'hex').toString('base64')}:`)
  }
  response.setHeader('Content-Type', contentTypes[format])
  response.end(print(citation, format))
}

const contentTypes = {
  json: 'application/json; charset=utf-8',
  bibtex: 'application/x-bibtex; charset=utf-8',
  csl: 'application/vnd.citationstyles.csl+json; charset=utf-8',
} as const
type Format = keyof typeof contentTypes

function formatOf(wanted: string): Format {
  if (/bibtex/.test(wanted)) return 'bibtex'
  return /csl/.test(wanted) ? 'csl' : 'json'
}

function print({ answer, bibtex, cslJson }: Citation, format: Format): string {
  if (format === 'bibtex') return bibtex
  return format === 'csl' ? JSON.stringify(cslJson) : canonicalJson(answer)
}

async function cite(schema: GraphQLSchema, given: URLSearchParams, answering: Answering): Promise<Citation> {
  const query = given.get('query')
  if (query === null) throw new HttpError(400, 'A permalink has a query: it is given by the field cite.')
  try {
    const operationName = given.get('operationName')
    const variables = JSON.parse(given.get('variables') ?? '{}') as Record<string, unknown>
    return await new Citer(schema).cite({ query, variables, ...(operationName !== null && { operationName }) }, answering)
  } catch (error) {
    if (error instanceof SyntaxError) throw new HttpError(400, 'The variables of the permalink are not valid JSON.')
    const refused = error instanceof GraphQLError ? error : toGraphQLError(error)
    const { message, extensions } = formatError(refused.toJSON(), refused)
    const { http } = refused.extensions as { http?: { status?: number } }
    throw new HttpError(http?.status ?? 400, message, { code: String(extensions?.['code'] ?? 'BAD_REQUEST'), cause: error })
  }
}

function describeDifference(citation: Citation, cited: string, differences: Difference | undefined): object {
  const message = 'The answer is not the one that was cited.'
  const { sha256: now, permalink, answer } = citation
  return { message, cited, now, ...(differences && { differences }), permalink, answer }
}
