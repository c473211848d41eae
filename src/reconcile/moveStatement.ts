import { statementKey } from '../cypher/record.ts'
import type { WholeStatement } from '../edit/graphState.ts'
import { readStoredStatement } from '../edit/readStored.ts'
import type { Ontology } from '../schema/ontology.ts'

/** An entity, and the one that takes its place. */
export interface Move {
  readonly from: string
  readonly to: string
}

/** What a statement says, as it is asserted; with a move, of another entity in place of one of its ends. */
export function restate(ontology: Ontology, stored: WholeStatement, move?: Move): Record<string, unknown> {
  const type = ontology.relationshipTypes.get(stored.type)!
  const said = readStoredStatement(ontology, type, stored.properties)
  const source = move && said['source'] === move.from ? move.to : said['source']
  return { type: type.name, ...endsWhenMoved(stored, move), ...said, source }
}

/** The key that a statement has when it is moved; none when it would join an entity with itself. */
export function keyWhenMoved(ontology: Ontology, stored: WholeStatement, move: Move): string | undefined {
  const ends = endsWhenMoved(stored, move)
  if (ends.from === ends.to) return undefined
  const own = [...ontology.relationshipTypes.get(stored.type)!.properties.keys()].map(name => stored.properties[name])
  return statementKey({ type: stored.type, ...ends }, own, stored.properties['validFrom'])
}

function endsWhenMoved({ from, to }: WholeStatement, move?: Move): { from: string; to: string } {
  const place = (id: string): string => (move && id === move.from ? move.to : id)
  return { from: place(from), to: place(to) }
}
