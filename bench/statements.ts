import { type Domain, type NodeLabel, skew } from './domain.ts'

/** A relationship: its ends as the numbers of nodes, and the properties of its own type. */
export interface Statement {
  readonly from: number
  readonly to: number
  readonly own?: string | number
}

/** The relationships of one kind: their type, the name of their own property, and how they are drawn. */
export interface StatementSource {
  readonly type: string
  readonly own?: string
  draw(domain: Domain): Iterable<Statement>
}

const roles = ['LEAD', 'CO_LEAD', 'OPERATOR', 'CHANNEL', 'SUPPORT', 'CONSULTED', 'ADDRESSEE', 'SUPERVISOR']

/** All relationships of the graph, four to five for each node. */
export const statementSources: readonly StatementSource[] = [
  { type: 'CONTAINS', own: 'order:int', draw: contains },
  { type: 'STATED_IN', draw: statedIn },
  {
    type: 'HANDLES',
    own: 'role',
    draw: domain =>
      toMany(domain, 'Commitment', 'Institution', skew.institution, 1, { least: 1, largest: 4 }, { reverse: true, own: roles }),
  },
  {
    type: 'CONCERNS',
    own: 'aspect',
    draw: domain =>
      toMany(domain, 'Commitment', 'LegalInstrument', skew.instrument, 2, { least: 1, largest: 2 }, { own: ['LEGAL_BASIS'] }),
  },
  {
    type: 'CONCERNS',
    own: 'aspect',
    draw: domain =>
      toMany(domain, 'Commitment', 'LegalInstrument', skew.instrument, 3, { least: 0, largest: 2 }, { own: ['SUBJECT'] }),
  },
  {
    type: 'CONCERNS',
    own: 'aspect',
    draw: domain =>
      toMany(domain, 'Commitment', 'InformationSystem', skew.system, 4, { least: 0, largest: 1 }, { own: ['SUBJECT'] }),
  },
  { type: 'ABOUT', draw: domain => toMany(domain, 'Commitment', 'Theme', skew.theme, 5, { least: 1, largest: 3 }) },
  {
    type: 'MADE_BY',
    own: 'capacity',
    draw: domain =>
      toMany(domain, 'Commitment', 'Institution', skew.institution, 6, { least: 1, largest: 2 }, { own: ['PARTY', 'CO_ACTOR'] }),
  },
  {
    type: 'TRIGGERED',
    draw: domain => toMany(domain, 'Commitment', 'Event', skew.event, 7, { least: 0, largest: 1 }, { reverse: true }),
  },
  { type: 'PART_OF', draw: partOf },
  { type: 'LOCATED_IN', draw: domain => toMany(domain, 'Institution', 'Place', skew.place, 8, { least: 1, largest: 1 }) },
  { type: 'LOCATED_IN', draw: domain => toMany(domain, 'Event', 'Place', skew.place, 9, { least: 1, largest: 1 }) },
  { type: 'GOVERNS', draw: governs },
  { type: 'AMENDS', draw: amends },
  {
    type: 'PARTICIPATED_IN',
    draw: domain => toMany(domain, 'Event', 'Institution', skew.institution, 10, { least: 1, largest: 4 }, { reverse: true }),
  },
  {
    type: 'PARTICIPATED_IN',
    draw: domain => toMany(domain, 'Event', 'Person', 0.5, 11, { least: 0, largest: 2 }, { reverse: true }),
  },
]

/** From each node of one type to some of another, the low-numbered ones most often. */
function* toMany(
  domain: Domain,
  one: NodeLabel,
  other: NodeLabel,
  exponent: number,
  purpose: number,
  { least, largest }: { readonly least: number; readonly largest: number },
  { reverse = false, own }: { readonly reverse?: boolean; readonly own?: readonly string[] } = {},
): Iterable<Statement> {
  for (let index = 0; index < domain.counts[one]; index++) {
    const random = domain.random(one, index, purpose)
    const start = domain.number(one, index)
    for (const found of random.zipfs(random.between(least, largest), domain.counts[other], exponent)) {
      const end = domain.number(other, found)
      const said = own ? { own: random.pick(own) } : {}
      yield reverse ? { from: end, to: start, ...said } : { from: start, to: end, ...said }
    }
  }
}

function* contains(domain: Domain): Iterable<Statement> {
  for (let passage = 0; passage < domain.counts.Passage; passage++)
    yield {
      from: domain.number('Document', domain.documentOf(passage)),
      to: domain.number('Passage', passage),
      own: domain.orderOf(passage),
    }
}

function* statedIn(domain: Domain): Iterable<Statement> {
  for (let commitment = 0; commitment < domain.counts.Commitment; commitment++) {
    const passage = domain.passageOf(commitment)
    const from = domain.number('Commitment', commitment)
    yield { from, to: domain.number('Passage', passage) }
    // One in ten is said again in the passage before.
    if (commitment % 10 === 0 && passage > 0) yield { from, to: domain.number('Passage', passage - 1) }
  }
}

/** A tree of institutions: each but the first belongs to one of lower number. */
function* partOf(domain: Domain): Iterable<Statement> {
  for (let index = 1; index < domain.counts.Institution; index++) {
    const parent = domain.random('Institution', index, 12).zipf(index, 0.8)
    yield { from: domain.number('Institution', index), to: domain.number('Institution', parent) }
  }
}

function* governs(domain: Domain): Iterable<Statement> {
  for (let index = 0; index < domain.counts.Institution; index++) {
    const instrument = domain.random('Institution', index, 13).between(0, domain.counts.LegalInstrument - 1)
    yield { from: domain.number('LegalInstrument', instrument), to: domain.number('Institution', index) }
  }
}

/** Four instruments in five amend an older one. */
function* amends(domain: Domain): Iterable<Statement> {
  for (let index = 1; index < domain.counts.LegalInstrument; index++) {
    const random = domain.random('LegalInstrument', index, 14)
    if (!random.chance(0.8)) continue
    const older = random.zipf(index, 0.8)
    yield { from: domain.number('LegalInstrument', index), to: domain.number('LegalInstrument', older) }
  }
}
