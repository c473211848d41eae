import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EntityRow } from '../../cypher/readEntity.ts'
import { findMergeOf } from '../../cypher/reconcile.ts'
import type { Database } from '../../database/connect.ts'
import { idPattern } from '../../schema/entityId.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { isDate, isDateTime } from '../../schema/scalars.ts'
import { rowQuads } from '../rdf/rowQuads.ts'
import { writeJsonLd } from '../rdf/writeJsonLd.ts'
import { writeRdf } from '../rdf/writeRdf.ts'
import { type AsOf, readEntityRow } from '../readEntityRow.ts'
import { type Form, forms, negotiate, readEnding } from './negotiate.ts'
import { printPage } from './printPage.ts'
import { styleSheet } from './styleSheet.ts'

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
  const asOf = readAsOf(searchParams)
  if (typeof asOf === 'string') return refuse(response, 400, asOf)
  response.setHeader('Vary', 'Accept')
  if (!form) return refuse(response, 406, `An entity is given as ${Object.values(forms).join(', ')}.`)
  const row = idPattern.test(id) ? await readEntityRow(linked.database, linked.ontology, id, asOf) : undefined
  if (!row) return refuse(response, 404, `There is no entity “${id.slice(0, 100)}”.`)
  const [merge] = row.removed ? await linked.database.read({ text: findMergeOf, parameters: { lost: id } }) : []
  if (merge) return lead(response, path.replace(id, String(merge['kept'])) + search)
  if (row.removed)
    return refuse(response, 410, `The entity “${id}” was removed from the graph; ?knownAt= asks for the time before.`)
  response.setHeader('Link', Object.entries(forms).map(linkTo(id, search)).join(', '))
  const base = linked.baseUrl ?? `http://${request.headers.host ?? 'localhost'}`
  send(request, response, forms[form], await write(form, base, linked.ontology, row, { id, search, asOf: describe(asOf) }))
}

function write(
  form: Form,
  base: string,
  ontology: Ontology,
  row: EntityRow,
  page: Parameters<typeof printPage>[2],
): string | Promise<string> {
  if (form === 'html') return printPage(ontology, row, page)
  const quads = rowQuads(base, ontology, row)
  return form === 'json' ? writeJsonLd(quads) : writeRdf(quads, form === 'ttl' ? 'Turtle' : 'N-Triples')
}

/** The dates that the address asks for, or what is wrong with them. */
function readAsOf(given: URLSearchParams): AsOf | string {
  const validAt = given.get('validAt') ?? new Date().toISOString().slice(0, 10)
  const knownAt = given.get('knownAt')
  if (!isDate(validAt)) return `validAt takes a date such as 2018-06-11, not “${validAt.slice(0, 40)}”.`
  if (knownAt === null) return { validAt }
  return isDateTime(knownAt)
    ? { validAt, knownAt }
    : `knownAt takes an instant such as 2026-01-01T12:00:00Z, not “${knownAt.slice(0, 40)}”.`
}

function describe({ validAt, knownAt }: AsOf): string {
  return `As it was on ${validAt}${knownAt === undefined ? '' : `, as the graph knew it at ${knownAt}`}.`
}

function linkTo(id: string, search: string): (form: [string, string]) => string {
  return ([form, type]) => `</id/${id}.${form}${search}>; rel="alternate"; type="${type}"`
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
