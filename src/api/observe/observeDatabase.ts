import type { Database } from '../../database/connect.ts'

/** Hears when a statement or a transaction has ended. */
export type HearStatement = (kind: string, milliseconds: number, failed: boolean) => void
/** Runs a call to the database, inside whatever is to be known around it. */
export type Around = <T>(kind: string, given: readonly unknown[], call: () => Promise<T>) => Promise<T>

/** How many Bolt connections this process uses: one for each statement or transaction under way. */
export interface BoltUse {
  inUse: number
  mostInUse: number
}

const kinds = ['read', 'readValues', 'readLatest', 'readSettled', 'write', 'administer']

/** The same database; each call is timed and counted, and runs inside `around` when that is given. */
export function observeDatabase(
  database: Database,
  hear: HearStatement,
  around?: Around,
): { readonly database: Database; readonly use: BoltUse } {
  const use: BoltUse = { inUse: 0, mostInUse: 0 }
  const observed = new Map<PropertyKey, unknown>(
    kinds.map(kind => {
      const call = (...given: unknown[]) => observe(kind, () => callOn(database, kind, given))
      return [kind, around ? (...given: unknown[]) => around(kind, given, () => call(...given)) : call]
    }),
  )
  // What is not observed, such as the end, goes to the database itself.
  const seen = new Proxy(database, {
    get(target, name) {
      const value = observed.get(name) ?? Reflect.get(target, name)
      return typeof value === 'function' && !observed.has(name) ? value.bind(target) : value
    },
  })
  return { database: seen, use }

  async function observe<T>(kind: string, call: () => Promise<T>): Promise<T> {
    const startedAt = performance.now()
    use.inUse++
    if (use.inUse > use.mostInUse) use.mostInUse = use.inUse
    let failed = true
    try {
      const answer = await call()
      failed = false
      return answer
    } finally {
      use.inUse--
      hear(kind, performance.now() - startedAt, failed)
    }
  }
}

function callOn(database: Database, kind: string, given: unknown[]): Promise<unknown> {
  const method = Reflect.get(database, kind) as (...given: unknown[]) => Promise<unknown>
  return method.apply(database, given)
}
