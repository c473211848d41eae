import { execFileSync, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { MultiDirectedGraph } from 'graphology'
import * as gexfReader from 'graphology-gexf'
import * as graphMlReader from 'graphology-graphml'
import { type Column, entityColumns, statementColumns, valuesOf } from '../../src/export/columns.ts'
import type { GraphRecord } from '../../src/export/readGraph.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { type Exports, openExports } from '../setup/openExports.ts'

// GraphML and GEXF, read by graphology, and by networkx where Python has it.
const ontology = readOntology()
const python = process.env['PACTA_TEST_PYTHON'] ?? 'python3'
const hasNetworkx = spawnSync(python, ['-c', 'import networkx']).status === 0
let exports: Exports

beforeAll(async () => {
  exports = await openExports()
}, 240_000)
afterAll(() => exports.close())

test.each([
  ['graphml', graphMlReader],
  ['gexf', gexfReader],
] as const)('A file of %s holds every node and every statement, value for value', async (name, reader) => {
  const graph = reader.parse(MultiDirectedGraph as never, await readFile(await exports.write(name), 'utf8'))
  const { entities, statements } = exports
  expect([graph.order, graph.size]).toEqual([entities.length, statements.length])
  const drawn = name === 'gexf'
  for (const entity of entities)
    expect(graph.getNodeAttributes(entity.stored['id'])).toEqual({
      ...(drawn && { label: expect.anything() }),
      ...shown(entity, entityColumns(ontology)),
    })
  for (const statement of statements) {
    const id = statement.stored['id']
    expect([graph.source(id), graph.target(id)]).toEqual([statement.ends!.from, statement.ends!.to])
    expect(graph.getEdgeAttributes(id)).toEqual({
      ...(drawn && { label: statement.type, kind: statement.type }),
      ...shown(statement, statementColumns(ontology)),
    })
  }
})

test('An edge of GEXF is there from its first day to its last one, which a statement does not count among its days', async () => {
  const text = await readFile(await exports.write('gexf'), 'utf8')
  const intervals = new Map([...text.matchAll(/<edge id="([^"]+)"[^>]*?>/g)].map(([edge, id]) => [id, intervalOf(edge)]))
  expect(intervals.size).toBe(exports.statements.length)
  for (const { stored } of exports.statements) {
    const { id, validFrom = null, validTo = null } = stored as Record<string, string | null>
    expect(intervals.get(id!)).toEqual([validFrom, validTo && before(validTo)])
  }
  expect([...intervals.values()].filter(([start, end]) => start && end).length).toBeGreaterThan(2)
  expect(intervalOf(/<node id="event\/odd"[^>]*>/.exec(text)![0])).toEqual(['2018-06-01', '2019-01-01'])
})

const withNetworkx = hasNetworkx ? test : test.skip
withNetworkx('networkx reads both, with intervals and parallel statements', async () => {
  const script = `import json, sys, networkx
gexf, graphml = networkx.read_gexf(sys.argv[1]), networkx.read_graphml(sys.argv[2])
print(json.dumps([[g.number_of_nodes(), g.number_of_edges()] for g in (gexf, graphml)] + [
  [[d["id"], d.get("start"), d.get("end"), d.get("quote")] for _, _, d in gexf.edges(data=True)],
  [[k, d.get("quote"), d["revision"]] for _, _, k, d in graphml.edges(keys=True, data=True)]]))`
  const files = [await exports.write('gexf'), await exports.write('graphml')]
  const [ofGexf, ofGraphMl, spans, edges] = JSON.parse(
    execFileSync(python, ['-c', script, ...files], { encoding: 'utf8', maxBuffer: 1e9 }),
  )
  const { entities, statements } = exports
  expect([ofGexf, ofGraphMl]).toEqual([
    [entities.length, statements.length],
    [entities.length, statements.length],
  ])
  const sorted = (rows: unknown[][]) => rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  expect(sorted(spans)).toEqual(
    sorted(
      statements.map(({ stored }) => {
        const { id, validFrom = null, validTo = null, quote = null } = stored as Record<string, string | null>
        return [id, validFrom, validTo && before(validTo), quote]
      }),
    ),
  )
  expect(sorted(edges)).toEqual(
    sorted(statements.map(({ stored, revision }) => [stored['id'], stored['quote'] ?? null, revision])),
  )
})

/** What a reader of XML finds of a record: lists are JSON. */
function shown(record: GraphRecord, columns: readonly Column[]): Record<string, unknown> {
  return Object.fromEntries(
    valuesOf(record, columns).map(([{ name }, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value]),
  )
}

function intervalOf(tag: string): (string | null)[] {
  return ['start', 'end'].map(name => new RegExp(` ${name}="([^"]+)"`).exec(tag)?.[1] ?? null)
}

function before(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
