import { expect, test } from '@jest/globals'
import { kindNames } from '../../src/explorer/ontology/kindNames.ts'
import { relationshipNames } from '../../src/explorer/ontology/relationshipNames.ts'
import { typeNames } from '../../src/explorer/ontology/typeNames.ts'
import { valueNames } from '../../src/explorer/ontology/valueNames.ts'
import { isEnum } from '../../src/schema/ontology.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

const known = { ...valueNames, ...kindNames }
const { nodeTypes, relationshipTypes, statement } = readOntology()

test('The explorer has words only for what the ontology has, and for all node and relationship types of it', () => {
  expect(Object.keys(typeNames).sort()).toEqual([...nodeTypes.keys()].sort())
  expect(Object.keys(relationshipNames).sort()).toEqual([...relationshipTypes.keys()].sort())
})

test('The explorer has words in each of its languages for every property and every value that the panel may show', () => {
  // The panel says these in words of the page, not of the ontology.
  const worded = new Set(['id', 'label', 'description', 'aliases', 'sameAs', 'sources'])
  const ofNodes = [...nodeTypes.values()].flatMap(type => [...type.properties.values()])
  const ofStatements = [...statement.values(), ...[...relationshipTypes.values()].flatMap(type => [...type.properties.values()])]
  const values = [...ofNodes, ...ofStatements].flatMap(({ type }) => (isEnum(type) ? Object.keys(type.values) : []))
  const properties = ofNodes.flatMap(({ name, hidden }) => (hidden || worded.has(name) ? [] : name))
  expect([...new Set([...values, ...properties])].filter(name => !known[name])).toEqual([])
})

test.each([
  ['EU_AGENCY', 'EU agency', 'agence de l’UE', 'EU-agentschap'],
  ['dateFoundedPrecision', 'Founded, known', 'Fondation, connue', 'Oprichting, bekend'],
])('%s is said as “%s”, “%s” and “%s”', (name, ...words) => {
  expect((['EN', 'FR', 'NL'] as const).map(lang => known[name]?.[lang])).toEqual(words)
})
