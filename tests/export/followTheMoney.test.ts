import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { defaultModel, Model } from '@alephdata/followthemoney'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { entityColumns, statementColumns, valuesOf } from '../../src/export/columns.ts'
import type { GraphRecord } from '../../src/export/readGraph.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { ftmEntities, ftmStatements, toFtmId } from '../../src/schema/followTheMoney.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from '../setup/database.ts'
import { recordsOf } from '../setup/exportedGraph.ts'
import { type Exports, openExports } from '../setup/openExports.ts'

interface Line {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

// The lines are held against the model of FollowTheMoney's own package.
const ontology = readOntology()
const model = new Model(defaultModel as never)
let exports: Exports
let lines: Map<string, Line>

beforeAll(async () => {
  exports = await openExports()
  const text = await readFile(await exports.write('ftm'), 'utf8')
  const all = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Line)
  lines = new Map(all.map(line => [line.id, line]))
}, 240_000)
afterAll(() => exports.close())

test('Every line is an entity of the model, whose properties are of its schema and point to entities of the right schema', () => {
  for (const line of lines.values()) {
    const schema = model.getSchema(line.schema)
    expect([line.schema, schema.abstract]).toEqual([line.schema, false])
    // What FollowTheMoney takes as an id.
    expect(line.id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/)
    // The package knows version 3 of the model; this property came with version 4.
    const { abbreviation: _, ...properties } = line.properties
    const entity = model.getEntity({ id: line.id, schema: line.schema, properties: properties as never })
    for (const property of entity.getProperties()) {
      const values = entity.getProperty(property)
      expect(property.stub).toBe(false)
      if (!property.hasRange) continue
      for (const value of values) {
        const end = lines.get(String(value))!
        expect([line.id, property.name, model.getSchema(end.schema).isA(property.getRange())]).toEqual([
          line.id,
          property.name,
          true,
        ])
      }
    }
  }
})

test('Every record is a line that holds each of its values', () => {
  const { entities, statements } = exports
  expect(lines.size).toBe(entities.length + statements.length)
  for (const record of [...entities, ...statements]) {
    const held = new Set(Object.values(lines.get(toFtmId(String(record.stored['id'])))!.properties).flat())
    const lost = valuesOf(record, columnsOf(record)).flatMap(([{ name }, value]) =>
      [value]
        .flat()
        .filter(
          item =>
            name !== 'id' &&
            ![name === 'from' || name === 'to' ? toFtmId(String(item)) : String(item), `${name}: ${item}`].some(text =>
              held.has(text),
            ),
        )
        .map(item => [name, item]),
    )
    // A date known to the month or the year stands as such.
    const isPartial = ([name, item]: unknown[]) => {
      const known = record.stored[String(name) === 'startDate' ? 'datePrecision' : `${name}Precision`]
      return known && held.has(String(item).slice(0, known === 'YEAR' ? 4 : 7))
    }
    expect([record.stored['id'], lost.filter(each => !isPartial(each))]).toEqual([record.stored['id'], []])
  }
})

test('Links have the days between which they held, and the bodies and persons can be loaded again', async () => {
  const { properties } = [...lines.values()].find(
    line => line.schema === 'UnknownLink' && line.properties['startDate']?.[0] === '2018-06',
  )!
  expect(properties).toMatchObject({ subject: ['theme.odd'], object: ['theme.lists'], role: ['BROADER'], endDate: ['2020'] })
  const schemata = [...Object.keys(ftmEntities), ...Object.keys(ftmStatements)]
  const readable = [...lines.values()].filter(
    ({ schema, properties: said }) => schemata.includes(schema) && (ftmEntities[schema] || said['sourceUrl']),
  )
  expect(readable.some(({ schema }) => schema === 'Membership')).toBe(true)
  const file = path.join(exports.folder, 'again.ftm.ndjson')
  await writeFile(file, readable.map(line => `${JSON.stringify(line)}\n`).join(''))
  const database = await emptyDatabase()
  const report = await loadSeed(database, ontology, { paths: [file], dataset: 'again' })
  const links = readable.filter(({ schema }) => ftmStatements[schema]).length
  expect(report).toMatchObject({ nodesAdded: readable.length - links, statementsAdded: links })
  const again = await recordsOf(database, { revision: 1 })
  await database.close()
  const told = ({ stored: { id, labelEn, wikidata, dateFounded, dateFoundedPrecision } }: GraphRecord) => ({
    ...{ id, labelEn, wikidata, dateFounded, dateFoundedPrecision },
  })
  const before = new Map(exports.entities.map(record => [record.stored['id'], record]))
  const named = again.filter(({ ends, stored }) => !ends && before.get(stored['id'])!.stored['labelEn'])
  expect(named.length).toBeGreaterThan(20)
  expect(named.map(told)).toEqual(named.map(({ stored }) => told(before.get(stored['id'])!)))
})

function columnsOf({ type, ends }: GraphRecord) {
  return ends
    ? statementColumns(ontology, [ontology.relationshipTypes.get(type)!])
    : entityColumns(ontology, [ontology.nodeTypes.get(type)!])
}
