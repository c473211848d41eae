import type { BatchTemplate } from '../cypher/printBatch.ts'
import type { CypherStatement } from '../cypher/statement.ts'
import type { Database } from './connect.ts'

/** One read that may be done together with others of its kind. */
export interface GroupableRead {
  readonly statement: CypherStatement
  /** How several of its kind run together; undefined when it runs alone. */
  readonly batch: BatchTemplate | undefined
}

interface Waiting {
  readonly read: GroupableRead
  readonly resolve: (values: readonly unknown[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs reads at once while few are under way; while many are, those that wait are grouped by kind and go in one statement
 * each, so that a busy service spends the fixed cost of a statement once for several requests. Nobody waits for company.
 */
export class GroupedReads {
  #running = 0
  /** What waits, by kind: reads of one kind share a batch template, and one that runs alone is a kind of its own. */
  readonly #queues = new Map<object, Waiting[]>()

  constructor(
    readonly database: Database,
    readonly timeoutSeconds: number,
    readonly mostRunning = 4,
    readonly mostTogether = 16,
  ) {}

  /** The values that the statement returns in its one row. */
  run(read: GroupableRead): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      const waiting = { read, resolve, reject }
      if (this.#running < this.mostRunning) {
        this.#start([waiting])
        return
      }
      const kind = read.batch ?? waiting
      const queue = this.#queues.get(kind)
      if (queue) queue.push(waiting)
      else this.#queues.set(kind, [waiting])
    })
  }

  #start(group: readonly Waiting[]): void {
    this.#running++
    const done = group.length === 1 ? this.#runOne(group[0]!) : this.#runTogether(group)
    void done.finally(() => {
      this.#running--
      this.#startNext()
    })
  }

  /** The kind that has waited longest goes next. */
  #startNext(): void {
    const [next] = this.#queues
    if (!next) return
    const [kind, queue] = next
    this.#queues.delete(kind)
    const group = queue.filter(waiting => goTogether(waiting, queue[0]!)).slice(0, this.mostTogether)
    const rest = queue.filter(waiting => !group.includes(waiting))
    if (rest.length > 0) this.#queues.set(kind, rest)
    this.#start(group)
  }

  async #runOne({ read, resolve, reject }: Waiting): Promise<void> {
    try {
      const [values] = await this.database.readValues(read.statement, this.timeoutSeconds)
      resolve(values as readonly unknown[])
    } catch (error) {
      reject(error)
    }
  }

  async #runTogether(group: readonly Waiting[]): Promise<void> {
    const { batch, statement } = group[0]!.read
    const { text, shared, own } = batch!
    const common = pick(statement, shared)
    const each = group.map(({ read }, i) => ({ ...pick(read.statement, own), i }))
    try {
      const rows = await this.database.readValues({ text, parameters: { ...common, batch: each } }, this.timeoutSeconds)
      for (const row of rows as [number, readonly unknown[]][]) group[row[0]]!.resolve(row[1])
    } catch {
      // One of them may be at fault, which must not harm the others.
      await Promise.all(group.map(waiting => this.#runOne(waiting)))
    }
  }
}

/** Page sizes and days must be the same for all of a batch. */
function goTogether(one: Waiting, other: Waiting): boolean {
  if (one === other) return true
  const shared = one.read.batch?.shared ?? []
  return shared.every(name => same(one.read.statement.parameters[name], other.read.statement.parameters[name]))
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function pick({ parameters }: CypherStatement, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map(name => [name, parameters[name]]))
}
