import type { Page, RowSource } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import { endProperties } from './constraints.ts'
import { isPast, printStart, printStep, printType } from './knownAt.ts'
import { printCondition } from './printCondition.ts'
import { isAlways } from './printCrowdedRows.ts'
import { printHeldCount, printHeldCountOfAll } from './printHeldCount.ts'
import { joinBranches, literal, type Printing, printCall, printFrom, printSubquery, printWhere } from './printing.ts'
import { printAfter, printTypeStart } from './printOrderedScan.ts'
import { idKey, type Purpose, type Rows, type SortKey } from './printRows.ts'
import { isCrowdedAt, type Side, sidesOf } from './sides.ts'

type Relationships = Extract<RowSource, { kind: 'relationships' }>

/**
 * The relationships of a node, from one, to one, or between two, in the order of type, of the id of the other end, and of id.
 * Where very many may meet at the node named, those of a type are read from the index of its statements, as far as the page needs.
 */
export function printEndRows(printing: Printing, source: Relationships, page: Page, purpose: Purpose, parent: string): Rows {
  const { condition, ranks, asOf } = source
  const statement = printing.variable('r')
  const far = printing.variable('far')
  const keys: SortKey[] = [
    { expression: printType(statement, asOf), type: 'String', descending: false, nullable: false },
    { expression: far, type: 'ID', descending: false, nullable: false },
    idKey(statement),
  ]
  const conditions = [printing.holds(statement, asOf, ranks), printCondition(printing, statement, condition, asOf)]
  const printed = { statement, far, keys, conditions, parent }
  const sides = purpose.kind === 'page' ? sidesOf(source) : []
  const clauses =
    purpose.kind === 'page' && isCrowdedAt(sides)
      ? printSides(printing, source, sides, page, purpose.limit, printed)
      : printAll(printing, source, printed)
  return { clauses, keys, variables: [statement, far], statement }
}

interface Printed {
  readonly statement: string
  readonly far: string
  readonly keys: readonly SortKey[]
  readonly conditions: readonly string[]
  readonly parent: string
}

/** All of them, from the node or between the two. */
function printAll(printing: Printing, source: Relationships, { statement, far, conditions, parent }: Printed): string[] {
  const { types, ofNode, from, to, asOf } = source
  const end = (leaf: Leaf) => (leaf === undefined ? '()' : printStart(printing, '', 'Entity', leaf, asOf))
  const [left, right] = ofNode ? [`(${parent})`, '()'] : [end(from), end(to)]
  const start = `startNode(${statement})`
  const other = ofNode
    ? `CASE WHEN ${start} = ${parent} THEN endNode(${statement}) ELSE ${start} END`
    : `${to === undefined ? 'endNode' : 'startNode'}(${statement})`
  return [
    `MATCH ${left}-${printStep(statement, types, asOf)}-${ofNode ? '' : '>'}${right}`,
    printWhere(conditions),
    `WITH ${statement}, ${other}.id AS ${far}`,
  ]
}

/** Those at each end of the node: as many as the page needs of the types that meet in crowds there, and all others. */
function printSides(
  printing: Printing,
  source: Relationships,
  sides: readonly Side[],
  page: Page,
  limit: string,
  { statement, far, keys, conditions, parent }: Printed,
): string[] {
  const { ofNode, from, to, asOf } = source
  const node = ofNode ? `(${parent})` : printStart(printing, '', 'Entity', from ?? to, asOf)
  const id = ofNode ? `${parent}.id` : printing.parameters.add(from ?? to, { kind: 'value', type: 'ID' })
  const branches = sides.flatMap(({ near, crowded, others }) => {
    const ends = endProperties[near]
    const key = `${statement}.${ends.far}`
    const printed = crowded.map(({ name }) => {
      const expressions = [literal(name), key, `${statement}.id`]
      const own = keys.map((sorted, index) => ({ ...sorted, expression: expressions[index]! }))
      const start = printTypeStart(printing, name, page, keys.length)
      return [
        `MATCH ()-[${statement}:${name}]->()`,
        printWhere([`${statement}.${ends.near} = ${id}`, `${key} >= ${start}`, printAfter(printing, page, own), ...conditions]),
        `RETURN ${statement}, ${key} AS ${far} ORDER BY ${statement}.${ends.near}, ${key}, ${statement}.id LIMIT ${limit}`,
      ]
    })
    if (others.length === 0) return printed
    const step = printStep(statement, others, asOf)
    const match = `MATCH ${printFrom(node, near, step)}`
    const other = near === 'from' ? 'endNode' : 'startNode'
    return [...printed, [match, printWhere(conditions), `RETURN ${statement}, ${other}(${statement}).id AS ${far}`]]
  })
  return [printCall(ofNode ? [parent] : [], [joinBranches(branches)])]
}

/**
 * How many relationships there are, or start or end at a node, without reading those of types of which very many may meet there.
 * Undefined when something else decides as well, and all must be read.
 */
export function printRelationshipCount(printing: Printing, source: Relationships, parent: string): string | undefined {
  const { types, ofNode, from, to, condition, ranks, asOf } = source
  if (!isAlways(condition) || isPast(asOf)) return undefined
  if (!ofNode && from === undefined && to === undefined) return printHeldCountOfAll(printing, types, asOf, ranks)
  const sides = sidesOf(source)
  if (sides.length === 0) return undefined
  const node = ofNode ? parent : printing.variable('n')
  const counts = sides.flatMap(({ near, crowded, others }) => {
    const known = crowded.map(({ name }) => printHeldCount(printing, name, near, node, asOf, ranks))
    if (others.length === 0) return known
    const statement = printing.variable('r')
    const match = `MATCH ${printFrom(`(${node})`, near, printStep(statement, others, asOf))}`
    return [...known, printSubquery('COUNT', [match, printWhere([printing.holds(statement, asOf, ranks)])])]
  })
  const sum = counts.join(' + ') || '0'
  if (ofNode) return sum
  const found = printSubquery('COLLECT', [`MATCH ${printStart(printing, node, 'Entity', from ?? to, asOf)}`, `RETURN ${sum}`])
  return `coalesce(head(${found}), 0)`
}
