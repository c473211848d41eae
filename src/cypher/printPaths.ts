import type { RootPlan } from '../plan/plan.ts'
import { written } from '../plan/slot.ts'
import { type Ends, printLength, printSteps, type Steps } from './foundPaths.ts'
import { printStart } from './knownAt.ts'
import { printGraph } from './printGraph.ts'
import type { Printing } from './printing.ts'
import { printNearest } from './printNearest.ts'
import { printNearPaths } from './printNearPaths.ts'
import { printPathsOfLength } from './printPathsOfLength.ts'

/** The longest path that is looked for. */
export const longestPath = 8
/** The most paths that are given. */
export const mostPaths = 20

type PathsPlan = Extract<RootPlan, { kind: 'paths' }>

/** The shortest paths, those of one length in the order of the ids of their nodes, then of their relationships. */
export function printPaths(printing: Printing, plan: PathsPlan): string {
  const { parameters } = printing
  const length = parameters.add(plan.maxLength, { kind: 'bounded', argument: 'paths.maxLength', least: 1, largest: longestPath })
  const first = parameters.add(plan.first, { kind: 'bounded', argument: 'paths.first', least: 1, largest: mostPaths })
  const path = printing.variable('path')
  const found = printSearch(printing, plan, length, first)
  const short = plan.maxLength === written(plan.maxLength, longestPath) ? '' : ` WHERE ${printLength(path)} <= ${length}`
  return `[${path} IN ${found}${short} | ${printGraph(printing, plan, `${path}.nodes`, `${path}.steps`)}]`
}

/**
 * The paths of the least length, then those of the next one, until there are as many as are asked for; gives the variable that
 * holds them in their order. Each search stands in a subquery of its own before the rest, and is made only where it is needed.
 * Cypher takes no parameters for the length of paths, so numbers written in the query narrow the search, variables do not.
 */
function printSearch(printing: Printing, plan: PathsPlan, length: string, first: string): string {
  const longest = written(plan.maxLength, longestPath)
  const [steps, ending] = [printSteps(printing, plan.types, plan.asOf), printSteps(printing, plan.types, plan.asOf)]
  const { ends, near } = printEnds(printing, plan, first, longest, steps)
  let found = printNearest(printing, ends, near, longest, steps)
  if (written(plan.first, mostPaths) === 1) return found
  for (let next = 2; next <= longest; next++) {
    const enough = `size(${found}) >= ${first} OR size(${found}) = 0 OR ${printLength(`${found}[0]`)} >= ${next} OR ${next} > ${length}`
    const longer = printPathsOfLength(printing, ends, next, steps, ending)
    const { from, to, quiet, crowded, forth } = ends
    found = printing.before(
      [from, to, quiet, crowded, forth, found],
      [`RETURN CASE WHEN ${enough} THEN ${found} ELSE (${found} + ${longer})[..${first}] END`],
    )
  }
  return found
}

interface FoundEnds {
  readonly ends: Ends
  /** The variable that holds the paths that were found beside them, if any. */
  readonly near: string
}

/** Looks up the two ends before all else. The other one is null where one is missing or they are the same. */
function printEnds(printing: Printing, plan: PathsPlan, first: string, longest: number, steps: Steps): FoundEnds {
  const variable = (prefix: string) => printing.variable(prefix)
  const [from, to, quiet, crowded] = [variable('n'), variable('n'), variable('n'), variable('n')]
  const [forth, near, ofFrom, ofTo] = [variable('forth'), variable('near'), variable('d'), variable('d')]
  const byForth = (one: string, other: string) => `CASE WHEN ${forth} THEN ${one} ELSE ${other} END`
  const degrees = { quiet: byForth(ofFrom, ofTo), crowded: byForth(ofTo, ofFrom) }
  const ends = { from, to, first, quiet, crowded, forth, degrees }
  // The second look-up knows the first, so that Neo4j does not multiply what the two find.
  printing.beforeAll([
    `OPTIONAL MATCH ${printStart(printing, from, 'Entity', plan.from, plan.asOf)}`,
    `WITH ${from} LIMIT 1`,
    `OPTIONAL MATCH ${printStart(printing, to, 'Entity', plan.to, plan.asOf)} WHERE ${to} <> ${from}`,
    `WITH ${from}, ${to}, COUNT { (${from})--() } AS ${ofFrom}, COUNT { (${to})--() } AS ${ofTo} LIMIT 1`,
    `WITH ${from}, ${to}, ${ofFrom}, ${ofTo}, ${ofFrom} <= ${ofTo} AS ${forth}`,
    `WITH *, ${byForth(from, to)} AS ${quiet}, ${byForth(to, from)} AS ${crowded}`,
    `RETURN ${from}, ${to}, ${quiet}, ${crowded}, ${forth}, ${printNearPaths(printing, ends, longest, steps)} AS ${near}`,
  ])
  return { ends, near }
}
