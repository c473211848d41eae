import { uniqueProperties } from '../schema/uniqueProperties.ts'
import { printPlace, type Report } from './problem.ts'
import type { Seed, SeedRecord, SeedStatement } from './seed.ts'
import { keyOf } from './statementRecord.ts'

/** Reports what is given twice: ids, unique values and statements, each with the place of the first. */
export function checkIds({ records, statements }: Seed, report: Report): void {
  const ids = new Map<string, SeedRecord>()
  const unique = new Map<string, SeedRecord>()
  for (const record of records) {
    if (record.id) checkId(record)
    for (const { name } of uniqueProperties(record.type)) checkUnique(record, name)
  }
  const keys = new Map<string, SeedStatement>()
  for (const statement of statements) {
    const key = keyOf(statement)
    const first = keys.get(key)
    const { at, from, to, type } = statement
    if (first)
      report(
        at,
        `${from} ${type.name} ${to} is said already at ${printPlace(first.at)}, with the same \`validFrom\` and the same role.`,
      )
    else keys.set(key, statement)
  }

  function checkId(record: SeedRecord): void {
    // Ids that differ only in case would be told apart by the graph but not by people.
    const first = ids.get(record.id.toLowerCase())
    if (!first) ids.set(record.id.toLowerCase(), record)
    else if (first.id === record.id) report(record.at, `${record.id} stands already at ${printPlace(first.at)}.`)
    else report(record.at, `${record.id} differs only in case from ${first.id} at ${printPlace(first.at)}.`)
  }

  function checkUnique(record: SeedRecord, name: string): void {
    const given = record.properties.get(name)
    if (!given) return
    const first = unique.get(`${record.type.name} ${name} ${given.value}`)
    if (!first) unique.set(`${record.type.name} ${name} ${given.value}`, record)
    else if (first.id !== record.id)
      report(
        given.at,
        `\`${name}\` ${given.value} is that of ${first.id} at ${printPlace(first.properties.get(name)!.at)} already.`,
      )
  }
}
