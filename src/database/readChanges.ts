import { type ChangePart, listChangeParts, startOf } from '../cypher/changeParts.ts'
import type { ChangePosition } from '../cypher/changePosition.ts'
import { type ChangeRange, type ChangeRow, printChanges, printLastRevision, printRevisions } from '../cypher/printChanges.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { Stored } from '../schema/publicForm.ts'
import { type Change, toChange } from './change.ts'
import type { Database, Run } from './connect.ts'

/** Which changes are asked for. */
export interface ChangesRequest {
  readonly after: ChangePosition
  readonly first: number
  /** Only those of these node types and relationship types; of all when absent. */
  readonly types?: readonly string[] | undefined
  /** Statements as of this day: those that do not hold then are as if they were not there. */
  readonly validAt?: string | undefined
  /** Only those of revisions that were made by this instant. */
  readonly knownAt?: string | undefined
}

/** Some changes in order. */
export interface ChangesPage {
  readonly changes: readonly Change[]
  /** Where the next page starts; beyond revisions in which nothing was that is asked for. */
  readonly end: ChangePosition
  readonly more: boolean
  /** The number of the last revision when the page was read. */
  readonly last: number
}

/** The position is of a revision that this graph does not have: it comes from another graph, or this one was restored. */
export class AheadError extends Error {
  constructor(
    readonly revision: number,
    readonly last: number,
  ) {
    super(`There is no revision ${revision} yet; the last one is ${last}.`)
  }
}

/** How many revisions one page looks through at most when only some types are asked for. */
const mostRevisions = 1000

/** Reads the changes that follow a position. It sees revisions whole, and costs what the page holds, however large they are. */
export async function readChanges(database: Database, ontology: Ontology, request: ChangesRequest): Promise<ChangesPage> {
  const { after, first, knownAt } = request
  const page = await database.readSettled(async (run, present) => {
    const [known] = knownAt === undefined ? [{ last: present }] : await run(printLastRevision(knownAt))
    const last = Number(known?.['last'] ?? 0)
    const filtered = request.types !== undefined || request.validAt !== undefined
    const listed = await run(
      printRevisions(after.part ? after.revision : after.revision + 1, last, filtered ? mostRevisions : first + 1),
    )
    const revisions = listed.map(({ revision }) => revision as Stored)
    const reader = new PageReader(run, ontology, request)
    await reader.read(revisions)
    const looked = Number(revisions.at(-1)?.['number'] ?? after.revision)
    return { changes: reader.changes, looked, last }
  })
  const { last, looked } = page
  if (after.revision > last) throw new AheadError(after.revision, last)
  const changes = page.changes.slice(0, first)
  const full = page.changes.length > first
  const end = full ? (changes.at(-1)?.position ?? after) : { revision: looked }
  return { changes: changes.map(({ change }) => change), end, more: full || looked < last, last }
}

interface Placed {
  readonly position: ChangePosition
  readonly change: Change
}

/** Reads the changes of revisions in order, until there is one more than the page holds. */
class PageReader {
  readonly changes: Placed[] = []

  constructor(
    readonly run: Run,
    readonly ontology: Ontology,
    readonly request: ChangesRequest,
  ) {}

  /** Small revisions are read together, large ones alone and only in part. */
  async read(revisions: readonly Stored[]): Promise<void> {
    const asked = revisions.filter(revision => this.#isAsked(revision))
    for (let next = 0; next < asked.length && this.#wanted > 0; ) {
      const together = this.#takeTogether(asked.slice(next))
      if (together.length > 0) await this.#readWhole(together)
      else await this.#readPart(asked[next]!)
      next += Math.max(together.length, 1)
    }
  }

  /** One more than the page holds tells that others follow. */
  get #wanted(): number {
    return this.request.first + 1 - this.changes.length
  }

  #isAsked({ types }: Stored): boolean {
    return !this.request.types || !Array.isArray(types) || types.some(type => this.request.types!.includes(String(type)))
  }

  #takeTogether(revisions: readonly Stored[]): readonly Stored[] {
    let total = 0
    const end = revisions.findIndex(revision => {
      total += countChanges(revision)
      return total > this.#wanted || (this.request.after.part && revision['number'] === this.request.after.revision)
    })
    return end < 0 ? revisions : revisions.slice(0, end)
  }

  async #readWhole(revisions: readonly Stored[]): Promise<void> {
    const byNumber = new Map(revisions.map(revision => [revision['number'] as number, revision]))
    const numbers = [...byNumber.keys()]
    const range = { from: numbers[0]!, to: numbers.at(-1)! }
    const found: Placed[] = []
    for (const part of this.#partsOf(revisions)) found.push(...(await this.#readRows(part, range, byNumber)))
    // The sort is stable, so parts keep their order within a revision.
    this.changes.push(...found.sort((one, other) => one.position.revision - other.position.revision))
  }

  async #readPart(revision: Stored): Promise<void> {
    const number = revision['number'] as number
    const { after } = this.request
    const reached = number === after.revision && after.part ? after : undefined
    for (const part of this.#partsOf([revision])) {
      const start = reached ? startOf(part, reached) : part.least
      if (start === null || this.#wanted <= 0) continue
      const range = { revision: number, after: start, limit: this.#wanted }
      this.changes.push(...(await this.#readRows(part, range, new Map([[number, revision]]))).slice(0, range.limit))
    }
  }

  #partsOf(revisions: readonly Stored[]): ChangePart[] {
    const parts = listChangeParts(this.ontology, this.request.types)
    const touched = revisions.map(({ types }) => types)
    const isTouched = (type: string) => touched.some(types => !Array.isArray(types) || types.includes(type))
    const count = (names: readonly string[]) => revisions.some(revision => names.some(name => revision[name] !== 0))
    return parts.filter(({ kind, name }) => {
      if (kind === 'statements') return isTouched(name)
      return count(kind === 'removed' ? ['nodesRemoved'] : ['nodesAdded', 'nodesChanged'])
    })
  }

  async #readRows(part: ChangePart, range: ChangeRange, revisions: ReadonlyMap<number, Stored>): Promise<Placed[]> {
    const rows = await this.run(printChanges(this.ontology, part, range, this.request.validAt))
    return pairRows(rows as unknown as ChangeRow[]).flatMap(row => {
      const revision = revisions.get(row.revision)
      const position = { revision: row.revision, part: part.name, key: row.key }
      return revision ? [{ position, change: toChange(this.ontology, revision, position, row) }] : []
    })
  }
}

function countChanges(revision: Stored): number {
  const names = ['nodesAdded', 'nodesChanged', 'nodesRemoved', 'statementsAdded', 'statementsChanged', 'statementsRemoved']
  return names.reduce((total, name) => total + Number(revision[name] ?? Number.POSITIVE_INFINITY), 0)
}

/** Joins what a revision superseded and what it recorded in its place, in the order of keys. */
function pairRows(rows: readonly ChangeRow[]): ChangeRow[] {
  const pairs = new Map<string, ChangeRow>()
  for (const row of rows) {
    const identity = `${row.revision} ${row.key}`
    const other = pairs.get(identity)
    pairs.set(identity, other ? { ...row, before: row.before ?? other.before, after: row.after ?? other.after } : row)
  }
  return [...pairs.values()].sort((a, b) => a.revision - b.revision || (a.key < b.key ? -1 : 1))
}
