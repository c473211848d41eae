import type { Known } from './known.ts'
import { didYouMeanId } from './nearest.ts'
import type { Place, Report } from './problem.ts'
import type { Seed, SeedRecord, SeedStatement } from './seed.ts'
import { shorten } from './yamlValue.ts'

const idOf = /^[a-z]+\/[^/\s]/
/** Names a rule, which is no entity: the source of what it concludes. */
const rule = /^rule\/[a-z0-9-]+$/

/** Properties of records that take URLs and ids of entities. */
const sources = ['sources', 'claimedBy']
const addresses = ['sameAs', 'url']

/** Reports references to what is nowhere, and ends of a type that the relationship does not have. */
export function checkReferences({ records, statements }: Seed, known: Known, report: Report): void {
  for (const statement of statements) {
    checkEnds(statement)
    for (const { at, value } of placesOf(statement, ['source'])) checkSource(value, at)
  }
  for (const record of records) {
    for (const { at, value } of placesOf(record, sources)) checkSource(value, at)
    for (const { at, value } of placesOf(record, addresses))
      if (!isAddress(value)) report(at, `${shorten(value)} is not an address that begins with http:// or https://.`)
  }

  function checkEnds({ field, owner, node, from, to, alone }: SeedStatement): void {
    if (alone && known.typeOf(owner.id) === undefined) reportUnknown(owner.id, owner.at)
    const type = known.typeOf(node.id)
    if (type === undefined) reportUnknown(node.id, node.at)
    else if (from === to) report(node.at, `\`${field.name}\` points from ${owner.id} to itself.`)
    else if (!field.targets.includes(type))
      report(
        node.at,
        `\`${field.name}\` of ${owner.type.name} takes ${field.targets.join(' or ')}; ${node.id} is of type ${type}.`,
      )
  }

  function checkSource(source: string, at: Place): void {
    if (isAddress(source) || rule.test(source)) return
    if (!idOf.test(source))
      report(at, `A source is a URL or an id such as document/…, passage/… or rule/…, not ${shorten(source)}.`)
    else if (known.typeOf(source) === undefined) reportUnknown(source, at)
  }

  function reportUnknown(id: string, at: Place): void {
    if (known.complete) report(at, `There is no ${shorten(id)}.${didYouMeanId(id, known.ids())}`)
  }
}

/** The ids that a seed refers to, wherever they stand. */
export function referencesOf({ records, statements }: Seed): string[] {
  return [...statements.flatMap(referencesOfStatement), ...records.flatMap(referencesOfRecord)]
}

/** The ids that a statement refers to: its ends, unless it stands in one of them, and its source. */
export function referencesOfStatement(statement: SeedStatement): string[] {
  const ids = idsAmong(statement, ['source'])
  if (statement.alone) ids.push(statement.owner.id)
  ids.push(statement.node.id)
  return ids
}

/** The ids that a record gives as its sources. */
export function referencesOfRecord(record: SeedRecord): string[] {
  return idsAmong(record, sources)
}

function idsAmong(said: SeedRecord | SeedStatement, names: readonly string[]): string[] {
  return placesOf(said, names).flatMap(({ value }) => (idOf.test(value) ? [value] : []))
}

function placesOf({ properties }: SeedRecord | SeedStatement, names: readonly string[]): { value: string; at: Place }[] {
  const places: { value: string; at: Place }[] = []
  for (const name of names) {
    const placed = properties.get(name)
    if (!placed) continue
    if (Array.isArray(placed.value))
      placed.value.forEach((value, index) => places.push({ value: String(value), at: placed.items?.[index] ?? placed.at }))
    else places.push({ value: String(placed.value), at: placed.at })
  }
  return places
}

// Very many statements of a file have one source.
let lastAddress: string | undefined

function isAddress(text: string): boolean {
  if (text === lastAddress) return true
  if (!/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) return false
  lastAddress = text
  return true
}
