import { statementKey } from '../cypher/record.ts'
import { type SeedStatement, textOf } from './seed.ts'

/** The key of a statement as it stands in a file. */
export function keyOf(statement: SeedStatement): string {
  const { type, from, to, properties } = statement
  const own = [...type.properties.keys()].map(name => properties.get(name)?.value)
  return statementKey({ type: type.name, from, to }, own, textOf(statement, 'validFrom'))
}
