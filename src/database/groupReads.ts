import { availableParallelism } from 'node:os'
import type { BatchTemplate } from '../cypher/printBatch.ts'
import type { CypherStatement } from '../cypher/statement.ts'
import type { Database } from './connect.ts'

/** One read that may be done together with others of its kind. */
export interface GroupableRead {
  readonly statement: CypherStatement
  /** The same object for all that differ from it in nothing but their parameters. */
  readonly kind: object
  /** How several of its kind run together; undefined when it runs alone. */
  readonly batch: BatchTemplate | undefined
}

/** A read that is to be done, with all who wait for it. */
interface Waiting {
  readonly read: GroupableRead
  readonly asked: Asked[]
}

interface Asked {
  readonly resolve: (values: readonly unknown[]) => void
  readonly reject: (error: unknown) => void
}

/** Reads of which only so many are under way at once. */
interface Lane {
  readonly most: number
  running: number
  /** What waits, by kind and then by its parameters, as JSON. */
  readonly queues: Map<object, Map<string, Waiting>>
}

/** Reads that go together in one statement. */
type Group = readonly [Waiting, ...Waiting[]]

/** How reads are grouped. */
export interface GroupLimits {
  /** So many statements for reads that go together are under way at once, and so many for those that go one by one. */
  readonly mostShared: number
  readonly mostAlone: number
  readonly mostTogether: number
  /**
   * So long may a group take, in milliseconds: its answers come all at once, so a quick one waits for the slow ones. By then the
   * fixed cost of a statement, which is what a group saves, is small beside the rest.
   */
  readonly longestGroup: number
}

/** As a service groups them. */
export const usualGroups: GroupLimits = { mostShared: 4, mostAlone: 12, mostTogether: 16, longestGroup: 50 }

/** The same where Neo4j has the processors of this machine: statements beyond those would only wait for each other, and reads that wait here go together. */
export const groupsBesideNeo4j: GroupLimits = {
  ...usualGroups,
  mostShared: Math.min(usualGroups.mostShared, Math.max(2, availableParallelism())),
}

/**
 * Runs reads at once while few are under way; while many are, those that wait are grouped by kind and go in one statement
 * each, so that a busy service spends the fixed cost of a statement once for several requests. Of those that wait, equal ones are done once:
 * such a read has not begun when the last of them comes, so it shows all that any of them must. Nobody waits for company.
 */
export class GroupedReads {
  readonly #shared: Lane
  /** Reads that go one by one, or are slow, gain nothing from waiting, so more of them may be under way; quick ones do not wait for them. */
  readonly #alone: Lane
  /** How long one read of a kind took of late, in milliseconds, its share of a group counted. */
  readonly #durations = new WeakMap<object, number>()

  constructor(
    readonly database: Database,
    readonly timeoutSeconds: number,
    readonly limits: GroupLimits,
  ) {
    this.#shared = { most: limits.mostShared, running: 0, queues: new Map() }
    this.#alone = { most: limits.mostAlone, running: 0, queues: new Map() }
  }

  /** The values that the statement returns in its one row. */
  run(read: GroupableRead): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      const asked = { resolve, reject }
      const lane = this.#largestGroup(read) > 1 ? this.#shared : this.#alone
      if (lane.running < lane.most) {
        this.#start(lane, [{ read, asked: [asked] }])
        return
      }
      const queue = lane.queues.get(read.kind) ?? new Map<string, Waiting>()
      lane.queues.set(read.kind, queue)
      const parameters = JSON.stringify(read.statement.parameters)
      const equal = queue.get(parameters)
      if (equal) equal.asked.push(asked)
      else queue.set(parameters, { read, asked: [asked] })
    })
  }

  #start(lane: Lane, group: Group): void {
    lane.running++
    const began = performance.now()
    const done = group.length === 1 ? this.#runOne(group[0]) : this.#runTogether(group)
    void done.finally(() => {
      lane.running--
      this.#noteDuration(group, performance.now() - began)
      this.#startNext(lane)
    })
  }

  /** The kind that has waited longest goes next. */
  #startNext(lane: Lane): void {
    const [next] = lane.queues
    if (!next) return
    const [kind, queue] = next
    lane.queues.delete(kind)
    const [first, ...others] = queue.values()
    const group: [Waiting, ...Waiting[]] = [first!]
    const most = this.#largestGroup(first!.read)
    for (const waiting of others) if (group.length < most && goTogether(waiting, first!)) group.push(waiting)
    const left = [...queue].filter(([, waiting]) => !group.includes(waiting))
    if (left.length > 0) lane.queues.set(kind, new Map(left))
    this.#start(lane, group)
  }

  #noteDuration([{ read }, ...others]: Group, took: number): void {
    if (!read.batch) return
    const each = took / (others.length + 1)
    const before = this.#durations.get(read.kind) ?? each
    // The first of a kind wait for their plan to be made; so what was quicker counts at once, what was slower little by little.
    this.#durations.set(read.kind, Math.min(each, before + (each - before) / 8))
  }

  /** As many reads of a kind as are likely to be done in time. */
  #largestGroup({ kind, batch }: GroupableRead): number {
    const each = batch && this.#durations.get(kind)
    const { mostTogether, longestGroup } = this.limits
    return each === undefined ? 1 : Math.max(1, Math.min(mostTogether, Math.floor(longestGroup / each)))
  }

  async #runOne({ read, asked }: Waiting): Promise<void> {
    try {
      const [values] = await this.database.readValues(read.statement, this.timeoutSeconds)
      for (const { resolve } of asked) resolve(values as readonly unknown[])
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }

  async #runTogether(group: Group): Promise<void> {
    const { batch, statement } = group[0].read
    const { text, shared, own } = batch!
    const common = pick(statement, shared)
    const each = group.map(({ read }, i) => ({ ...pick(read.statement, own), i }))
    try {
      const rows = await this.database.readValues({ text, parameters: { ...common, batch: each } }, this.timeoutSeconds)
      for (const [index, values] of rows as [number, readonly unknown[]][])
        for (const { resolve } of group[index]!.asked) resolve(values)
    } catch {
      // One of them may be at fault, which must not harm the others.
      await Promise.all(group.map(waiting => this.#runOne(waiting)))
    }
  }
}

/** Page sizes and days must be the same for all of a batch. */
function goTogether(one: Waiting, other: Waiting): boolean {
  const shared = one.read.batch?.shared ?? []
  return shared.every(name => same(one.read.statement.parameters[name], other.read.statement.parameters[name]))
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function pick({ parameters }: CypherStatement, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map(name => [name, parameters[name]]))
}
