import { expect, test } from '@jest/globals'
import { readAddress, writeAddress } from '../../src/explorer/view/address.ts'
import { emptyView, type View } from '../../src/explorer/view/view.ts'

const full: View = {
  lang: 'FR',
  scheme: 'dark',
  mode: 'table',
  steps: [
    { kind: 'document', id: 'document/fr-be-2018-06-11' },
    { kind: 'expand', id: 'institution/europol', type: 'HANDLES', direction: 'OUT' },
    { kind: 'path', from: 'institution/europol', to: 'place/BE' },
    { kind: 'all', types: ['HANDLES', 'TRIGGERED'] },
    { kind: 'all', types: [] },
  ],
  hidden: ['place/FR'],
  pinned: { 'institution/europol': { x: -12.5, y: 3 } },
  selected: 'institution/europol',
  statement: 'statement/3c733b8f30e0063c@1',
  document: 'document/fr-be-2018-06-11',
  validAt: '2019-06-01',
  knownAt: '2020-01-01T12:00:00.000Z',
  filters: {
    nodeTypes: ['Place'],
    relationshipTypes: ['ABOUT'],
    roles: ['SUPPORT', 'LEAD'],
    bases: ['CURATED'],
    theme: 'theme/terrorism',
  },
  camera: { x: 0.4, y: 0.6, ratio: 0.5 },
}

test.each([
  ['with all that a view can hold', full],
  ['of an empty view', emptyView('NL')],
])('An address %s is read as the view that wrote it', (_name, view) => {
  expect(readAddress(writeAddress(view), 'EN')).toEqual(view)
})

test.each([
  ['a step of a kind that does not exist', '#lang=en&show=fly~institution/europol'],
  ['an expansion in no direction', '#lang=en&show=expand~institution/europol~HANDLES~UP'],
  ['a day that does not exist', '#lang=en&at=2019-13-01'],
  ['a place that is no number', '#lang=en&pin=institution/europol~here~there'],
  ['a language that the page does not speak', '#lang=de'],
])('What an address says wrongly is left out: %s', (_name, hash) => {
  expect(readAddress(hash, 'EN')).toEqual(emptyView('EN'))
})
