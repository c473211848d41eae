import type { RootPlan } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { StatementTemplate } from './bind.ts'
import { enter, isPast, printEach, printFound, printNodePattern, printStart, printType, printTypes } from './knownAt.ts'
import { printConnection, printRelationship } from './printConnection.ts'
import { printCoverage } from './printCoverage.ts'
import { type Entry, literal, Printing, printObject, printSubquery, printWhere, typenameEntry } from './printing.ts'
import { printLookup } from './printLookup.ts'
import { printNode } from './printNode.ts'
import { printRevision } from './printRevision.ts'

/** Prints what one root field asks for as one statement that returns its answer, in the shape of the response, as `value`. */
export function printRoot(ontology: Ontology, plan: RootPlan): StatementTemplate {
  const printing = new Printing(ontology, 'maps')
  const text = `RETURN ${printRootValue(printing, plan)} AS value`
  return { text, parameters: printing.parameters.all() }
}

/** Prints what all root fields of an operation ask for as one statement, on one line since it travels with each request, that returns their answers, as bare lists, in `values`. */
export function printOperation(ontology: Ontology, plans: readonly RootPlan[]): StatementTemplate {
  const printing = new Printing(ontology, 'lists')
  const text = `RETURN [${plans.map(plan => printRootValue(printing, plan)).join(', ')}] AS values`.replace(/\s+/g, ' ')
  return { text, parameters: printing.parameters.all(), alone: plans.some(standsAlone) || printing.states.size > 0 }
}

function standsAlone(plan: RootPlan): boolean {
  if (plan.kind === 'node') return false
  if (plan.kind !== 'connection') return true
  return ['search', 'relationships'].includes(plan.connection.source.kind)
}

function printRootValue(printing: Printing, plan: RootPlan): string {
  switch (plan.kind) {
    case 'node':
      return printLookup(printing, plan)
    case 'connection':
      return printConnection(printing, plan.connection, '')
    case 'paths':
      return printPaths(printing, plan)
    case 'neighbourhood':
      return printNeighbourhood(printing, plan)
    case 'revision':
      return printRevision(printing, plan)
    case 'coverage':
      return printCoverage(printing, plan)
  }
}

function printGraph(
  printing: Printing,
  { fields, asOf }: Extract<RootPlan, { kind: 'paths' | 'neighbourhood' }>,
  nodes: string,
  relationships: string,
): string {
  const entries = fields.map((field): Entry => {
    const { key } = field
    switch (field.kind) {
      case 'typename':
        return typenameEntry(field)
      case 'length':
        return { key, value: `size(${relationships})` }
      case 'nodes': {
        const node = printing.variable('n')
        return { key, value: printEach(printing, node, nodes, asOf, () => printNode(printing, node, field.node)) }
      }
      case 'relationships': {
        const statement = printing.variable('r')
        return {
          key,
          value: `[${statement} IN ${relationships} | ${printRelationship(printing, statement, field.fields, asOf)}]`,
        }
      }
    }
  })
  return printObject(printing, entries)
}

/** The longest path that is looked for. */
export const longestPath = 8
/** The most paths that are given. */
export const mostPaths = 20

function printPaths(printing: Printing, plan: Extract<RootPlan, { kind: 'paths' }>): string {
  const [from, to, path] = [printing.variable('n'), printing.variable('n'), printing.variable('path')]
  const { parameters } = printing
  const length = parameters.add(plan.maxLength, { kind: 'bounded', argument: 'paths.maxLength', least: 1, largest: longestPath })
  const first = parameters.add(plan.first, { kind: 'bounded', argument: 'paths.first', least: 1, largest: mostPaths })
  const alone = written(plan.first, mostPaths) === 1
  return printSubquery('COLLECT', [
    `MATCH ${printStart(printing, from, 'Entity', plan.from, plan.asOf)}`,
    // So that Neo4j looks the two up one after the other, and does not multiply what it finds.
    `WITH ${from} LIMIT 1`,
    `MATCH ${printStart(printing, to, 'Entity', plan.to, plan.asOf)}`,
    `WHERE ${from} <> ${to}`,
    printPathSearch(printing, plan, from, to, path),
    `WITH ${path} WHERE length(${path}) <= ${length}`,
    alone ? '' : `WITH ${path} ORDER BY length(${path}), [step IN relationships(${path}) | step.id] LIMIT ${first}`,
    `RETURN ${printGraph(printing, plan, `nodes(${path})`, `relationships(${path})`)}`,
  ])
}

/** Cypher takes no parameters for the number and the length of paths, so numbers written in the query narrow the search, variables do not. */
function printPathSearch(
  printing: Printing,
  { types, asOf, first, maxLength }: Extract<RootPlan, { kind: 'paths' }>,
  from: string,
  to: string,
  path: string,
): string {
  const names = printTypes(
    types.map(type => type.name),
    asOf,
  )
  const statement = printing.variable('r')
  const longest = written(maxLength, longestPath)
  const holds = printing.holds(statement, asOf)
  if (written(first, mostPaths) === 1) return printShortest(printing, { names, longest, statement, holds, from, to, path })
  const many = written(first, mostPaths)
  return `MATCH ${path} = SHORTEST ${many} (${from})-[${statement}:${names} WHERE ${holds}]-{1,${longest}}(${to})`
}

