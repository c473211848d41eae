import { type EntityRecord, type StatementRecord, statementKey } from '../../src/cypher/record.ts'
import { CypherDate } from '../../src/cypher/statement.ts'
import { lockLedger, readLedger } from '../../src/cypher/write.ts'
import type { Database } from '../../src/database/connect.ts'
import {
  type Difference,
  recordDifference,
  type StoredEntity,
  type StoredStatement,
} from '../../src/database/recordDifference.ts'
import type { Ontology } from '../../src/schema/ontology.ts'

/** Numbers that look random and are the same for the same seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const nothing: Difference = {
  nodesAdded: [],
  nodesChanged: [],
  nodesRemoved: [],
  statementsAdded: [],
  statementsChanged: [],
  statementsRemoved: [],
}

/** Writes one revision. */
export function writeRevision(database: Database, ontology: Ontology, difference: Partial<Difference>): Promise<number> {
  return database.write(async run => {
    await run({ text: lockLedger, parameters: {} })
    return recordDifference(
      run,
      ontology,
      { ...nothing, ...difference },
      { dataset: 'random', reason: 'RECODED', author: 'tests' },
    )
  })
}

/** An institution of this number. */
export function institution(number: number, label: string): EntityRecord {
  return { id: `institution/r${number}`, type: 'Institution', properties: { labelEn: label, kind: 'FORUM', searchEn: label } }
}

/** That one institution is part of another. */
export function partOf(from: string, to: string, properties: Readonly<Record<string, unknown>> = {}): StatementRecord {
  const said = { basis: 'CURATED', source: 'https://example.org', rank: 'NORMAL', ...properties }
  const validFrom = properties['validFrom'] instanceof CypherDate ? properties['validFrom'].iso : undefined
  const end = { type: 'PART_OF', from, to }
  return { ...end, key: statementKey(end, [], validFrom), properties: said }
}

/** The present version of a statement, as a difference names it. */
export function stored({ type, from, to, key }: StatementRecord, revision: number): StoredStatement {
  return { id: `statement/${key}@${revision}`, type, from, to, key }
}

/** A graph of institutions that are parts of each other, changed at random, one revision after the other. */
export class RandomHistory {
  readonly #entities = new Map<string, EntityRecord>()
  readonly #statements = new Map<string, { record: StatementRecord; stored: StoredStatement }>()
  readonly #random: (below: number) => number
  #last = 0
  #pending: { readonly difference: Difference; readonly revision: number } | undefined

  constructor(
    readonly database: Database,
    readonly ontology: Ontology,
    seed: number,
    readonly most = 60,
  ) {
    this.#random = randomNumbers(seed)
  }

  /** Writes one more revision; gives its number. */
  async step(): Promise<number> {
    await this.#settle()
    const difference = this.#decide()
    this.#pending = { difference, revision: this.#last + 1 }
    const revision = await writeRevision(this.database, this.ontology, difference)
    this.#settleAs(revision)
    return revision
  }

  /** A write of which nobody said whether it was done is asked for: the ledger knows. */
  async #settle(): Promise<void> {
    const [ledger] = await this.database.readLatest({ text: readLedger, parameters: {} })
    this.#settleAs(ledger?.['revision'] as number)
  }

  #settleAs(last: number): void {
    if (this.#pending?.revision === last) this.#remember(this.#pending.difference, last)
    this.#pending = undefined
    this.#last = last
  }

  #decide(): Difference {
    const random = this.#random
    const pick = <T>(items: Iterable<T>, share: number) => [...items].filter(() => random(100) < share)
    const nodesRemoved: StoredEntity[] =
      this.#entities.size > 8 ? pick(this.#entities.values(), 4).map(({ id, type }) => ({ id, type })) : []
    const gone = new Set(nodesRemoved.map(({ id }) => id))
    const statements = [...this.#statements.values()]
    const dangling = statements.filter(({ record }) => gone.has(record.from) || gone.has(record.to))
    const staying = statements.filter(statement => !dangling.includes(statement))
    const removed = pick(staying, 5)
    const changed = pick(
      staying.filter(statement => !removed.includes(statement)),
      10,
    )
    const nodesChanged = pick(this.#entities.values(), 6)
      .filter(({ id }) => !gone.has(id))
      .map(({ id }) => institution(Number(id.slice(13)), `Label ${random(1e6)}`))
    const free = Array.from({ length: this.most }, (_, number) => 100 + number).filter(
      number => !this.#entities.has(`institution/r${number}`),
    )
    const nodesAdded = pick(free, 10).map(number => institution(number, `Label ${random(1e6)}`))
    const present = [...this.#entities.keys(), ...nodesAdded.map(({ id }) => id)].filter(id => !gone.has(id))
    const added = new Map<string, StatementRecord>()
    for (let count = random(12); count > 0 && present.length > 1; count--) {
      const record = this.#invent(present[random(present.length)]!, present[random(present.length)]!)
      if (!this.#statements.has(record.key)) added.set(record.key, record)
    }
    const difference = {
      nodesAdded,
      nodesChanged,
      nodesRemoved,
      statementsAdded: [...added.values()],
      statementsChanged: changed.map(({ record, stored }) => ({
        stored,
        record: { ...record, properties: { ...record.properties, note: `Note ${random(1e6)}` } },
      })),
      statementsRemoved: [...dangling, ...removed].map(({ stored }) => stored),
    }
    // A revision always does something.
    const isEmpty = Object.values(difference).every(rows => rows.length === 0)
    return isEmpty ? { ...difference, nodesAdded: [institution(free[0] ?? 100 + this.most, 'One more')] } : difference
  }

  #invent(from: string, to: string): StatementRecord {
    const year = 2000 + this.#random(20)
    const validFrom = this.#random(2) ? { validFrom: new CypherDate(`${year}-01-01`) } : {}
    const validTo = this.#random(3) === 0 ? { validTo: new CypherDate(`${year + 5}-01-01`) } : {}
    return partOf(from, to, { ...validFrom, ...validTo, note: `Note ${this.#random(1e6)}` })
  }

  #remember(difference: Difference, revision: number): void {
    for (const { id } of difference.nodesRemoved) this.#entities.delete(id)
    for (const record of [...difference.nodesAdded, ...difference.nodesChanged]) this.#entities.set(record.id, record)
    for (const { key } of difference.statementsRemoved) this.#statements.delete(key)
    for (const record of [...difference.statementsAdded, ...difference.statementsChanged.map(changed => changed.record)])
      this.#statements.set(record.key, { record, stored: stored(record, revision) })
  }
}
