import { expect, test } from '@jest/globals'
import { arrange, type LayoutTask } from '../../src/explorer/scene/layout.ts'

/** Twenty stars of five, some with a line to the next. */
const ids = Array.from({ length: 100 }, (_, index) => `institution/${index}`)
const lines = ids.flatMap((_, index): [number, number][] => [
  [index, index - (index % 5)],
  ...(index % 15 === 0 && index > 0 ? [[index, index - 5] as [number, number]] : []),
])
const task: LayoutTask = { ids, lines, known: {}, fixed: [] }

test('The same scene is always arranged in the same way', () => {
  expect(arrange(task)).toEqual(arrange(task))
})

test('Every entity has room for its label', () => {
  const places = arrange(task)
  const distances = places.flatMap(([x, y], index) => places.slice(0, index).map(([a, b]) => Math.hypot(x - a, y - b)))
  expect(Math.min(...distances)).toBeGreaterThan(60)
})

test('What is pinned stays where it is when others come', () => {
  const known = { 'institution/0': [500, -300] as const }
  expect(arrange({ ...task, known, fixed: ['institution/0'] })[0]).toEqual([500, -300])
})

test('A scene of which all is known is left as it is', () => {
  const known = Object.fromEntries(ids.map((id, index) => [id, [index, -index] as const]))
  expect(arrange({ ...task, known })).toEqual(Object.values(known))
})
