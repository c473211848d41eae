import { expect, test } from '@jest/globals'
import { relationshipNames } from '../../src/explorer/ontology/relationshipNames.ts'
import { typeNames } from '../../src/explorer/ontology/typeNames.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

test('The explorer has words only for what the ontology has', () => {
  const { nodeTypes, relationshipTypes } = readOntology()
  expect(Object.keys(typeNames).filter(name => !nodeTypes.has(name))).toEqual([])
  expect(Object.keys(relationshipNames).filter(name => !relationshipTypes.has(name))).toEqual([])
})
