import { expect, test } from '@jest/globals'
import { krippendorffAlpha } from '../../src/coding/krippendorffAlpha.ts'

// The worked examples of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); a row for each coder, a dot for no value.
test.each([
  ['A. binary data, two observers', ['0100000010', '1110010000'], { alpha: 0.095, units: 10, pairs: 10 }],
  ['B. nominal data, two observers', ['aabbdcccedda', 'babbbccceddd'], { alpha: 0.692, units: 12, pairs: 12 }],
  [
    'C. nominal data, four observers, values missing',
    ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'],
    { alpha: 0.743, units: 11, pairs: 55 },
  ],
])('%s', (_name, coders, expected) => {
  const units = Array.from(coders[0]!, (_, unit) => coders.map(row => row[unit]!).filter(value => value !== '.'))
  const found = krippendorffAlpha(units)
  expect({ ...found, alpha: Math.round(found.alpha! * 1000) / 1000 }).toEqual(expected)
})

test('Full agreement is 1, and systematic disagreement less than 0', () => {
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['b', 'b'],
    ]).alpha,
  ).toBe(1)
  expect(
    krippendorffAlpha([
      ['a', 'b'],
      ['b', 'a'],
    ]).alpha,
  ).toBeLessThan(0)
})

test('Nothing can be said of one value only, or of units that one coder coded', () => {
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['a', 'a'],
    ]),
  ).toEqual({ alpha: null, units: 2, pairs: 2 })
  expect(krippendorffAlpha([['a'], [], ['b']])).toEqual({ alpha: null, units: 0, pairs: 0 })
})
