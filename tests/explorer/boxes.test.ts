import { expect, test } from '@jest/globals'
import { crosses } from '../../src/explorer/draw/boxes.ts'

const box = { left: 10, top: 10, right: 30, bottom: 20 }

test.each([
  ['through its middle', [0, 15], [40, 15], true],
  ['aslant through a corner', [5, 15], [15, 5], true],
  ['that ends within it', [0, 0], [20, 15], true],
  ['beside it', [0, 0], [0, 40], false],
  ['past a corner', [0, 15], [15, 0], false],
  ['that ends before it', [0, 15], [9, 15], false],
] as const)('A label knows a line %s', (_name, [x, y], [a, b], expected) => {
  expect(crosses({ from: { x, y }, to: { x: a, y: b } }, box)).toBe(expected)
  expect(crosses({ from: { x: a, y: b }, to: { x, y } }, box)).toBe(expected)
})
