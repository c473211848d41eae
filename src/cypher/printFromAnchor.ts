import type { AsOf, Condition, Page } from '../plan/plan.ts'
import type { Traversal } from '../schema/ontology.ts'
import { endProperties } from './constraints.ts'
import { findAnchors, idsOf, type Related } from './findAnchor.ts'
import { isPast } from './knownAt.ts'
import { carriedByOwners, findBounds, onlyIdsOf, partsOf, printCarried } from './printCarried.ts'
import { printCondition, printLabel, printPattern } from './printCondition.ts'
import { printDegree, printFewest, type Search } from './printFewest.ts'
import { type Printing, printAfterAll, printFrom, printSubquery, printWhere } from './printing.ts'
import { printPart } from './printOrderedScan.ts'
import { idKey } from './printRows.ts'
import { far, near, type Traversed } from './sides.ts'

/** A page of nodes in the order of their ids, of which no more is wanted than it holds. */
export interface PageInOrder {
  readonly page: Page
  readonly limit: string
}

/** The nodes that stand in relationships to those that parts of a filter name, each once; of a page, at least those that are on it. */
export function printFromAnchors(
  printing: Printing,
  node: string,
  type: string,
  anchors: readonly Related[],
  parts: readonly Condition[],
  asOf: AsOf,
  page?: PageInOrder,
): string[] {
  const searches = anchors.map(anchor => {
    const others = parts.filter(part => part !== anchor)
    const all = printFromAnchor(printing, node, type, anchor, others, asOf)
    return { anchor, all, first: page && printFirstOfAnchor(printing, node, type, anchor, others, asOf, page) }
  })
  const [only] = searches
  if (searches.length === 1 && !only?.first) return only!.all
  return printFewest(
    printing,
    searches.map(({ anchor, all, first }) => {
      const found = printSubquery('COLLECT', [...all, `RETURN ${node}`])
      const one = `size(${printIds(printing, anchor)}) = 1`
      return {
        degree: printAnchorDegree(printing, anchor),
        found: first ? `CASE WHEN ${one} THEN ${first} ELSE ${found} END` : found,
      }
    }),
    node,
  )
}

/**
 * The first nodes around one that is named, read from the index of its statements as far as the page needs, where very many may meet
 * there. Undefined for all others.
 */
function printFirstOfAnchor(
  printing: Printing,
  node: string,
  type: string,
  anchor: Related,
  conditions: readonly Condition[],
  asOf: AsOf,
  { page, limit }: PageInOrder,
): string | undefined {
  const { traversal, node: named, statement: stated, ranks } = anchor
  const end = far(traversal)
  const bounded = findBounds(carriedByOwners(traversal), conditions).length > 0
  if (!traversal.relationship.crowded.includes(end) || onlyIdsOf(named) === undefined || bounded) return undefined
  const [statement, within, other] = [printing.variable('r'), printing.variable('near'), printing.variable('far')]
  const ends = endProperties[end]
  const start = page.after === undefined ? `>= ''` : `> ${printPart(printing, page, [idKey(node)], 0)}`
  return printSubquery('COLLECT', [
    `MATCH ${printPattern(`${node}${printOwner(traversal, type)}`, statement, '', traversal, asOf)}`,
    printWhere([
      `${statement}.${ends.near} = ${printIds(printing, anchor)}[0]`,
      `${statement}.${ends.far} ${start}`,
      printing.holds(statement, asOf, ranks),
      printCondition(printing, statement, stated, asOf),
      ...conditions.map(part => printCondition(printing, node, part, asOf)),
    ]),
    `WITH DISTINCT ${statement}.${ends.near} AS ${within}, ${statement}.${ends.far} AS ${other}, ${node}`,
    `RETURN ${node} ORDER BY ${within}, ${other} LIMIT ${limit}`,
  ])
}

/** How the rows of one node are sought from it: the clauses for all, or for those that come first. */
interface FromParent {
  readonly parent: string
  readonly statement: string
  readonly node: string
  readonly clauses: readonly string[]
  /** The conditions on the statement alone. */
  readonly onStatement: readonly string[]
  /** What keeps of a page no more than it holds. */
  readonly kept?: readonly string[]
}

