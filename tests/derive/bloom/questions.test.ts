import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import neo4j, { type Driver, type Node, type Path, type Record as Row } from 'neo4j-driver'
import { perspectives } from '../../../src/derive/bloom/perspectives.ts'
import { printPerspective } from '../../../src/derive/bloom/printPerspective.ts'
import type { Perspective, PhraseParameter, SearchPhrase } from '../../../src/derive/bloom/shape.ts'
import { loadSeed } from '../../../src/ingest/load.ts'
import { readOntology } from '../../../src/schema/readOntology.ts'
import { emptyDatabase } from '../../setup/database.ts'
import { seedFolder } from '../../setup/seedFolder.ts'

// What Bloom does with a perspective is done here on the seed, with a graph of disputes, reports and a past beside it.
const ontology = readOntology()
const files = perspectives.map(perspective => JSON.parse(printPerspective(ontology, perspective)) as Perspective)
/** Of more suggestions than this, some spread over all are tried first, and the others only when nothing was drawn. */
const enough = 24
/** What each phrase drew for each of its suggestions, asked once. */
const drawn = new Map<SearchPhrase, Promise<Row[][]>>()
let driver: Driver

beforeAll(async () => {
  const database = await emptyDatabase()
  await loadSeed(database, ontology, { paths: [seedFolder], dataset: 'seed' })
  for (const moment of ['before', 'after'])
    await loadSeed(database, ontology, { paths: [path.join(import.meta.dirname, 'graph', moment)], dataset: 'disputed' })
  await database.close()
  const { PACTA_TEST_URI: uri = '', PACTA_TEST_PASSWORD: password = '' } = process.env
  driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password))
}, 180_000)
afterAll(() => driver.close())

test('the graph has a past that no phrase may show', async () => {
  const rows = await run('MATCH ()-[r]->() WHERE type(r) STARTS WITH "SUPERSEDED_" RETURN count(r) AS past')
  expect(rows[0]?.get('past').toNumber()).toBeGreaterThan(0)
  expect(await run('MATCH (e:RemovedEntity) RETURN e')).not.toHaveLength(0)
})

describe.each(files)('$name', perspective => {
  const phrases = perspective.templates.map(phrase => ({ phrase, text: phrase.text }))

  test.each(phrases)('“$text” draws something for what is suggested', async ({ phrase }) => {
    const rows = (await draw(phrase)).flat()
    expect(rows).not.toHaveLength(0)
    expect(rows.flatMap(row => findUndrawable(perspective, row))).toEqual([])
  })

  test.each(phrases)('“$text” starts from an index', async ({ phrase }) => {
    const [parameters] = await suggest(phrase)
    const operators = await explain(phrase.cypher, parameters)
    expect(operators).not.toContain('AllNodesScan')
    if (phrase.params.length > 0) expect(operators.some(operator => /Index/.test(operator))).toBe(true)
  })

  test('finds suggestions by an index while they are typed', async () => {
    for (const { params } of perspective.templates)
      for (const { suggestionLabel: label, suggestionProp: property, dataType } of params) {
        const typed = dataType === 'Date' ? `n.${property} >= $typed` : `n.${property} STARTS WITH $typed`
        const operators = await explain(`MATCH (n:${label}) WHERE ${typed} RETURN n.${property}`, { typed: 'E' })
        expect(operators.some(operator => /Index/.test(operator))).toBe(true)
      }
  })

  test.each(perspective.sceneActions)('the action “$name” draws something on what the phrases drew', async ({ cypher }) => {
    const { nodes, relationships } = await drawAll(perspective)
    const rows = await run(cypher, { nodes, relationships })
    expect(rows).not.toHaveLength(0)
    expect(rows.flatMap(row => findUndrawable(perspective, row))).toEqual([])
  })
})

async function run(cypher: string, parameters: object = {}): Promise<Row[]> {
  return (await driver.executeQuery(cypher, parameters, { routing: 'READ' })).records
}

