import { findNeighbours, listOfType } from '../cypher/reconcile.ts'
import type { Database } from '../database/connect.ts'
import type { NodeType, Ontology } from '../schema/ontology.ts'
import { findCandidates, type Pair } from './findCandidates.ts'
import { boundPair, type Evidence, judgePair, type Surroundings } from './judgePair.ts'
import { type Merge, readMerges } from './merges.ts'
import { type Named, readNamed } from './named.ts'

/** Two entities that may be one, and why. */
export interface Duplicate {
  readonly type: string
  /** The one that would stay: that with more statements, or else with more identifiers, or else with the lesser id. */
  readonly kept: string
  readonly lost: string
  readonly score: number
  readonly evidence: readonly Evidence[]
}

const rowsAtOnce = 2000
const pairsAtOnce = 2000
const mostNeighbours = 500

/** The pairs of one type whose score is `least` or more, the likeliest first; those of one score by their ids. */
export async function proposeDuplicates(
  database: Database,
  ontology: Ontology,
  type: NodeType,
  least: number,
): Promise<Duplicate[]> {
  const all = new Map((await readAll(database, type)).map(named => [named.id, named]))
  const undone = (await readMerges(database)).filter(({ undoneRevision }) => undoneRevision !== null)
  const candidates = findCandidates([...all.values()]).filter(([a, b]) => boundPair(all.get(a)!, all.get(b)!) >= least)
  const found: Duplicate[] = []
  for (let start = 0; start < candidates.length; start += pairsAtOnce) {
    const page = candidates.slice(start, start + pairsAtOnce)
    const around = await readSurroundings(database, ontology, page)
    for (const [a, b] of page) {
      const pair = [all.get(a)!, all.get(b)!] as const
      const [ofA, ofB] = [around.get(a), around.get(b)]
      // One that was removed since it was listed.
      if (!ofA || !ofB) continue
      const sides = { a: ofA, b: ofB }
      const { score, evidence } = judgePair(...pair, sides, undone.find(isOf(a, b))?.id)
      if (score < least) continue
      const [kept, lost] = rank(...pair, sides) ? [a, b] : [b, a]
      found.push({ type: type.name, kept, lost, score, evidence })
    }
  }
  return found.sort((one, two) => two.score - one.score || compare(one.kept, two.kept) || compare(one.lost, two.lost))
}

async function readAll(database: Database, type: NodeType): Promise<Named[]> {
  const all: Named[] = []
  for (let after = ''; ; after = all.at(-1)!.id) {
    const rows = await database.read({ text: listOfType(type), parameters: { after, first: rowsAtOnce } })
    for (const { id, properties } of rows) all.push(readNamed(type, String(id), properties as Record<string, unknown>))
    if (rows.length < rowsAtOnce) return all
  }
}

async function readSurroundings(
  database: Database,
  ontology: Ontology,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<string, Surroundings>> {
  const ids = [...new Set(pairs.flat())]
  const rows = await database.read({ text: findNeighbours(ontology), parameters: { ids, most: mostNeighbours } }, 300)
  return new Map(rows.map(({ id, ...around }) => [String(id), around as unknown as Surroundings]))
}

/** Whether the first of two is the one that would stay. */
function rank(a: Named, b: Named, around: { a: Surroundings; b: Surroundings }): boolean {
  const more = around.a.statements - around.b.statements || a.identifiers.size - b.identifiers.size
  return more > 0 || (more === 0 && a.id < b.id)
}

function isOf(a: string, b: string): (merge: Merge) => boolean {
  return ({ kept, lost }) => (kept === a && lost === b) || (kept === b && lost === a)
}

function compare(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0
}
