import { mix, Random } from './random.ts'

/** Changes whenever the graph that is generated does, so that stored graphs of older versions are not reused. */
export const generatorVersion = 5

/** The node types of the generated graph, with their share of all nodes. */
const shares = {
  Commitment: 0.4,
  Passage: 0.25,
  LegalInstrument: 0.15,
  Institution: 0.05,
  Event: 0.05,
  Document: 0.04,
  Person: 0.035,
  Place: 0.01,
  Theme: 0.01,
  InformationSystem: 0.005,
} as const
export type NodeLabel = keyof typeof shares
export const nodeLabels = Object.keys(shares) as NodeLabel[]

/** How steeply the degrees fall from the most to the least related node, where they are skewed. */
export const skew = { institution: 1.15, instrument: 0.9, event: 0.7, theme: 0.9, system: 0.9, place: 1.1 } as const

const countries = ['FR', 'BE', 'DE', 'NL', 'LU', 'IT', 'ES', 'PT', 'AT', 'PL', 'SE', 'DK', 'FI', 'IE', 'CZ', 'GR']
const celexKinds = ['R', 'L', 'D']

/** A graph of so many nodes: how many of each type there are, and the id of each, without any of it in memory. */
export class Domain {
  readonly counts: Readonly<Record<NodeLabel, number>>
  readonly #offsets: Readonly<Record<NodeLabel, number>>

  constructor(readonly size: number) {
    const counts = {} as Record<NodeLabel, number>
    const offsets = {} as Record<NodeLabel, number>
    let offset = 0
    for (const label of nodeLabels) {
      counts[label] = Math.round(size * shares[label])
      offsets[label] = offset
      offset += counts[label]
    }
    this.counts = counts
    this.#offsets = offsets
  }

  /** The number of a node among all nodes. */
  number(label: NodeLabel, index: number): number {
    return this.#offsets[label] + index
  }

  /** The random stream of one node; `purpose` keeps what is drawn for one reader apart from the others. */
  random(label: NodeLabel, index: number, purpose = 0): Random {
    return new Random(nodeLabels.indexOf(label), index, purpose)
  }

  /** The document that holds a passage. */
  documentOf(passage: number): number {
    return Math.floor((passage * this.counts.Document) / this.counts.Passage)
  }

  /** The place of a passage in its document, from 1. */
  orderOf(passage: number): number {
    return passage - this.#firstBelow(this.documentOf(passage), this.counts.Document, this.counts.Passage) + 1
  }

  /** The passage that states a commitment. */
  passageOf(commitment: number): number {
    return Math.floor((commitment * this.counts.Passage) / this.counts.Commitment)
  }

  /** The id of the node with this number among all nodes. */
  idOf(number: number): string {
    const label = nodeLabels.findLast(known => this.#offsets[known] <= number)!
    return this.id(label, number - this.#offsets[label])
  }

  id(label: NodeLabel, index: number): string {
    const serial = String(index + 1).padStart(6, '0')
    switch (label) {
      case 'Document':
        return `document/${this.#slug(index)}`
      case 'Passage':
        return `passage/${this.#slug(this.documentOf(index))}/${String(this.orderOf(index)).padStart(2, '0')}`
      case 'Commitment': {
        const passage = this.passageOf(index)
        const letter = index - this.#firstBelow(passage, this.counts.Passage, this.counts.Commitment)
        return this.id('Passage', passage).replace('passage', 'commitment') + 'abcdefgh'[letter]
      }
      case 'LegalInstrument':
        return `instrument/${celex(index)}`
      case 'Event':
        return `event/${['liege', 'paris', 'brussels', 'vienna', 'lisbon'][index % 5]}-${dayOf('Event', index)}-${serial}`
      case 'Place':
        return index < countries.length ? `place/${countries[index]}` : `place/city-${serial}`
      case 'InformationSystem':
        return `system/s${serial}`
      default:
        return `${label.toLowerCase()}/b${serial}`
    }
  }

  #slug(document: number): string {
    const one = countries[document % countries.length]!.toLowerCase()
    const other = countries[(document * 7 + 1) % countries.length]!.toLowerCase()
    return `${one}-${other}-${dayOf('Document', document)}-${String(document + 1).padStart(5, '0')}`
  }

  /** The first of `many` rows that {@link documentOf} and {@link passageOf} map to this one of `few`. */
  #firstBelow(one: number, few: number, many: number): number {
    return Math.ceil((one * many) / few)
  }
}

/** The CELEX number of an instrument. */
export function celex(index: number): string {
  return `3${1980 + (index % 45)}${celexKinds[index % 3]}${String(Math.floor(index / 45) + 1).padStart(4, '0')}`
}

/** The day of a dated node. */
export function dayOf(label: NodeLabel, index: number): string {
  return dayFrom('2005-01-01', mix(nodeLabels.indexOf(label), index, 77) % 7300)
}

/** A day, so many after another. */
export function dayFrom(start: string, days: number): string {
  return new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10)
}
