import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Difference } from '../../src/database/recordDifference.ts'
import { emptyDatabase } from '../setup/database.ts'
import { revise } from '../setup/revise.ts'
import { openApi, type SeededApi } from '../setup/seededApi.ts'
import type { Snapshot } from './model.ts'
import { questions, type Topic } from './questions.ts'
import { type Asked, type History, history, stepsOfHistory, World } from './world.ts'

// Many histories share each run: they differ in the names of all their entities, and their steps are written together.
const wanted = Number(process.env['PACTA_HISTORIES'] ?? 300)
const { PACTA_HISTORIES_SEED: chosenSeed } = process.env
const together = Math.min(100, wanted)
let api: SeededApi
let named = 0

beforeAll(async () => {
  api = openApi(await emptyDatabase())
})
afterAll(() => api.close())

interface Running {
  readonly history: History
  readonly world: World
  readonly snapshots: Snapshot[]
}

test(
  `Of ${wanted} random histories every answer is that of a naive model, and is given again byte for byte for its moment`,
  async () => {
    const runs = fc.asyncProperty(fc.array(history, { minLength: together, maxLength: together }), check)
    // Without shrinking, which would write the histories again and again: the error names the one history at fault.
    const { failed, seed, errorInstance } = await fc.check(runs, {
      numRuns: Math.ceil(wanted / together),
      endOnFailure: true,
      ...(chosenSeed !== undefined && { seed: Number(chosenSeed) }),
    })
    const { cause } = (errorInstance ?? {}) as Error
    if (failed) throw new Error(`With PACTA_HISTORIES_SEED=${seed}: ${String(errorInstance)}`, { cause })
  },
  120_000 + wanted * 1000,
)

async function check(histories: readonly History[]): Promise<void> {
  const running = histories.map((of, index): Running => {
    const world = new World(`h${String(named + index).padStart(6, '0')}`)
    return { history: of, world, snapshots: [] }
  })
  named += histories.length
  const given: { readonly running: Running; readonly asked: Asked; readonly text: string }[] = []
  let revision = await lastRevision()
  for (let step = 0; step < stepsOfHistory; step++) {
    const next = revision + 1
    const differences = running.map(({ world, history: { steps } }) => world.apply(steps[step]!, next))
    const { revision: made, at } = await revise(api.database, join(differences))
    expect(made).toBe(next)
    revision = made
    for (const { world, snapshots } of running) snapshots.push(world.snapshot(made, at))
    const now = running.flatMap(one =>
      one.history.asked.filter(asked => asked.step % stepsOfHistory === step).map(asked => ({ one, asked })),
    )
    await eachOf(now, async ({ one, asked }) => {
      const text = await ask(one, asked, undefined)
      compare(one, asked, text, 'now')
      given.push({ running: one, asked, text })
    })
  }
  await eachOf(given, async ({ running: one, asked, text }) => {
    const again = await ask(one, asked, instantOf(one, asked))
    compare(one, asked, again, 'later')
    expect(again).toBe(text)
  })
}

function questionOf({ question }: Asked): (typeof questions)[number] {
  return questions[question % questions.length]!
}

function topicOf({ world: { name, ids } }: Running, { first, second, validAt }: Asked): Topic {
  return { name, ids, first, second, day: validAt ?? new Date().toISOString().slice(0, 10) }
}

/** The instant of the step, or the last millisecond before the next one. */
function instantOf({ snapshots }: Running, { step, late }: Asked): string {
  const index = step % stepsOfHistory
  const next = snapshots[index + 1]
  return late && next ? new Date(Date.parse(next.at) - 1).toISOString() : snapshots[index]!.at
}

async function ask(one: Running, asked: Asked, knownAt: string | undefined): Promise<string> {
  const question = questionOf(asked)
  const asOf = { ...(asked.validAt && { validAt: asked.validAt }), ...(knownAt && { knownAt }) }
  const variables = { ...question.variables(topicOf(one, asked)), asOf }
  const text = await api.askPrepared(question.query, variables)
  if (text !== undefined) return text
  throw new Error(`No answer to ${JSON.stringify({ variables, answer: await api.ask(question.query, variables) })}`)
}

function compare(one: Running, asked: Asked, text: string, when: string): void {
  const question = questionOf(asked)
  const expected = question.answer(one.snapshots[asked.step % stepsOfHistory]!, topicOf(one, asked))
  const { data } = JSON.parse(text)
  try {
    expect(data).toEqual(expected)
  } catch (error) {
    throw new Error(
      `Asked ${when}: ${JSON.stringify(asked)} of ${one.world.name}, ${JSON.stringify(one.history.steps)}\n${error}`,
    )
  }
}

async function lastRevision(): Promise<number> {
  const { revision } = await api.data<{ revision: { number: number } }>('{ revision { number } }')
  return revision.number
}

function join(differences: readonly Difference[]): Difference {
  return {
    nodesAdded: differences.flatMap(({ nodesAdded }) => nodesAdded),
    nodesChanged: differences.flatMap(({ nodesChanged }) => nodesChanged),
    nodesRemoved: differences.flatMap(({ nodesRemoved }) => nodesRemoved),
    statementsAdded: differences.flatMap(({ statementsAdded }) => statementsAdded),
    statementsChanged: differences.flatMap(({ statementsChanged }) => statementsChanged),
    statementsRemoved: differences.flatMap(({ statementsRemoved }) => statementsRemoved),
  }
}

/** A few at a time, as clients would ask. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const next = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all([1, 2, 3, 4].map(next))
}
