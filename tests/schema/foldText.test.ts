import { expect, test } from '@jest/globals'
import { foldText } from '../../src/schema/foldText.ts'

test.each([
  ['Déclaration', 'declaration'],
  ['L’ÉCHANGE', "l'echange"],
  ['cœur, Œuvre', 'coeur, oeuvre'],
  ['Lætitia', 'laetitia'],
  ['Ĳmuiden', 'ijmuiden'],
  ['De\u0301ja\u0300', 'deja'],
])('%s is searched as %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
  expect(foldText(folded)).toBe(folded)
})
