import {
  type Ends,
  mostEqualPaths,
  printAll,
  printFirstMatched,
  printFound,
  printLength,
  type Steps,
  wantedOf,
} from './foundPaths.ts'
import { type Printing, printCall, printSubquery } from './printing.ts'

/**
 * The first of the shortest paths, unless some are known; gives the variable that holds them.
 *
 * The search from both ends is much the fastest, and most of all where it need not look at what it meets. So the shortest ways
 * of all are found first, and of these the first ones, whose steps are mostly wanted: then no others are looked at. If not, those
 * with only wanted steps are picked out; if there are none, none wanted is as short, and the search looks at each step.
 */
export function printNearest(
  printing: Printing,
  { from, to, first }: Ends,
  known: string,
  longest: number,
  steps: Steps,
): string {
  const [path, taken] = [printing.variable('path'), printing.variable('steps')]
  const search = (pattern: string, wanted: string) =>
    printSubquery('COLLECT', [
      `WITH ${from}, ${to} WHERE ${to} IS NOT NULL`,
      `MATCH ${path} = allShortestPaths((${from})-[${taken}${pattern}*..${longest}]-(${to}))`,
      wanted,
      printFirstMatched(path, first),
      `RETURN ${printFound(path)} AS ${path}`,
    ])
  const fit = [steps.wanted, steps.holds]
  const limit = `WITH ${path}, ${taken} LIMIT ${mostEqualPaths}`
  const shortest = `[${path} IN ${known} WHERE ${printLength(path)} = ${printLength(`${known}[0]`)}]`
  const any = printing.before(
    [from, to, known],
    [`RETURN CASE WHEN size(${known}) > 0 THEN ${shortest} ELSE ${search('', limit)} END`],
  )
  const fits = `size(${known}) > 0 OR size(${any}) = 0 OR all(${path} IN ${any} WHERE ${printAll(steps.step, `${path}.steps`, fit)})`
  const picked = printing.variable('found')
  const pick = search('', `${limit} WHERE ${printAll(steps.step, taken, fit)}`)
  const look = search(
    steps.pattern,
    `WHERE ${printAll(steps.step, taken, wantedOf(steps))}\nWITH ${path} LIMIT ${mostEqualPaths}`,
  )
  const others = printSubquery('COLLECT', [
    printCall([from, to], [`RETURN ${pick} AS ${picked}`]),
    `UNWIND CASE WHEN size(${picked}) > 0 THEN ${picked} ELSE ${look} END AS ${path}`,
    `RETURN ${path}`,
  ])
  return printing.before([from, to, known, any], [`RETURN CASE WHEN ${fits} THEN ${any} ELSE ${others} END`])
}
