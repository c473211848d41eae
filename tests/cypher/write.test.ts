import { afterAll, beforeAll, expect, test } from '@jest/globals'
import neo4j, { type Driver, type Plan } from 'neo4j-driver'
import * as write from '../../src/cypher/write.ts'
import type { NodeType, RelationshipType } from '../../src/schema/ontology.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'

const ontology = readOntology()
const instrument = ontology.nodeTypes.get('LegalInstrument') as NodeType
const commitment = ontology.nodeTypes.get('Commitment') as NodeType
const handles = ontology.relationshipTypes.get('HANDLES') as RelationshipType
let driver: Driver

beforeAll(async () => {
  const database = await emptyDatabase()
  await database.close()
  const { PACTA_TEST_URI: uri = '', PACTA_TEST_PASSWORD: password = '' } = process.env as Record<string, string>
  driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password))
})
afterAll(() => driver.close())

// However large the graph is, a load costs what its rows cost.
test.each([
  ['findEntities', write.findEntities],
  ['findRemoved', write.findRemoved],
  ['findDependants', write.findDependants(ontology)],
  ['findHolders', write.findHolders(instrument, 'celex')],
  ['listEntities', write.listEntities],
  ['keepVersions', write.keepVersions],
  ['releaseUnique', write.releaseUnique(instrument, ['celex'])],
  ['changeEntities', write.changeEntities(instrument)],
  ['carryChanges', write.carryChanges(ontology, commitment)[0]!],
  ['removeEntities', write.removeEntities(instrument)],
  ['restoreEntities', write.restoreEntities(instrument)],
  ['createStatements', write.createStatements(handles)],
  ['supersedeStatements', write.supersedeStatements(handles)],
  ['lockLedger', write.lockLedger],
])('%s seeks in indexes and scans nothing', async (_, text) => {
  const parameters = { rows: [], ids: [], values: [], dataset: 'seed', revision: 1, at: 0 }
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, parameters)
  const operators = operatorsOf(summary.plan as Plan)
  expect(operators.filter(operator => /Scan/.test(operator))).toEqual([])
  expect(operators.some(operator => /IndexSeek/.test(operator))).toBe(true)
})

function operatorsOf(plan: Plan): string[] {
  return [plan.operatorType, ...plan.children.flatMap(operatorsOf)]
}
