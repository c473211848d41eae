import { expect, test } from '@jest/globals'
import { findQuote } from '../../src/explorer/reading/findQuote.ts'

const text = Array.from('😀 L’échange « d’informations »\n via Europol, puis via\nEuropol et Eurojust.')

test.each([
  ['as it stands', 'via Europol', 'via Europol'],
  ['with other apostrophes and quotation marks', 'l\'échange "d\'informations"', 'L’échange « d’informations'],
  ['broken over lines', 'puis via Europol et Eurojust', 'puis via\nEuropol et Eurojust'],
])('Finds words %s', (_name, quote, expected) => {
  const { start, end } = findQuote(text, quote)!
  expect(text.slice(start, end).join('')).toBe(expected)
})

test('Prefers the words within the passage that is named', () => {
  const within = { start: text.indexOf('p'), end: text.length }
  expect(findQuote(text, 'via Europol', within)!.start).toBeGreaterThan(within.start)
})

test('Finds nothing where the words are not, or where there are none', () => {
  expect(findQuote(text, 'Frontex')).toBeUndefined()
  expect(findQuote(text, '«»')).toBeUndefined()
})
