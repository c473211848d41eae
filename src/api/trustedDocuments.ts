import { createHash } from 'node:crypto'
import { closest, distance } from 'fastest-levenshtein'
import { HttpError } from './http/httpError.ts'
import type { GraphQLRequestBody } from './preparedAnswers.ts'

/** A GraphQL request that may name its document by an id, in one of the ways that clients have. */
export interface NamingRequest extends GraphQLRequestBody {
  /** `sha256:…`, as the persisted documents of GraphQL over HTTP are named. */
  readonly documentId?: unknown
  readonly id?: unknown
  /** `{ persistedQuery: { version: 1, sha256Hash } }`, as the clients of Apollo name them. */
  readonly extensions?: unknown
}

/** A manifest that cannot be taken, with the reason. */
export class ManifestError extends Error {}

/** The documents that are known by the SHA-256 of their text, and whether others are run as well. */
export class TrustedDocuments {
  readonly #known: ReadonlySet<string>

  constructor(
    /** The texts by their ids. */
    readonly texts: ReadonlyMap<string, string>,
    readonly only: boolean,
  ) {
    this.#known = new Set(texts.values())
  }

  /** The request with the text of the document that it names; refused when that is not known, or when only trusted ones are run. */
  expand(request: NamingRequest): NamingRequest {
    const apollo = hashOf(request.extensions)
    const given = request.documentId ?? request.id ?? apollo
    if (given === undefined || given === null) {
      this.check(request.query)
      return request
    }
    const { documentId: _document, id: _id, extensions: _extensions, ...rest } = request
    const id = String(given).replace(/^sha256:/, '')
    const query = this.texts.get(id)
    // Apollo answers a hash alone by asking for texts, which its clients then send; a text that comes along needs no id.
    if (query === undefined && !this.only && (given === apollo || typeof rest.query === 'string')) return request
    if (query === undefined) throw this.#unknown(id)
    if (rest.query !== undefined && rest.query !== null && rest.query !== query)
      throw new HttpError(400, `The query sent is not the document ${id}; leave it out.`, { code: 'BAD_USER_INPUT' })
    return { ...rest, query }
  }

  /** The search part of an address whose parameters are such a request. */
  expandSearch(search: string): string {
    const given = new URLSearchParams(search)
    const named = ['documentId', 'id', 'extensions'].filter(name => given.has(name))
    if (named.length === 0 && !this.only) return search
    const { query, ...others } = this.expand({ query: given.get('query') ?? undefined, ...readNames(given) })
    if (typeof query !== 'string' || others.extensions !== undefined) return search
    for (const name of named) given.delete(name)
    given.set('query', query)
    return `?${given}`
  }

  /** Refuses the text of a document that is not trusted, when only those are run. */
  check(query: unknown): void {
    if (!this.only || (typeof query === 'string' && this.#known.has(query))) return
    const message =
      'Only trusted documents are run here (PACTA_DOCUMENTS=trusted): send { "documentId": "sha256:…" } of one of them.'
    throw new HttpError(403, message, { code: 'DOCUMENT_NOT_TRUSTED' })
  }

  #unknown(id: string): HttpError {
    const nearest = this.texts.size > 0 ? closest(id, [...this.texts.keys()]) : ''
    const hint = distance(id, nearest) <= 8 ? ` Did you mean "${nearest}"?` : ''
    const message = `There is no trusted document with the id "${id.slice(0, 80)}".${hint}`
    return new HttpError(400, message, { code: 'PERSISTED_QUERY_NOT_FOUND' })
  }
}

/** How an address names its document. */
export function readNames(given: URLSearchParams): Pick<NamingRequest, 'documentId' | 'id' | 'extensions'> {
  const [documentId, id, extensions] = ['documentId', 'id', 'extensions'].map(name => given.get(name))
  return { ...(documentId && { documentId }), ...(id && { id }), ...(extensions && { extensions: parseOrNothing(extensions) }) }
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a manifest of documents: by id the text, or an object with the text as its `query`. */
export function readManifest(file: string, text: string): Map<string, string> {
  const entries = Object.entries(parse(file, text)).map(([name, entry]): [string, string] => {
    const query = typeof entry === 'string' ? entry : (entry as { query?: unknown } | null)?.query
    const id = name.replace(/^sha256:/, '')
    if (typeof query !== 'string') throw new ManifestError(`${file}: the document ${name} has no text.`)
    const hash = createHash('sha256').update(query).digest('hex')
    if (hash !== id) throw new ManifestError(`${file}: the id ${name} is not the SHA-256 of its document, which is ${hash}.`)
    return [id, query]
  })
  return new Map(entries)
}

function parse(file: string, text: string): object {
  try {
    const read: unknown = JSON.parse(text)
    if (read !== null && typeof read === 'object' && !Array.isArray(read)) return read
  } catch {
    // Said below, as of any other text.
  }
  throw new ManifestError(`${file}: a manifest is a JSON object of documents by their ids.`)
}

function hashOf(extensions: unknown): unknown {
  return (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery?.sha256Hash
}
