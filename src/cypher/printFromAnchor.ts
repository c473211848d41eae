import type { AsOf, Condition } from '../plan/plan.ts'
import { findAnchors, idsOf, type Related } from './findAnchor.ts'
import { isPast } from './knownAt.ts'
import { carriedByOwners, onlyIdsOf, partsOf, printCarried } from './printCarried.ts'
import { printCondition, printLabel, printPattern } from './printCondition.ts'
import { printDegree, printFewest, type Search } from './printFewest.ts'
import { type Printing, printAfterAll, printFrom, printSubquery, printWhere } from './printing.ts'
import { near, type Traversed } from './sides.ts'

/** The nodes that stand in relationships to those that several parts of a filter name, each once. */
export function printFromAnchors(
  printing: Printing,
  node: string,
  type: string,
  anchors: readonly Related[],
  parts: readonly Condition[],
  asOf: AsOf,
): string[] {
  const searches = anchors.map(anchor => {
    const others = parts.filter(part => part !== anchor)
    const found = [...printFromAnchor(printing, node, type, anchor, others, asOf), `RETURN ${node}`]
    return { degree: printAnchorDegree(printing, anchor), found: printSubquery('COLLECT', found) }
  })
  return printFewest(printing, searches, node)
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
  const degree = `COUNT { ${printFrom(`(${parent})`, near(source), step)} }`
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
function printAnchorDegree(printing: Printing, { traversal, node }: Related): string {
  const { relationship, direction, targets } = traversal
  const ids = printing.parameters.add(idsOf(node), { kind: 'value', type: 'ID' })
  return printDegree(printing, printLabel(targets), `IN ${ids}`, direction === 'OUT' ? 'to' : 'from', relationship.name)
}

/** The nodes that stand in a relationship to those that a filter names, each once. */
export function printFromAnchor(
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
    `MATCH ${printPattern(`${node}:${type}`, statement, end, traversal, asOf, label)}`,
    printWhere([
      ...(carried ? carried.onStatement : [printCondition(printing, other, named, asOf)]),
      printAfterAll(ownValues, printing.holds(statement, asOf, ranks)),
      printCondition(printing, statement, stated, asOf),
      ...rest.filter(part => part.kind !== 'compare').map(part => printCondition(printing, node, part, asOf)),
    ]),
    `WITH DISTINCT ${node}`,
  ]
}
