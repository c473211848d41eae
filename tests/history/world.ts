import fc from 'fast-check'
import { CypherDate } from '../../src/cypher/statement.ts'
import type { Difference } from '../../src/database/recordDifference.ts'
import { entity, statement, storedAs } from '../setup/revise.ts'
import { type ModelEntity, type ModelStatement, Snapshot } from './model.ts'

const days = ['2017-01-01', '2018-06-11', '2019-12-12', '2025-03-01', '2031-01-01'] as const
const day = fc.constantFrom(...days)
const maybeDay = fc.option(day, { nil: undefined })

const put = fc.record({
  kind: fc.constant('put' as const),
  entity: fc.nat(7),
  word: fc.nat(3),
  variant: fc.nat(1),
  date: maybeDay,
  number: fc.option(fc.nat(1), { nil: undefined }),
})
const say = fc.record({
  kind: fc.constant('say' as const),
  slot: fc.nat(29),
  rank: fc.constantFrom('NORMAL', 'NORMAL', 'PREFERRED', 'DEPRECATED'),
  validTo: maybeDay,
  quote: fc.nat(2),
})
const retract = fc.record({ kind: fc.constant('retract' as const), slot: fc.nat(29) })
const remove = fc.record({ kind: fc.constant('remove' as const), entity: fc.nat(7) })

/** A change that may be tried on the graph; one that does not fit what stands is left out. */
const change = fc.oneof(
  { arbitrary: put, weight: 3 },
  { arbitrary: say, weight: 6 },
  { arbitrary: retract, weight: 2 },
  { arbitrary: remove, weight: 1 },
)
/** Most entities and some statements, so that few answers are empty. */
const beginning = fc
  .tuple(fc.array(put, { minLength: 12, maxLength: 12 }), fc.array(say, { minLength: 8, maxLength: 16 }))
  .map(([puts, says]) => [...puts, ...says])

/** A question that is asked after one of the steps, and again when all are written. */
const asked = fc.record({
  question: fc.nat(),
  step: fc.nat(),
  first: fc.nat(),
  second: fc.nat(),
  validAt: fc.option(day, { nil: undefined }),
  /** Whether it is asked again for the last instant before the next step, in place of that of the step. */
  late: fc.boolean(),
})

/** How many steps each history has; the steps of all histories of one run are written together, as one revision each. */
export const stepsOfHistory = 7

/** A random history: the changes of each step, and the questions asked meanwhile. */
export const history = fc.record({
  steps: fc
    .tuple(beginning, fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 6, maxLength: 6 }))
    .map(([first, later]) => [first, ...later]),
  asked: fc.array(asked, { minLength: 8, maxLength: 8 }),
})

export type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never
export type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never
export type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

const types = ['Institution', 'Commitment', 'LegalInstrument'] as const
const prefixes = { Institution: 'institution', Commitment: 'commitment', LegalInstrument: 'instrument' } as const

/** The small world of one history, under a name of its own, as it stands while the history is written. */
export class World {
  readonly ids: readonly string[]
  readonly #entities = new Map<string, ModelEntity>()
  readonly #statements = new Map<string, ModelStatement>()
  readonly #slots: readonly Pick<ModelStatement, 'type' | 'from' | 'to' | 'part' | 'validFrom'>[]

