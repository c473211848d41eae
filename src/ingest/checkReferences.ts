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
export function* referencesOf({ records, statements }: Seed): Generator<string> {
  for (const statement of statements) {
    yield statement.node.id
    if (statement.alone) yield statement.owner.id
    for (const { value } of placesOf(statement, ['source'])) if (idOf.test(value)) yield value
  }
  for (const record of records) for (const { value } of placesOf(record, sources)) if (idOf.test(value)) yield value
}

function placesOf({ properties }: SeedRecord | SeedStatement, names: readonly string[]): { value: string; at: Place }[] {
  return names.flatMap(name => {
    const placed = properties.get(name)
    if (!placed) return []
    const values = Array.isArray(placed.value) ? placed.value : [placed.value]
    return values.map((value, index) => ({ value: String(value), at: placed.items?.[index] ?? placed.at }))
  })
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text)
}
