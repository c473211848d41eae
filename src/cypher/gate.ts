import type { CypherStatement } from './statement.ts'

/**
 * How many gates a commit passes. Neo4j applies a commit piece by piece in the sight of readers, so who must see revisions
 * whole reads behind one of the gates, and who commits holds all of them. With one alone, readers would wait for each other.
 */
export const gates = 8

/** Holds all gates until the end of the transaction. Setting what is set changes nothing but takes the lock. */
export const closeGates = `UNWIND range(1, ${gates}) AS number
MERGE (gate:Gate { number: number })
SET gate.closes = true`

/** Holds one of the gates, and reads the number of the last revision: no commit is being applied until the transaction ends. */
export function passGate(): CypherStatement {
  return {
    text: `MERGE (gate:Gate { number: $gate })
SET gate.closes = true
WITH count(*) AS passed
OPTIONAL MATCH (ledger:Ledger { id: 'ledger' })
RETURN coalesce(ledger.revision, 0) AS last`,
    parameters: { gate: 1 + Math.floor(Math.random() * gates) },
  }
}
