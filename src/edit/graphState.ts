import { findSimilarIds, findStatements, findStatementsOf, findWholeEntities } from '../cypher/edit.ts'
import type { Run } from '../database/connect.ts'
import type { StoredEntity, StoredStatement } from '../database/recordDifference.ts'
import type { KnownEntity } from '../ingest/known.ts'
import type { Ontology } from '../schema/ontology.ts'

interface Whole {
  readonly dataset: string
  readonly hash: string
  readonly properties: Readonly<Record<string, unknown>>
}
/** An entity with all that is stored of it. */
export type WholeEntity = StoredEntity & Whole
/** A present statement with all that is stored of it. */
export type WholeStatement = StoredStatement & Whole

/** What the graph holds of the entities and statements that an edit touches, read inside its transaction. */
export class GraphState {
  readonly entities = new Map<string, WholeEntity>()
  readonly statements = new Map<string, WholeStatement>()
  /** Entities whose ids look like those that are nowhere. */
  readonly similar = new Map<string, KnownEntity>()

  constructor(
    readonly run: Run,
    readonly ontology: Ontology,
  ) {}

  /** Reads these entities, unless they are read already. */
  async readEntities(ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(ids)].filter(id => !this.entities.has(id))
    if (wanted.length === 0) return
    const rows = await this.run({ text: findWholeEntities, parameters: { ids: wanted } })
    for (const row of rows as unknown as WholeEntity[]) this.entities.set(row.id, row)
  }

  /** Reads the present versions of the statements with these keys. */
  async readStatements(keys: Iterable<string>): Promise<WholeStatement[]> {
    const prefixes = [...new Set(keys)].map(key => `statement/${key}@`)
    if (prefixes.length === 0) return []
    return this.#keep(await this.run({ text: findStatements(this.ontology), parameters: { prefixes } }))
  }

  /** Reads the present statements of these types, or of all, at these entities. */
  async readStatementsOf(ids: Iterable<string>, types?: readonly string[]): Promise<WholeStatement[]> {
    const wanted = [...new Set(ids)]
    if (wanted.length === 0) return []
    const text = findStatementsOf(types ?? [...this.ontology.relationshipTypes.keys()])
    return this.#keep(await this.run({ text, parameters: { ids: wanted } }))
  }

  /** Looks for ids that these could have been meant for. */
  async readSimilar(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const beginnings = [...new Set(ids.map(id => id.slice(0, id.indexOf('/') + 3)))].filter(beginning => beginning.length > 3)
    const rows = await this.run({ text: findSimilarIds, parameters: { beginnings } })
    for (const { id, type } of rows) this.similar.set(String(id), { type: String(type) })
  }

  /** The ids of entities that begin with one of these. */
  async readIdsLike(beginnings: readonly string[]): Promise<Set<string>> {
    if (beginnings.length === 0) return new Set()
    const rows = await this.run({ text: findSimilarIds, parameters: { beginnings } })
    return new Set(rows.map(({ id }) => String(id)))
  }

  #keep(rows: unknown): WholeStatement[] {
    const found = rows as WholeStatement[]
    for (const statement of found) this.statements.set(statement.id, statement)
    return found
  }
}
