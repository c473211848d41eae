import type { RootPlan } from '../plan/plan.ts'
import { written } from '../plan/slot.ts'
import { printCurrent, printStart, printTypes } from './knownAt.ts'
import { printGraph } from './printGraph.ts'
import { literal, type Printing, printCall, printSubquery } from './printing.ts'

/** The longest path that is looked for. */
export const longestPath = 8
/** The most paths that are given. */
export const mostPaths = 20

/** The most paths of equal length among which the first are found; of more, which are looked at is open. Only the first are held. */
export const mostEqualPaths = 1_000_000

type PathsPlan = Extract<RootPlan, { kind: 'paths' }>

/** The shortest paths, those of one length in the order of the ids of their nodes, then of their relationships. */
export function printPaths(printing: Printing, plan: PathsPlan): string {
  const { parameters } = printing
  const length = parameters.add(plan.maxLength, { kind: 'bounded', argument: 'paths.maxLength', least: 1, largest: longestPath })
  const first = parameters.add(plan.first, { kind: 'bounded', argument: 'paths.first', least: 1, largest: mostPaths })
  const path = printing.variable('path')
  const { found, one } = printSearch(printing, plan, { path, length, first })
  const short = plan.maxLength === written(plan.maxLength, longestPath) ? [] : [`WHERE length(${path}) <= ${length}`]
  const graph = printGraph(printing, plan, `nodes(${path})`, `relationships(${path})`)
  if (one) return `[${[`${path} IN ${found}`, ...short].join(' ')} | ${graph}]`
  return printSubquery('COLLECT', [
    `UNWIND ${found} AS ${path}`,
    ...(short.length > 0 ? [`WITH ${path} ${short[0]}`] : []),
    printFirst(path, first),
    `RETURN ${graph}`,
  ])
}

interface Search {
  readonly path: string
  readonly length: string
  readonly first: string
}

/** The variable that holds the paths found, and whether they are of one length, and so in their order and no more than are asked for. */
interface Found {
  readonly found: string
  readonly one: boolean
}

/**
 * All paths of the least length, then of the next one, until there are as many as are asked for; gives the variable that holds
 * them. Each search stands in a subquery of its own before the rest, since Cypher takes its two kinds of search only apart.
 * It takes no parameters for the number and the length of paths, so numbers written in the query narrow the search, variables do not.
 */
function printSearch(printing: Printing, plan: PathsPlan, { path, length, first }: Search): Found {
  const { asOf, types } = plan
  const longest = written(plan.maxLength, longestPath)
  const [from, to] = [printing.variable('n'), printing.variable('n')]
  // The second look-up knows the first, so that Neo4j does not multiply what the two find.
  printing.beforeAll([
    `OPTIONAL MATCH ${printStart(printing, from, 'Entity', plan.from, asOf)}`,
    `WITH ${from} LIMIT 1`,
    `OPTIONAL MATCH ${printStart(printing, to, 'Entity', plan.to, asOf)} WHERE ${to} <> ${from}`,
    `RETURN ${from}, ${to} LIMIT 1`,
  ])
  const statement = printing.variable('r')
  const names = printTypes(
    types.map(type => type.name),
    asOf,
  )
  const holds = printing.holds(statement, asOf)
  const every = types.length === printing.ontology.relationshipTypes.size
  const steps = every
    ? { pattern: '', wanted: printCurrent(statement, asOf), holds }
    : { pattern: `:${names}`, wanted: `type(${statement}) IN [${names.split('|').map(literal).join(', ')}]`, holds }
  let found = printNearest(printing, { from, to, first, longest, statement, steps })
  let shorter: string | undefined
  for (let lengths = 2; lengths <= Math.min(longest, written(plan.first, mostPaths)); lengths++) {
    const enough = `size(${found}) >= ${first} OR size(${found}) = ${shorter ? `size(${shorter})` : 0} OR any(${path} IN ${found} WHERE length(${path}) >= ${length})`
    const search = printSubquery('COLLECT', [
      `MATCH ${path} = SHORTEST ${lengths} GROUPS (${from})-[${statement}:${names} WHERE ${holds}]-{1,${longest}}(${to})`,
      `WITH ${path} LIMIT ${mostEqualPaths}`,
      printFirst(path, first),
      `RETURN ${path}`,
    ])
    const imported = [from, to, found, ...(shorter ? [shorter] : [])]
    const wider = printing.before(imported, [`RETURN CASE WHEN ${enough} THEN ${found} ELSE ${search} END`])
    shorter = found
    found = wider
  }
  return { found, one: shorter === undefined }
}

interface Nearest {
  readonly from: string
  readonly to: string
  readonly first: string
  readonly longest: number
  readonly statement: string
  readonly steps: Steps
}

/** Which steps a path may take: their types in a pattern, the same as a condition, and that one holds. */
interface Steps {
  readonly pattern: string
  readonly wanted: string
  readonly holds: string
}

/**
 * The search from both ends is much the fastest, and most of all where it need not look at what it meets. So the shortest ways
 * of all are found first, and of these the first ones, whose steps are mostly wanted: then no others are looked at. If not, those
 * with only wanted steps are picked out; if there are none, none wanted is as short, and the search looks at each step.
 */
function printNearest(printing: Printing, { from, to, first, longest, statement, steps }: Nearest): string {
  const [path, taken] = [printing.variable('path'), printing.variable('steps')]
  const search = (pattern: string, wanted: string) =>
    printSubquery('COLLECT', [
      `WITH ${from}, ${to} WHERE ${to} IS NOT NULL`,
      `MATCH ${path} = allShortestPaths((${from})-[${taken}${pattern}*..${longest}]-(${to}))`,
      wanted,
      printFirst(path, first, true),
      `RETURN ${path}`,
    ])
  const all = (of: string, conditions: readonly string[]) =>
    `all(${statement} IN ${of} WHERE ${conditions.filter(Boolean).join(' AND ')})`
  const fit = [steps.wanted, steps.holds]
  const limit = `WITH ${path}, ${taken} LIMIT ${mostEqualPaths}`
  const any = printing.before([from, to], [`RETURN ${search('', limit)}`])
  const fits = `size(${any}) = 0 OR all(${path} IN ${any} WHERE ${all(`relationships(${path})`, fit)})`
  const picked = printing.variable('found')
  const pick = search('', `${limit} WHERE ${all(taken, fit)}`)
  const look = search(
    steps.pattern,
    `WHERE ${all(taken, steps.pattern ? [steps.holds] : fit)}\nWITH ${path} LIMIT ${mostEqualPaths}`,
  )
  const others = printSubquery('COLLECT', [
    printCall([from, to], [`RETURN ${pick} AS ${picked}`]),
    `UNWIND CASE WHEN size(${picked}) > 0 THEN ${picked} ELSE ${look} END AS ${path}`,
    `RETURN ${path}`,
  ])
  return printing.before([from, to, any], [`RETURN CASE WHEN ${fits} THEN ${any} ELSE ${others} END`])
}

/** Keeps the first paths in their order: by length, by the ids of their nodes, and by those of their relationships. */
function printFirst(path: string, first: string, ofOneLength = false): string {
  return `WITH ${path} ORDER BY ${ofOneLength ? '' : `length(${path}), `}[node IN nodes(${path}) | node.id], [step IN relationships(${path}) | step.id] LIMIT ${first}`
}