  constructor(readonly name: string) {
    this.ids = [...Array(8).keys()].map(index => `${prefixes[types[index % 3]!]}/${name}-${index}`)
    const [i0, c0, l0, i1, c1, l1, i2, c2] = this.ids as [string, string, string, string, string, string, string, string]
    const handles = [i0, i1, i2].flatMap(from => [c0, c1, c2].map(to => ({ type: 'HANDLES' as const, from, to })))
    const concerns = [c0, c1, c2].flatMap(from => [l0, l1].map(to => ({ type: 'CONCERNS' as const, from, to })))
    this.#slots = [
      ...handles.map(ends => ({ ...ends, part: 'LEAD', validFrom: undefined })),
      ...handles.map(ends => ({ ...ends, part: 'SUPPORT', validFrom: '2018-06-11' })),
      ...concerns.map((ends, index) => ({ ...ends, part: index % 2 ? 'SUBJECT' : 'LEGAL_BASIS', validFrom: undefined })),
      ...[i0, i1, i2].map((from, index) => ({
        type: 'PART_OF' as const,
        from,
        to: [i1, i2, i0][index]!,
        part: undefined,
        validFrom: '2017-01-01',
      })),
      ...[c0, c1, c2].map(from => ({ type: 'CONCERNS' as const, from, to: l0, part: 'SUBJECT', validFrom: '2019-12-12' })),
    ]
  }

  /** What one step changes, as the difference to be written as this revision. */
  apply(changes: readonly Change[], revision: number): Difference {
    const difference = new Drafting()
    for (const change of changes) {
      if (change.kind === 'put') this.#put(change, difference)
      else if (change.kind === 'remove') this.#remove(change.entity, difference)
      else this.#say(change, difference, revision)
    }
    return difference
  }

  /** A copy of what stands, recorded at this instant where it has none yet. */
  snapshot(revision: number, at: string): Snapshot {
    for (const [key, held] of this.#statements)
      if (held.revision === revision) this.#statements.set(key, { ...held, recordedAt: at })
    return new Snapshot(revision, at, new Map(this.#entities), [...this.#statements.values()])
  }

  #put(change: Extract<Change, { kind: 'put' }>, difference: Drafting): void {
    const id = this.ids[change.entity]!
    if (difference.touched.has(id)) return
    const type = types[change.entity % 3]!
    const celex = change.number === undefined ? undefined : `${this.name}c${change.number}`
    const taken = [...this.#entities.values()].some(other => other.id !== id && other.celex === celex)
    const put: ModelEntity = {
      id,
      type,
      label: `${this.name}w${change.word}`,
      ...(type === 'Institution' && { kind: change.variant ? 'AGENCY' : 'POLICE' }),
      ...(type === 'Commitment' && { deadline: change.date }),
      ...(type === 'LegalInstrument' && { inForceSince: change.date, celex: taken ? undefined : celex }),
    }
    difference.touched.add(id)
    const record = entity(type, id, put.label, storedProperties(put))
    if (this.#entities.has(id)) difference.nodesChanged.push(record)
    else difference.nodesAdded.push(record)
    this.#entities.set(id, put)
  }

  #remove(index: number, difference: Drafting): void {
    const id = this.ids[index]!
    const known = this.#entities.get(id)
    const said = [...this.#statements.values()].filter(({ from, to }) => from === id || to === id)
    if (!known || difference.touched.has(id) || said.some(({ key }) => difference.touched.has(key))) return
    for (const held of said) this.#retract(held, difference)
    difference.touched.add(id)
    difference.nodesRemoved.push({ id, type: known.type })
    this.#entities.delete(id)
  }

  #say(change: Extract<Change, { slot: number }>, difference: Drafting, revision: number): void {
    const slot = this.#slots[change.slot % this.#slots.length]!
    const own = slot.part && { [slot.type === 'HANDLES' ? 'role' : 'aspect']: slot.part }
    const named = { ...own, ...(slot.validFrom && { validFrom: new CypherDate(slot.validFrom) }) }
    const { key } = statement(slot.type, slot.from, slot.to, named)
    const held = this.#statements.get(key)
    if (difference.touched.has(key) || !this.#entities.has(slot.from) || !this.#entities.has(slot.to)) return
    if (change.kind === 'retract') {
      if (held) this.#retract(held, difference)
      return
    }
    const { rank, validTo, quote } = change
    difference.touched.add(key)
    const record = statement(slot.type, slot.from, slot.to, {
      ...named,
      ...(validTo && { validTo: new CypherDate(validTo) }),
      rank,
      quote: `quote ${quote}`,
    })
    if (held) difference.statementsChanged.push({ stored: storedAs(record, held.revision), record })
    else difference.statementsAdded.push(record)
    const id = storedAs(record, revision).id
    this.#statements.set(key, { ...slot, id, key, rank, validTo, quote: `quote ${quote}`, revision, recordedAt: '' })
  }

  #retract(held: ModelStatement, difference: Drafting): void {
    const { id, key, type, from, to } = held
    difference.touched.add(key)
    difference.statementsRemoved.push({ id, key, type, from, to })
    this.#statements.delete(key)
  }
}

/** A difference under way; nothing is changed twice in one revision. */
class Drafting implements Difference {
  readonly touched = new Set<string>()
  readonly nodesAdded: Difference['nodesAdded'][number][] = []
  readonly nodesChanged: Difference['nodesChanged'][number][] = []
  readonly nodesRemoved: Difference['nodesRemoved'][number][] = []
  readonly statementsAdded: Difference['statementsAdded'][number][] = []
  readonly statementsChanged: Difference['statementsChanged'][number][] = []
  readonly statementsRemoved: Difference['statementsRemoved'][number][] = []
}

function storedProperties({ type, kind, deadline, celex, inForceSince }: ModelEntity): Record<string, unknown> {
  if (type === 'Institution') return { kind }
  if (type === 'Commitment')
    return {
      ...{ text: 'text', verbAsWritten: 'verb', strength: 'PLEDGE', verifiable: true },
      ...(deadline && { deadline: new CypherDate(deadline) }),
    }
  return {
    kind: 'REGULATION',
    ...(celex && { celex }),
    ...(inForceSince && { dateEntryIntoForce: new CypherDate(inForceSince) }),
  }
}