/** The names of the operators by which Neo4j would answer. */
async function explain(cypher: string, parameters: object = {}): Promise<string[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${cypher}`, parameters)
  const named: string[] = []
  const visit = (plan: { operatorType: string; children: never[] }) => {
    named.push(plan.operatorType)
    plan.children.forEach(visit)
  }
  if (summary.plan) visit(summary.plan as never)
  return named
}

/** Parameters as a user would pick them from the suggestions: each value, the first and last day, or each value with another. */
async function suggest({ params }: SearchPhrase): Promise<object[]> {
  const [first, second] = params
  if (!first) return [{}]
  const values = await valuesOf(first)
  if (!second) return values.map(value => nameValues([first, value]))
  const others = await valuesOf(second)
  if (first.dataType === 'Date') return [nameValues([first, values[0]], [second, others.at(-1)])]
  return values.map((value, index) => nameValues([first, value], [second, others[index % others.length]]))
}

async function valuesOf({ suggestionLabel, suggestionProp }: PhraseParameter): Promise<unknown[]> {
  const property = `n.${suggestionProp}`
  const values = await run(
    `MATCH (n:${suggestionLabel}) WHERE ${property} IS NOT NULL RETURN DISTINCT ${property} AS value ORDER BY value`,
  )
  return values.map(row => row.get('value'))
}

function nameValues(...given: [PhraseParameter, unknown][]): object {
  return Object.fromEntries(given.map(([{ name }, value]) => [name.slice(1), value]))
}

/** What Bloom could not draw of a row: anything but nodes of a category, and paths of shown relationships between them. */
function findUndrawable({ categories, relationshipTypes, hiddenRelationshipTypes }: Perspective, row: Row): string[] {
  const labels = new Set(categories.flatMap(category => category.labels))
  const shown = new Set(relationshipTypes.map(({ name }) => name).filter(name => !hiddenRelationshipTypes.includes(name)))
  const { nodes, types, others } = read([row])
  return [
    ...nodes.filter(node => !node.labels.some(label => labels.has(label))).map(node => `a node ${node.labels}`),
    ...types.filter(type => !shown.has(type)).map(type => `a relationship ${type}`),
    ...others.map(value => `a value ${JSON.stringify(value)}`),
  ]
}

function read(rows: readonly Row[]) {
  const values = rows.flatMap(row => row.keys.map(key => row.get(key))).filter(value => value !== null)
  const paths = values.filter(value => neo4j.isPath(value)) as Path[]
  const nodes = [...(values.filter(value => neo4j.isNode(value)) as Node[])]
  for (const { start, segments } of paths) nodes.push(start, ...segments.map(({ end }) => end))
  const relationships = paths.flatMap(({ segments }) => segments.map(({ relationship }) => relationship))
  const others = values.filter(value => !neo4j.isPath(value) && !neo4j.isNode(value))
  return { nodes, relationships, types: relationships.map(({ type }) => type), others }
}

function draw(phrase: SearchPhrase): Promise<Row[][]> {
  const rows = drawn.get(phrase) ?? askAll(phrase)
  drawn.set(phrase, rows)
  return rows
}

async function askAll(phrase: SearchPhrase): Promise<Row[][]> {
  const suggested = await suggest(phrase)
  const step = Math.ceil(suggested.length / enough)
  const inOrder = [...suggested.keys()].sort((a, b) => (a % step) - (b % step))
  const rows: Row[][] = []
  for (const index of inOrder) {
    if (rows.length >= enough && rows.some(drawn => drawn.length > 0)) break
    rows.push(await run(phrase.cypher, suggested[index]))
  }
  return rows
}

/** The element ids of all that the phrases of a perspective draw: a scene to select from. */
async function drawAll({ templates }: Perspective): Promise<{ nodes: string[]; relationships: string[] }> {
  const rows = (await Promise.all(templates.map(draw))).flat(2)
  const { nodes, relationships } = read(rows)
  return {
    nodes: unique(nodes.map(({ elementId }) => elementId)),
    relationships: unique(relationships.map(({ elementId }) => elementId)),
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
