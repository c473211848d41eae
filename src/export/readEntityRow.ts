import { type EntityRow, readEntity } from '../cypher/readEntity.ts'
import { CypherDate, CypherDateTime } from '../cypher/statement.ts'
import type { Database } from '../database/connect.ts'
import type { Ontology } from '../schema/ontology.ts'

/** The dates that an export holds for: a day in the world, and an instant of the graph's own knowledge; now when it is not given. */
export interface AsOf {
  readonly validAt: string
  readonly knownAt?: string
}

/** One entity with the statements about it; undefined when there never was one. */
export async function readEntityRow(
  database: Database,
  ontology: Ontology,
  id: string,
  { validAt, knownAt }: AsOf,
): Promise<EntityRow | undefined> {
  const parameters = {
    id,
    validAt: new CypherDate(validAt),
    knownAt: knownAt === undefined ? null : new CypherDateTime(knownAt),
  }
  const [row] = await database.read({ text: readEntity(ontology), parameters })
  return row as EntityRow | undefined
}
