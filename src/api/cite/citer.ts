import { createHash } from 'node:crypto'
import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  separateOperations,
  specifiedRules,
  validate,
} from 'graphql'
import { ArgumentError } from '../../plan/argumentError.ts'
import type { Answering } from '../graphql/root.ts'
import { limitOperation, limits } from '../limits.ts'
import { resolveByKey } from '../resolveByKey.ts'
import { canonicalJson } from './canonicalJson.ts'
import { printFingerprint } from './fingerprint.ts'
import { nameOperation, type PinnedOperation, pinOperation, type Times } from './pinOperation.ts'
import { printBibtex } from './printBibtex.ts'
import { type Reference, toCslItem } from './reference.ts'

/** An operation as a request gives it. */
export interface CitedRequest {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
}

/** A citation of an answer, with the answer. */
export interface Citation extends Times {
  readonly permalink: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly revision: Revision
  readonly sha256: string
  readonly bibtex: string
  readonly cslJson: object
  readonly answer: unknown
}
interface Revision {
  readonly number: number
  readonly at: string | null
}

/** Addresses longer than this are refused by servers and proxies on the way. */
const longestPermalink = 12_000

/** Cites answers: asks for them in a way that gives the same bytes whenever it is asked, and says what they are known by. */
export class Citer {
  constructor(readonly schema: GraphQLSchema) {}

  /** The citation of what this request asks for. */
  async cite(request: CitedRequest, answering: Answering): Promise<Citation> {
    return this.citeValid(this.#read(request), request.variables ?? {}, answering)
  }

  /** The citation of what a document asks for that holds one operation, found valid. */
  async citeValid(document: DocumentNode, given: Readonly<Record<string, unknown>>, answering: Answering): Promise<Citation> {
    const { definitions } = document
    const operation = definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
    const { coerced, errors } = getVariableValues(this.schema, operation?.variableDefinitions ?? [], given)
    if (errors?.[0]) throw refuse(errors[0])
    return this.#cite(document, coerced ?? {}, answering)
  }

  async #cite(document: DocumentNode, variables: Readonly<Record<string, unknown>>, answering: Answering): Promise<Citation> {
    const present = await this.#revision(answering)
    const instant = present.at ?? new Date().toISOString()
    const now = { validAt: new Date().toISOString().slice(0, 10), knownAt: instant }
    const pinned = pinOperation(this.schema, document, variables, now)
    const times = pinned.times[0] ?? now
    const last = pinned.times.map(({ knownAt }) => knownAt).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? instant
    const revision = last === instant ? present : await this.#revision(answering, last)
    const answer = await this.#execute(pinned.document, pinned.variables, answering)
    const hash = sha256(canonicalJson(answer))
    const permalink = answering.origin + printPermalink(pinned, hash, answer)
    const reference = refer(document, { ...times, permalink, revision, sha256: hash })
    const printed = { bibtex: printBibtex(reference), cslJson: [toCslItem(reference)] }
    return { permalink, query: pinned.query, variables: pinned.variables, revision, ...times, sha256: hash, ...printed, answer }
  }

  /** The one operation that is asked for, with its fragments, found valid. */
  #read({ query, operationName }: CitedRequest): DocumentNode {
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: limits.tokens })
    } catch (error) {
      throw refuse(error as GraphQLError)
    }
    const [invalid] = validate(this.schema, document, [...specifiedRules, limitOperation])
    if (invalid) throw refuse(invalid)
    const operation = getOperationAST(document, operationName)
    if (operation?.operation !== 'query')
      throw new ArgumentError('cite.operationName', operationName ?? null, 'the name of a query of the document')
    return separateOperations(document)[operation.name?.value ?? '']!
  }

  async #revision(answering: Answering, knownAt?: string): Promise<Revision> {
    const query = 'query ($asOf: AsOf) { revision(asOf: $asOf) { number at } }'
    const answer = await this.#execute(parse(query), knownAt ? { asOf: { knownAt } } : {}, answering)
    return (answer as { revision: Revision }).revision
  }

  async #execute(
    document: DocumentNode,
    variableValues: Readonly<Record<string, unknown>>,
    answering: Answering,
  ): Promise<unknown> {
    const { data, errors } = await execute({
      schema: this.schema,
      document,
      variableValues,
      contextValue: answering,
      fieldResolver: resolveByKey as never,
    })
    if (errors?.[0]) throw errors[0]
    return data
  }
}

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function refuse({ message }: GraphQLError): GraphQLError {
  return new GraphQLError(`cite.query: ${message}`, { extensions: { code: 'BAD_USER_INPUT', argument: 'cite.query' } })
}

function printPermalink({ query, variables }: PinnedOperation, hash: string, answer: unknown): string {
  const parts = printFingerprint(answer)
  const given = new URLSearchParams({
    query,
    ...(Object.keys(variables).length > 0 && { variables: canonicalJson(variables) }),
    sha256: hash,
    ...(parts !== undefined && { parts }),
  })
  const permalink = `/cite?${given}`
  if (permalink.length <= longestPermalink) return permalink
  given.delete('parts')
  if (`/cite?${given}`.length <= longestPermalink) return `/cite?${given}`
  throw new ArgumentError(
    'cite.query',
    `${permalink.length} characters`,
    `an operation whose address has at most ${longestPermalink}`,
  )
}

function refer(document: DocumentNode, cited: Times & { permalink: string; revision: Revision; sha256: string }): Reference {
  const { permalink, revision, sha256: hash, knownAt, validAt } = cited
  return {
    key: `pacta-${revision.number}-${hash.slice(0, 8)}`,
    title: `Pacta, a knowledge graph of public commitments: ${nameOperation(document)}`,
    publisher: 'Pacta',
    issued: new Date(revision.at ?? knownAt).toISOString().slice(0, 10),
    accessed: new Date().toISOString().slice(0, 10),
    url: permalink,
    version: `revision ${revision.number}`,
    note: `Valid on ${validAt}, as known at ${knownAt}. SHA-256 of the canonical answer: ${hash}`,
  }
}
