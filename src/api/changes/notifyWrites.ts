import type { Database } from '../../database/connect.ts'

/** The same database, which says so when a write of this process is done, before its writer hears of it. */
export function notifyWrites(database: Database, written: () => void): Database {
  const write: Database['write'] = (work, goesOn, committed) =>
    database.write(work, goesOn, () => {
      written()
      committed?.()
    })
  return new Proxy(database, {
    get(target, name) {
      const value = name === 'write' ? write : Reflect.get(target, name)
      return typeof value === 'function' && name !== 'write' ? value.bind(target) : value
    },
  })
}