/**
 * The rows of one node, sought from it, or from those that a part of the filter names where these have fewer statements. Where a page is
 * read from it in order, it is mostly full long before all is read: then they must have far fewer.
 */
export function printFromEither(printing: Printing, source: Traversed, from: FromParent): string[] {
  const { traversal, condition, asOf } = source
  const parts = partsOf(condition)
  const anchors = isPast(asOf) ? [] : findAnchors(parts, false)
  const { parent, statement, node, clauses, onStatement, kept = [] } = from
  if (anchors.length === 0) return [...clauses]
  const found = (rows: readonly string[]) => printSubquery('COLLECT', [...rows, ...kept, `RETURN [${statement}, ${node}]`])
  const step = `[:${traversal.relationship.name}]`
  const degree = `COUNT { ${printFrom(`(${parent})`, near(source.traversal), step)} }`
  const searches = anchors.map((anchor): Search => {
    const others = parts.filter(part => part !== anchor)
    const rows = [
      ...printFromAnchor(printing, node, traversal.targets.join('|'), anchor, others, asOf),
      `MATCH ${printPattern(parent, statement, node, traversal, asOf, '')}`,
      printWhere(onStatement),
    ]
    return { degree: printAnchorDegree(printing, anchor), found: found(rows) }
  })
  const row = printing.variable('row')
  const own = { degree: kept.length > 0 ? `${degree} / ${untilFull}` : degree, found: found(clauses) }
  return [...printFewest(printing, [own, ...searches], row), `WITH ${row}[0] AS ${statement}, ${row}[1] AS ${node}`]
}

/** A page that is read in order is taken to be full when one in so many has been read. */
const untilFull = 50

/** How many statements those have that a part of a filter names. */
function printAnchorDegree(printing: Printing, anchor: Related): string {
  const { relationship, targets } = anchor.traversal
  const ids = printIds(printing, anchor)
  return printDegree(printing, printLabel(targets), `IN ${ids}`, far(anchor.traversal), relationship.name)
}

/** The label of the end that a traversal starts from, where the relationship type alone does not say it. */
function printOwner(traversal: Traversal, type: string): string {
  const end = near(traversal)
  return traversal.relationship.ends.every(ends => ends[end] === type) ? '' : `:${type}`
}

/** The ids that a part of a filter names. */
function printIds(printing: Printing, { node }: Related): string {
  return printing.parameters.add(idsOf(node), { kind: 'value', type: 'ID' })
}

/** The nodes that stand in a relationship to those that a filter names, each once. */
function printFromAnchor(
  printing: Printing,
  node: string,
  type: string,
  { traversal, node: named, statement: stated, ranks }: Related,
  conditions: readonly Condition[],
  asOf: AsOf,
): string[] {
  const other = printing.variable('n')
  const statement = printing.variable('r')
  const ids = onlyIdsOf(named)
  const carried =
    ids !== undefined &&
    printCarried(
      printing,
      statement,
      carriedByOwners(traversal),
      `IN ${printing.parameters.add(ids, { kind: 'value', type: 'ID' })}`,
      conditions,
      asOf,
    )
  const rest = carried ? carried.rest : conditions
  const ownValues = rest.filter(part => part.kind === 'compare').map(part => printCondition(printing, node, part, asOf))
  const [end, label] = carried ? ['', undefined] : [other, printLabel(traversal.targets)]
  return [
    `MATCH ${printPattern(`${node}${printOwner(traversal, type)}`, statement, end, traversal, asOf, label)}`,
    printWhere([
      ...(carried ? carried.onStatement : [printCondition(printing, other, named, asOf)]),
      printAfterAll(ownValues, printing.holds(statement, asOf, ranks)),
      printCondition(printing, statement, stated, asOf),
      ...rest.filter(part => part.kind !== 'compare').map(part => printCondition(printing, node, part, asOf)),
    ]),
    `WITH DISTINCT ${node}`,
  ]
}