interface Shortest {
  readonly names: string
  readonly longest: number
  readonly statement: string
  readonly holds: string
  readonly from: string
  readonly to: string
  readonly path: string
}

/**
 * The search from both ends for a single path is much the fastest, and most of all where it need not look at what it meets.
 * So the shortest way of all is found first. If all its steps are among those wanted, none wanted is shorter; only if not,
 * the search looks at each step.
 */
function printShortest(printing: Printing, { names, longest, statement, holds, from, to, path }: Shortest): string {
  const [any, fits, steps] = [printing.variable('path'), printing.variable('fits'), printing.variable('steps')]
  const types = names.split('|').map(literal).join(', ')
  const wanted = printSubquery('COLLECT', [
    `MATCH ${path} = shortestPath((${from})-[${steps}:${names}*..${longest}]-(${to}))`,
    `WHERE all(${statement} IN ${steps} WHERE ${holds})`,
    `RETURN ${path}`,
  ])
  return [
    `MATCH ${any} = shortestPath((${from})-[*..${longest}]-(${to}))`,
    `WITH *, all(${statement} IN relationships(${any}) WHERE type(${statement}) IN [${types}] AND ${holds}) AS ${fits}`,
    `WITH CASE WHEN ${fits} THEN ${any} ELSE head(${wanted}) END AS ${path}`,
  ].join('\n')
}

/** A whole number as the query has it, up to the largest; the largest when it comes with each request. */
function written(leaf: Leaf, largest: number): number {
  return typeof leaf === 'number' && leaf >= 1 && leaf <= largest ? leaf : largest
}

/** How far a neighbourhood reaches at most. */
export const deepestNeighbourhood = 3
/** The most nodes that a neighbourhood gives. */
export const largestNeighbourhood = 500
/** The most relationships followed from one node of a neighbourhood. */
const widestStep = 100

function printNeighbourhood(printing: Printing, plan: Extract<RootPlan, { kind: 'neighbourhood' }>): string {
  const { parameters } = printing
  const { asOf } = plan
  const types = printTypes(
    plan.types.map(type => type.name),
    asOf,
  )
  const depth = parameters.add(plan.depth, {
    kind: 'bounded',
    argument: 'neighbourhood.depth',
    least: 1,
    largest: deepestNeighbourhood,
  })
  const limit = parameters.add(plan.limit, {
    kind: 'bounded',
    argument: 'neighbourhood.limit',
    least: 1,
    largest: largestNeighbourhood,
  })
  const centre = printing.variable('n')
  enter(printing, centre, asOf)
  let nodes = printing.variable('nodes')
  const clauses = [
    `MATCH ${printStart(printing, centre, 'Entity', plan.id, asOf)}`,
    ...(isPast(asOf) ? printFound(printing, centre, [], asOf, [], []) : []),
    `WITH [${centre}] AS ${nodes}`,
  ]
  for (let step = 1; step <= deepestNeighbourhood; step++) {
    const [node, statement, other, found, wider] = [
      printing.variable('n'),
      printing.variable('r'),
      printing.variable('n'),
      printing.variable('found'),
      printing.variable('nodes'),
    ]
    const neighbours = printSubquery('COLLECT', [
      `UNWIND CASE WHEN ${depth} >= ${step} THEN ${nodes} ELSE [] END AS ${node}`,
      `UNWIND ${printSubquery('COLLECT', [
        `MATCH (${node})-[${statement}:${types}]-${printNodePattern(other, ['Entity'], asOf)}`,
        printWhere([printing.holds(statement, plan.asOf)]),
        `WITH DISTINCT ${other} LIMIT ${widestStep}`,
        `RETURN ${other}`,
      ])} AS ${found}`,
      `WITH DISTINCT ${found} WHERE NOT ${found} IN ${nodes}`,
      `RETURN ${found} ORDER BY ${found}.id LIMIT ${limit}`,
    ])
    clauses.push(`WITH ${nodes}, ${neighbours} AS ${found}s`, `WITH (${nodes} + ${found}s)[..${limit}] AS ${wider}`)
    nodes = wider
  }
  const [node, statement, other] = [printing.variable('n'), printing.variable('r'), printing.variable('n')]
  const between = printSubquery('COLLECT', [
    `UNWIND ${nodes} AS ${node}`,
    `MATCH (${node})-[${statement}:${types}]->${printNodePattern(other, ['Entity'], asOf)}`,
    printWhere([`${other} IN ${nodes}`, printing.holds(statement, plan.asOf)]),
    `RETURN ${statement} ORDER BY ${printType(statement, asOf)}, ${statement}.id LIMIT ${largestNeighbourhood * 4}`,
  ])
  const relationships = printing.variable('relationships')
  clauses.push(`WITH ${nodes}, ${between} AS ${relationships}`, `RETURN ${printGraph(printing, plan, nodes, relationships)}`)
  return `head(${printSubquery('COLLECT', clauses)})`
}
