import { expect, test } from '@jest/globals'
import { compileWriter } from '../../src/api/compileWriter.ts'

const write = compileWriter({
  kind: 'revision',
  key: 'revision',
  fields: [{ kind: 'property', key: 'author' }],
} as unknown as Parameters<typeof compileWriter>[0])

test('every character is written as JSON has it, alone and between others', () => {
  const wrong: string[] = []
  for (let code = 0; code <= 0xffff; code++)
    for (const text of [String.fromCharCode(code), `a${String.fromCharCode(code)}é`])
      if (write([text]) !== JSON.stringify({ author: text })) wrong.push(code.toString(16))
  expect(wrong).toEqual([])
})

test.each([
  ['a pair of surrogates', 'Liège 🇧🇪'],
  ['the second half of a pair before the first', '\udc00\ud800'],
  ['nothing', ''],
  ['a number', 2018],
  ['a truth value', false],
  ['null', null],
  ['a list', ['"quoted"', 'plain']],
])('so is %s', (_, value) => {
  expect(write([value])).toBe(JSON.stringify({ author: value }))
})

test('what is not there is null', () => {
  expect(write([undefined])).toBe('{"author":null}')
})
