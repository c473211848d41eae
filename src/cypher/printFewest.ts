import { type Printing, printFrom, printSubquery } from './printing.ts'

/** One way to find rows: how many statements it starts from, as an expression, and the list of the rows that it gives. */
export interface Search {
  readonly degree: string
  readonly found: string
}

/** Clauses that give as this variable what the search with the fewest statements to start from finds; the others are not made. */
export function printFewest(printing: Printing, searches: readonly Search[], variable: string): string[] {
  const last = searches.at(-1)!.found
  if (searches.length === 1) return [`UNWIND ${last} AS ${variable}`]
  const counts = printing.variable('counts')
  const cases = searches.slice(0, -1).map(({ found }, index) => {
    const fewest = `all(count IN ${counts} WHERE ${counts}[${index}] <= count)`
    return `WHEN ${fewest} THEN ${found}`
  })
  return [
    `WITH [${searches.map(({ degree }) => degree).join(', ')}] AS ${counts}`,
    `UNWIND CASE ${cases.join('\n')} ELSE ${last} END AS ${variable}`,
  ]
}

/** How many statements of a type the nodes with these labels and ids have at this end; Neo4j knows it without reading them. */
export function printDegree(printing: Printing, labels: string, ids: string, near: 'from' | 'to', type: string): string {
  const node = printing.variable('n')
  const counts = printSubquery('COLLECT', [
    `MATCH (${node}${labels}) WHERE ${node}.id ${ids}`,
    `RETURN COUNT { ${printFrom(`(${node})`, near, `[:${type}]`)} }`,
  ])
  return `reduce(sum = 0, count IN ${counts} | sum + count)`
}
