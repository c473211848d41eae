import type { Property } from '../schema/ontology.ts'
import { agrees, isComparable } from './claimValue.ts'
import type { Recorded } from './recordedValues.ts'
import { type Placed, type Seed, type SeedRecord, type SeedStatement, type Translations, textOf } from './seed.ts'

/** The rule that holds claims against the record: the source of what it concludes. */
export const rule = 'rule/claims-against-the-record'

/** A claim of a source about one property of one entity. */
interface Claim {
  readonly record: SeedRecord
  readonly statement: SeedStatement
  readonly property: string
  readonly value: string
}

/**
 * Keeps both sides where a claim differs from the record of what it is about: adds what the record says as a claim of its
 * own, and ranks the two. Nothing is concluded from a claim that agrees, or where the record is silent.
 */
export async function addRecordClaims(
  given: Seed,
  findRecorded: (ids: readonly string[]) => Promise<ReadonlyMap<string, Recorded>>,
): Promise<Seed> {
  const seed = withoutConclusions(given)
  const claims = readClaims(seed)
  if (!claims.length) return seed
  const recorded = await findRecorded([...new Set(claims.map(({ statement }) => statement.to))])
  const ranked = new Map<SeedStatement, SeedStatement>()
  const added: { record: SeedRecord; statement: SeedStatement }[] = []
  for (const group of groupClaims(claims)) {
    const [{ statement, property: name }] = group
    const own = recorded.get(statement.to)
    const [property, value] = [own?.property(name), own?.value(name)]
    if (!own || !property || !isComparable(property) || value === undefined) continue
    const rivals = group.filter(claim => !agrees(property, claim.value, value))
    if (!rivals.length) continue
    added.push(concludeClaim(rivals as [Claim, ...Claim[]], own, property, value))
    for (const claim of rivals) ranked.set(claim.statement, rankBelow(claim, value, own.days))
  }
  return {
    ...seed,
    records: [...seed.records, ...added.map(({ record }) => record)],
    statements: [...seed.statements.map(statement => ranked.get(statement) ?? statement), ...added.map(each => each.statement)],
  }
}

/** Whether the rule, and no editor, gave this reason for a rank of a claim about this entity. */
export function isReasonOfRule(reason: string, about: string): boolean {
  return [standing(about), differing(about)].some(beginning => reason.startsWith(beginning))
}

const standing = (about: string) => `It stands in the record of ${about}, `
const differing = (about: string) => `The record of ${about} gives `

/** Leaves out what the rule concluded before, as a set of files that was exported or a graph holds it. */
function withoutConclusions(seed: Seed): Seed {
  const concluded = seed.statements.filter(statement => textOf(statement, 'source') === rule)
  const claims = new Set(concluded.map(({ from }) => from))
  return {
    ...seed,
    records: seed.records.filter(({ id }) => !claims.has(id)),
    statements: seed.statements.filter(({ from }) => !claims.has(from)).map(withoutRank),
  }
}

function withoutRank(statement: SeedStatement): SeedStatement {
  const rank = statement.properties.get('rank')
  if (!rank || !isReasonOfRule(textOf(statement, 'rankReason') ?? '', statement.to)) return statement
  const { rankReason: _, ...kept } = Object.fromEntries(statement.properties)
  return { ...statement, properties: new Map(Object.entries({ ...kept, rank: { ...rank, value: 'NORMAL' } })) }
}

function readClaims({ records, statements }: Seed): Claim[] {
  const byId = new Map(records.filter(({ type }) => type.name === 'Claim').map(record => [record.id, record]))
  return statements.flatMap(statement => {
    const record = statement.type.name === 'CLAIMS' ? byId.get(statement.from) : undefined
    const [property, value] = record ? [textOf(record, 'property'), textOf(record, 'value')] : []
    return record && property !== undefined && value !== undefined ? [{ record, statement, property, value }] : []
  })
}

/** The claims about each property of each entity, in the order of their ids. */
function groupClaims(claims: readonly Claim[]): Iterable<[Claim, ...Claim[]]> {
  const groups = new Map<string, [Claim, ...Claim[]]>()
  for (const claim of [...claims].sort((a, b) => (a.record.id < b.record.id ? -1 : 1))) {
    const key = `${claim.statement.to} ${claim.property}`
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return groups.values()
}

function concludeClaim(
  rivals: readonly [Claim, ...Claim[]],
  { label, sources }: Recorded,
  property: Property,
  value: string,
): { record: SeedRecord; statement: SeedStatement } {
  const [first] = rivals
  const { to, field, type } = first.statement
  const { at } = first.record
  const place = (properties: Record<string, Placed['value']>): Map<string, Placed> =>
    new Map(Object.entries(properties).map(([name, placed]) => [name, { value: placed, at }]))
  const others = rivals.map(claim => `${textOf(claim.record, 'claimedBy')} gives ${claim.value}`).join('; ')
  const record = {
    type: first.record.type,
    id: `${first.record.id}/record`,
    at,
    properties: place({ label: labelOf(label, property, value), property: property.name, value, claimedBy: to, sources }),
    derived: new Map<string, string>(),
  }
  // An editor may have preferred another claim; then the record is not above it.
  const outranked = rivals.some(claim => textOf(claim.statement, 'rank') === 'PREFERRED')
  const statement = place({
    basis: 'INFERRED',
    source: rule,
    rank: outranked ? 'NORMAL' : 'PREFERRED',
    rankReason: `${standing(to)}from the sources of that record. ${others}.`,
  })
  const node = { id: to, at: first.statement.node.at }
  return { record, statement: { type, from: record.id, to, at, properties: statement, field, owner: record, node } }
}

function labelOf(label: Translations, { name }: Property, value: string): Translations {
  return Object.fromEntries(Object.entries(label).map(([language, text]) => [language, `${text}: ${name} ${value}`]))
}

/** The statement of a claim that differs, set aside unless its editor has ranked it. */
function rankBelow({ statement, value }: Claim, recorded: string, days: Recorded['days']): SeedStatement {
  const rank = statement.properties.get('rank')
  if (rank?.value !== 'NORMAL') return statement
  const { at } = rank
  // Sources often give the day of another step of the same act.
  const [meant] = Object.entries(days).find(([, day]) => day === value) ?? []
  const reason = `${differing(statement.to)}${recorded}${meant ? `; ${value} is its ${meant}` : ''}.`
  const set: [string, Placed][] = [
    ['rank', { value: 'DEPRECATED', at }],
    ['rankReason', { value: reason, at }],
  ]
  return { ...statement, properties: new Map([...statement.properties, ...set]) }
}
