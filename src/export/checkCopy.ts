import { readPosition } from '../cypher/changePosition.ts'
import type { Database } from '../database/connect.ts'
import { StartError } from '../database/startError.ts'
import type { Ontology } from '../schema/ontology.ts'
import { type GraphRecord, readEntities, readStatements } from './readGraph.ts'

/** How a copy compares with the graph at the revision of its cursor. */
export interface CopyCheck {
  /** One sentence for each difference; none when the copy is exactly the graph. */
  readonly differences: readonly string[]
  readonly entities: number
  readonly statements: number
}

/** The most differences that are told. */
const mostTold = 100

/** Compares a copy, records as JSON by what their versions share, with the graph record by record. */
export async function checkCopy(
  database: Database,
  ontology: Ontology,
  cursor: string,
  records: ReadonlyMap<string, string>,
): Promise<CopyCheck> {
  const position = readPosition(cursor)
  if (!position) throw new Error(`The cursor ${cursor} is none of the feed.`)
  if (position.part)
    throw new StartError(`The copy stopped in the middle of revision ${position.revision}; let it follow on first.`)
  const state = { revision: position.revision }
  const left = new Map(records)
  const differences: string[] = []
  const tell = (difference: string) => {
    if (differences.length < mostTold) differences.push(difference)
  }
  const compare = async (rows: AsyncIterable<GraphRecord>): Promise<number> => {
    let count = 0
    for await (const { form } of rows) {
      const subject = String(form['id']).split('@', 1)[0]!
      const copied = left.get(subject)
      if (copied === undefined) tell(`The copy lacks ${subject}.`)
      else if (sorted(JSON.parse(copied)) !== sorted(form))
        tell(`The copy has ${copied} where the graph has ${JSON.stringify(form)}.`)
      left.delete(subject)
      count++
    }
    return count
  }
  const entities = await compare(readEntities(database, ontology, state))
  const statements = await compare(readStatements(database, ontology, state))
  for (const subject of left.keys()) tell(`The copy has ${subject}, which the graph does not have.`)
  return { differences, entities, statements }
}

/** The JSON of a value, whatever the order of its keys. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
}
