import { distance } from 'fastest-levenshtein'
import { sortWords } from './findCandidates.ts'
import type { Named } from './named.ts'

/** What stands around an entity: statements to others, by type and direction. */
export interface Surroundings {
  /** How many statements there are of it. */
  readonly statements: number
  readonly neighbours: readonly (readonly [type: string, outward: boolean, other: string])[]
}

/** One thing that speaks for or against two entities being one. */
export interface Evidence {
  readonly reason: string
  /** How much it says, from 0 to 1: what speaks for them brings the score so far nearer to 1, what speaks against them takes so much of it away. */
  readonly weight: number
  readonly speaks: 'FOR' | 'AGAINST'
}

/** How likely it is that two entities are one, with the reasons. */
export interface Judgement {
  readonly score: number
  readonly evidence: readonly Evidence[]
}

const weights = {
  ...{ identifier: 0.9, sameAs: 0.9, label: 0.7, name: 0.5, shortName: 0.3, words: 0.5, near: 0.4, neighbour: 0.1 },
  ...{ otherIdentifier: 0.8, otherKind: 0.1, related: 0.7, undone: 0.8 },
}
const shortName = 5
const longName = 14
const mostNeighbours = 4
const mostNamed = 3

/** Weighs all that is known of two entities; the same two always come to the same score. */
export function judgePair(a: Named, b: Named, around: { a: Surroundings; b: Surroundings }, undone?: string): Judgement {
  const found = [
    ...judgeIdentifiers(a, b),
    ...judgeNames(a, b),
    ...judgeSurroundings(a, b, around),
    ...judgeKinds(a, b),
    ...(undone === undefined ? [] : [against(weights.undone, `they were merged before, and that was undone (${undone})`)]),
  ]
  return { score: weigh(found), evidence: found }
}

/** The best score that two entities can come to, whatever stands around them: most pairs need not be looked at further. */
export function boundPair(a: Named, b: Named): number {
  const neighbours = speaksFor(weights.neighbour * mostNeighbours, 'what could stand around both')
  return weigh([...judgeIdentifiers(a, b), ...judgeNames(a, b), ...judgeKinds(a, b), neighbours])
}

function weigh(evidence: readonly Evidence[]): number {
  const [doubt, trust] = (['FOR', 'AGAINST'] as const).map(side =>
    evidence.filter(({ speaks }) => speaks === side).reduce((left, { weight }) => left * (1 - weight), 1),
  ) as [number, number]
  return Math.round((1 - doubt) * trust * 100) / 100
}

function judgeIdentifiers(a: Named, b: Named): Evidence[] {
  const own = [...a.identifiers].flatMap(([property, value]) => {
    const other = b.identifiers.get(property)
    if (other === undefined) return []
    return other === value
      ? [speaksFor(weights.identifier, `both have the ${property} ${value}`)]
      : [against(weights.otherIdentifier, `their ${property} differs: ${value} and ${other}`)]
  })
  const shared = a.sameAs.filter(address => b.sameAs.includes(address))
  return [...own, ...shared.slice(0, 1).map(address => speaksFor(weights.sameAs, `both are said to be ${address}`))]
}

/** The best of what their names have in common. */
function judgeNames(a: Named, b: Named): Evidence[] {
  const pairs = [...a.names].flatMap(([name, of]) => [...b.names].map(([other, ofOther]) => ({ name, of, other, ofOther })))
  const compared = pairs.flatMap(({ name, of, other, ofOther }) => {
    const written = of.written === ofOther.written ? `“${of.written}”` : `“${of.written}” and “${ofOther.written}”`
    if (name === other) {
      const weight = name.length < shortName ? weights.shortName : of.main && ofOther.main ? weights.label : weights.name
      return [speaksFor(weight, `a name of both is ${written}`)]
    }
    if (sortWords(name) === sortWords(other)) return [speaksFor(weights.words, `the same words in another order: ${written}`)]
    return isNear(name, other) ? [speaksFor(weights.near, `names that are nearly the same: ${written}`)] : []
  })
  const [best] = compared.sort((one, two) => two.weight - one.weight)
  return best ? [best] : []
}

function isNear(name: string, other: string): boolean {
  const shorter = Math.min(name.length, other.length)
  const allowed = shorter < shortName ? 0 : shorter < longName ? 1 : 2
  // Numbers tell things apart: "directorate 1" is not a slip for "directorate 2".
  const digits = (text: string): string => text.replace(/\D+/g, ' ').trim()
  return Math.abs(name.length - other.length) <= allowed && digits(name) === digits(other) && distance(name, other) <= allowed
}

function judgeSurroundings(a: Named, b: Named, around: { a: Surroundings; b: Surroundings }): Evidence[] {
  const others = new Set(around.b.neighbours.map(neighbour => neighbour.join(' ')))
  const shared = around.a.neighbours.filter(neighbour => others.has(neighbour.join(' ')))
  const between = around.a.neighbours.filter(([, , other]) => other === b.id)
  const named = shared
    .slice(0, mostNamed)
    .map(([type, outward, other]) => (outward ? `${type} to ${other}` : `${type} from ${other}`))
  const more = shared.length > mostNamed ? ` and ${shared.length - mostNamed} more` : ''
  return [
    ...(shared.length > 0
      ? [speaksFor(weights.neighbour * Math.min(shared.length, mostNeighbours), `both have ${named.join(', ')}${more}`)]
      : []),
    ...between.slice(0, 1).map(([type]) => against(weights.related, `a statement joins them: ${type}, ${a.id} and ${b.id}`)),
  ]
}

function judgeKinds(a: Named, b: Named): Evidence[] {
  return [...a.kinds].flatMap(([property, value]) => {
    const other = b.kinds.get(property)
    return other === undefined || other === value
      ? []
      : [against(weights.otherKind, `their ${property} differs: ${value} and ${other}`)]
  })
}

function speaksFor(weight: number, reason: string): Evidence {
  return { speaks: 'FOR', weight, reason }
}

function against(weight: number, reason: string): Evidence {
  return { speaks: 'AGAINST', weight, reason }
}
