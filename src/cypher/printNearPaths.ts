import { type Ends, mostEqualPaths, printAll, printDirected, printFirst, type Steps, wantedOf } from './foundPaths.ts'
import { type Printing, printSubquery } from './printing.ts'

/** How many more relationships the crowded end must have: so many times those of the quiet one, and so many besides. */
const crowd = { times: 20, besides: 5000 }

/**
 * An expression for the first paths over at most one node where one end is crowded: the few neighbours of the quiet one are
 * asked whether they stand beside it. The search from both ends reads all relationships of the crowded one, which may be 200,000
 * in a graph of a million nodes. The neighbours are not asked if they are crowded themselves, since Neo4j looks from the less
 * crowded of two nodes. So there may be such paths where this gives none.
 */
export function printNearPaths(printing: Printing, ends: Ends, longest: number, steps: Steps): string {
  const { quiet, crowded, degrees, first } = ends
  const [neighbour, way] = [printing.variable('n'), printing.variable('way')]
  const [taken, last, path] = [printing.variable('steps'), printing.variable('r'), printing.variable('path')]
  const around = printSubquery('COLLECT', [
    `MATCH (${quiet})--(${neighbour}) WHERE ${neighbour} <> ${crowded}`,
    `RETURN COUNT { (${neighbour})--() }`,
  ])
  const search = printSubquery('COLLECT', [
    `WITH ${quiet}, ${crowded} WHERE reduce(sum = 0, degree IN ${around} | sum + degree) * 2 < ${degrees.crowded}`,
    `MATCH ${way} = (${quiet})-[${taken}${steps.pattern}*0..${Math.min(longest, 2) - 1}]-(${neighbour})`,
    `WHERE ${neighbour} <> ${crowded}`,
    // A limit between the two keeps Neo4j from looking for both steps at once, and so from the crowded end.
    `WITH ${crowded}, ${neighbour}, ${way}, ${taken} LIMIT ${mostEqualPaths}`,
    `MATCH (${neighbour})-[${last}${steps.pattern}]-(${crowded})`,
    `WITH nodes(${way}) + ${crowded} AS ${way}, ${taken} + ${last} AS ${taken}`,
    `WHERE ${printAll(steps.step, taken, wantedOf(steps))}`,
    `WITH ${printDirected(ends, way, taken)} AS ${path}`,
    printFirst(path, first),
    `RETURN ${path}`,
  ])
  return `CASE WHEN ${degrees.quiet} * ${crowd.times} + ${crowd.besides} < ${degrees.crowded} THEN ${search} ELSE [] END`
}
