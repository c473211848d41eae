import type { IncomingMessage, ServerResponse } from 'node:http'
import { findMergeOf } from '../../cypher/reconcile.ts'
import type { Database } from '../../database/connect.ts'
import { idPattern } from '../../schema/entityId.ts'
import type { Language } from '../../schema/language.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { rowQuads } from '../rdf/rowQuads.ts'
import { writeJsonLd } from '../rdf/writeJsonLd.ts'
import { writeRdf } from '../rdf/writeRdf.ts'
import { readEntityRow } from '../readEntityRow.ts'
import { type Asked, asOfAsked, readAsked, writeAsked } from './asked.ts'
import { forms, negotiate, readEnding } from './negotiate.ts'
import { negotiateLanguage, tagOf } from './pageLanguage.ts'
import { printPage } from './printPage.ts'
import { printRefusal } from './printRefusal.ts'
import { styleSheet } from './styleSheet.ts'
import { pageTexts } from './texts.ts'

/** What the pages of entities are made from. */
export interface LinkedData {
  readonly database: Database
  readonly ontology: Ontology
  /** The address of the service, as IRIs begin; that of each request when it is not set. */
  readonly baseUrl?: string
}

const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Answers `/id/…`: one entity as a page or as data, in the form that the address or the `Accept` header asks for. */
export async function answerEntity(linked: LinkedData, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams, search } = new URL(request.url ?? '/', 'http://service')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET is answered here.')
  const path = pathname.slice('/id/'.length)
  if (path === 'page.css') return send(request, response, 'text/css', styleSheet)
  const { id, form = negotiate(request.headers.accept) } = readEnding(path)
  const asked = readAsked(searchParams)
  if (typeof asked === 'string') return refuse(response, 400, asked)
  response.setHeader('Vary', 'Accept, Accept-Language')
  if (!form) return refuse(response, 406, `An entity is given as ${Object.values(forms).join(', ')}.`)
  const lang = asked.lang ?? negotiateLanguage(request.headers['accept-language'])
  const row = idPattern.test(id) ? await readEntityRow(linked.database, linked.ontology, id, asOfAsked(asked)) : undefined
  const [merge] = row?.removed ? await linked.database.read({ text: findMergeOf, parameters: { lost: id } }) : []
  if (merge) return lead(response, path.replace(id, String(merge['kept'])) + search)
  if (!row || row.removed) return miss(request, response, row ? 'removed' : 'unknown', { id: id.slice(0, 100), asked, lang })
  response.setHeader('Link', Object.entries(forms).map(linkTo(id, asked)).join(', '))
  if (form === 'html') return sendPage(request, response, lang, printPage(linked.ontology, row, id, asked, lang))
  const quads = rowQuads(linked.baseUrl ?? `http://${request.headers.host ?? 'localhost'}`, linked.ontology, row)
  const data = form === 'json' ? writeJsonLd(quads) : writeRdf(quads, form === 'ttl' ? 'Turtle' : 'N-Triples')
  send(request, response, forms[form], await data)
}

interface Missed {
  readonly id: string
  readonly asked: Asked
  readonly lang: Language
}

/** Says that there is no such entity, or none any more: on a page to a browser, which alone asks for HTML by its name. */
function miss(
  request: IncomingMessage,
  response: ServerResponse,
  kind: 'unknown' | 'removed',
  { id, asked, lang }: Missed,
): void {
  const status = kind === 'removed' ? 410 : 404
  if (!request.headers.accept?.includes('text/html')) {
    refuse(response, status, pageTexts.EN[kind](id))
    return
  }
  response.statusCode = status
  sendPage(request, response, lang, printRefusal(kind, id, asked, lang))
}

function sendPage(request: IncomingMessage, response: ServerResponse, lang: Language, page: string): void {
  response.setHeader('Content-Language', tagOf(lang))
  send(request, response, forms.html, page)
}

function linkTo(id: string, { lang: _, ...dates }: Asked): (form: [string, string]) => string {
  return ([form, type]) => `</id/${id}.${form}${writeAsked(dates)}>; rel="alternate"; type="${type}"`
}

function send(request: IncomingMessage, response: ServerResponse, type: string, body: string): void {
  response.setHeader('Content-Type', type === 'application/ld+json' ? type : `${type}; charset=utf-8`)
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cache-Control', 'no-cache')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** To the entity that another was merged into; not for good, since a merge can be undone. */
function lead(response: ServerResponse, path: string): void {
  response.statusCode = 307
  response.setHeader('Location', `/id/${path}`)
  response.setHeader('Cache-Control', 'no-cache')
  response.end()
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(
    JSON.stringify({
      errors: [{ message, extensions: { code: status === 410 ? 'GONE' : status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST' } }],
    }),
  )
}
