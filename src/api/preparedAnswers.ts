import type { DocumentNode, GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { StatementTemplate } from '../cypher/bind.ts'
import type { BatchTemplate } from '../cypher/printBatch.ts'
import { printBatch } from '../cypher/printBatch.ts'
import type { Database } from '../database/connect.ts'
import { GroupedReads, type GroupLimits } from '../database/groupReads.ts'
import type { Ontology } from '../schema/ontology.ts'
import { type Prepared, prepare } from './prepare.ts'

/** A GraphQL request as its JSON body says it. */
export interface GraphQLRequestBody {
  readonly query?: unknown
  readonly variables?: unknown
  readonly operationName?: unknown
}

const mostDocuments = 2000

/**
 * Answers requests whose document was found valid before: nothing is parsed, validated or planned again, one statement
 * answers all root fields, and the response is written straight from its values.
 */
export class PreparedAnswers {
  readonly #prepared = new LRUCache<string, Prepared>({ max: mostDocuments })
  readonly #batches = new WeakMap<StatementTemplate, { readonly batch: BatchTemplate | undefined }>()
  readonly #reads: GroupedReads

  constructor(
    readonly schema: GraphQLSchema,
    readonly ontology: Ontology,
    database: Database,
    timeoutSeconds: number,
    limits: GroupLimits,
    readonly noteCost: (nodes: number) => void = () => {},
  ) {
    this.#reads = new GroupedReads(database, timeoutSeconds, limits)
  }

  /** Takes note of a document that Apollo found valid; says whether it can be answered here and could not be before. */
  remember(source: string, document: DocumentNode, operationName: string | undefined): boolean {
    const key = keyOf(source, operationName)
    if (this.#prepared.has(key)) return false
    const prepared = prepare(this.schema, this.ontology, document, operationName)
    if (prepared) this.#prepared.set(key, prepared)
    return prepared !== undefined
  }

  /** The response body; undefined when the request has to take the long way, which also words its errors. */
  async answer({ query, variables, operationName }: GraphQLRequestBody): Promise<string | undefined> {
    if (typeof query !== 'string' || (operationName !== undefined && operationName !== null && typeof operationName !== 'string'))
      return undefined
    const prepared = this.#prepared.get(keyOf(query, operationName ?? undefined))
    if (!prepared || (variables !== undefined && variables !== null && typeof variables !== 'object')) return undefined
    try {
      const bound = prepared.bind((variables ?? undefined) as Record<string, unknown> | undefined, new Date())
      if (!bound) return undefined
      this.noteCost(bound.cost)
      const { statement, template } = bound
      const values = await this.#reads.run({ statement, kind: template, batch: this.#batchOf(template) })
      return bound.write(values)
    } catch {
      return undefined
    }
  }

  #batchOf(template: StatementTemplate): BatchTemplate | undefined {
    let known = this.#batches.get(template)
    if (!known) this.#batches.set(template, (known = { batch: printBatch(template) }))
    return known.batch
  }
}

function keyOf(source: string, operationName: string | undefined): string {
  return operationName ? `${operationName}\n${source}` : source
}
