import type { Condition, ConnectionPlan, OrderKey, Page, RowSource } from '../plan/plan.ts'
import { isEnum, type Property, type ScalarKind } from '../schema/ontology.ts'
import { findAnchors } from './findAnchor.ts'
import { isCountedToo } from './gather.ts'
import { enter, isPast, printFound, printType, printTypes } from './knownAt.ts'
import { carriedByTargets, orderedOperators, partsOf, printCarried } from './printCarried.ts'
import { carriedOrder, printCarriedOrder } from './printCarriedOrder.ts'
import { printCondition, printPattern } from './printCondition.ts'
import { isCrowded, printCrowdedRows } from './printCrowdedRows.ts'
import { printDisputeRows } from './printDispute.ts'
import { printEndRows } from './printEndRows.ts'
import { printFromAnchors, printFromEither } from './printFromAnchor.ts'
import { isFirstInOrder, printFromOrder } from './printFromOrder.ts'
import { printHandlingRows } from './printHandlingRows.ts'
import { joinBranches, type Printing, printAfterAll, printCall, printSubquery, printWhere } from './printing.ts'
import { isSortLabel, printOrderedScan, printTypeStart } from './printOrderedScan.ts'
import { printPastRows } from './printPastRows.ts'
import { printStored } from './printProperty.ts'
import { printSearchRows } from './printSearch.ts'
import { sortProperty } from './record.ts'
import type { Traversed } from './sides.ts'

/** One key by which rows are ordered; ids never repeat and are never missing. */
export interface SortKey {
  readonly expression: string
  readonly type: ScalarKind
  readonly descending: boolean
  readonly nullable: boolean
}

/** The clauses that give the rows of a connection, and the variables that they hold. */
export interface Rows {
  /** Clauses up to and with the conditions of the filter. */
  readonly clauses: readonly string[]
  readonly keys: readonly SortKey[]
  /** What all rows have in common: named in the order, it lets Neo4j read an index that begins with it in its own order. */
  readonly within?: string
  readonly variables: readonly string[]
  readonly node?: string
  readonly statement?: string
  readonly handling?: { readonly institution: string; readonly commitment: string }
  readonly dispute?: { readonly subject: string; readonly property: string; readonly claims: string }
  readonly score?: string
  /** That all rows, each of one node, are walked to find them, even those of a page. */
  readonly walked?: boolean
}

type Nodes = Extract<RowSource, { kind: 'nodes' }>

/** What the rows are wanted for: all of them to be counted, or those of a page, of which this many are read. */
export type Purpose = { readonly kind: 'count' } | { readonly kind: 'page'; readonly limit: string }

/** The clauses for the source of a connection; `parent` holds the node that it hangs on. */
export function printRows(printing: Printing, plan: ConnectionPlan, parent: string, purpose: Purpose): Rows {
  const { source, order, page } = plan
  switch (source.kind) {
    case 'nodes':
      return printNodeRows(printing, source, order, page, purpose, purpose.kind === 'count' || isCountedToo(plan))
    case 'traversal': {
      const stored = carriedOrder(plan)
      if (purpose.kind === 'count') return printTraversalRows(printing, source, order, parent)
      if (stored) return printCarriedOrder(printing, source, stored, order[0]!, page, purpose.limit, parent)
      if (isCrowded(plan)) return printCrowdedRows(printing, source, page, purpose.limit, parent)
      const rows = printTraversalRows(printing, source, order, parent)
      return isFirstInOrder(plan) ? printFromOrder(printing, source, order[0]!, rows, parent, purpose.limit) : rows
    }
    case 'relationships':
      return printRelationshipRows(printing, source, page, purpose, parent)
    case 'handlings':
      return printHandlingRows(printing, source, page, purpose)
    case 'search':
      return printSearchRows(printing, source, page, purpose)
    case 'disputes':
      return printDisputeRows(printing, source)
  }
}

export function idKey(variable: string): SortKey {
  return { expression: `${variable}.id`, type: 'ID', descending: false, nullable: false }
}

function sortKeys(
  printing: Printing,
  order: readonly OrderKey[],
  node: string,
  statement: string,
  condition: Condition,
): SortKey[] {
  return order.map(({ property, of, descending }) => ({
    expression: printStored(printing, of === 'node' ? node : statement, property, {}),
    type: scalarOf(property),
    descending,
    nullable: !property.required && !(of === 'node' && asksForValue(condition, property)),
  }))
}

/** Whether no node without a value of this property meets the condition. */
function asksForValue(condition: Condition, property: Property): boolean {
  return partsOf(condition).some(part => {
    if (part.kind !== 'compare' || part.property.name !== property.name) return false
    return orderedOperators.includes(part.operator) || (part.operator === 'reached' && part.value === true)
  })
}

export function scalarOf({ type }: Property): ScalarKind {
  return isEnum(type) ? 'String' : type
}

function printNodeRows(
  printing: Printing,
  source: Nodes,
  order: readonly OrderKey[],
  page: Page | undefined,
  purpose: Purpose,
  counted: boolean,
): Rows {
  const node = printing.variable('n')
  const { condition, asOf, type } = source
  const parts = partsOf(condition)
  const anchors = findAnchors(parts, counted && !isPast(asOf))
  const [anchor] = anchors
  const rest = parts.filter(part => part !== anchor)
  const clauses: string[] = []
  enter(printing, node, asOf)
  if (isPast(asOf)) {
    clauses.push(...printPastRows(printing, node, source, anchor, rest))
  } else if (anchor) {
    const inOrder = !counted && page && purpose.kind === 'page' && order.length === 0
    const wanted = inOrder ? { page, limit: purpose.limit } : undefined
    clauses.push(...printFromAnchors(printing, node, type.name, anchors, parts, asOf, wanted))
  }
  const ordered = order.some(({ property }) => property.name === 'id')
  const sorted = sortKeys(printing, order, node, '', condition)
  // The first key of a list by label is stored, so that an index has it.
  if (order[0] && isSortLabel(order[0]) && !isPast(asOf)) sorted[0] = { ...sorted[0]!, expression: `${node}.${sortProperty}` }
  const keys = ordered ? sorted : [...sorted, idKey(node)]
  if (!anchor && !isPast(asOf)) {
    const where = rest.map(part => printCondition(printing, node, part, asOf))
    if (page && purpose.kind === 'page')
      clauses.push(...printOrderedScan(printing, { node, type: type.name, where, order, keys }, page, purpose.limit))
    else clauses.push(`MATCH (${node}:${type.name})`, printWhere(where))
  }
  return { clauses, keys, variables: [node], node, walked: anchor !== undefined }
}

/** An expression for how many nodes there are of a type that meet a condition. */
export function printNodeCount(printing: Printing, source: Nodes): string {
  return printNumber(printNodeRows(printing, source, [], undefined, { kind: 'count' }, true))
}

/** An expression for how many of these rows there are, which are all that are to be counted. */
export function printNumber({ clauses, variables }: Rows): string {
  return printSubquery('COUNT', [...clauses, `RETURN ${variables[0]}`])
}

function printTraversalRows(printing: Printing, source: Traversed, order: readonly OrderKey[], parent: string): Rows {
  const { traversal, condition, statement: stated, ranks, asOf } = source
  const statement = printing.variable('r')
  const node = printing.variable('n')
  enter(printing, node, asOf)
  const carried = printCarried(printing, statement, carriedByTargets(traversal), `= ${parent}.id`, partsOf(condition), asOf)
  const onStatement = [
    ...(carried?.onStatement ?? []),
    // Where very many meet, most fail at the first, which reads one value of theirs.
    printAfterAll([printCondition(printing, statement, stated, asOf)], printing.holds(statement, asOf, ranks)),
  ]
  const onNode = [printCondition(printing, node, carried ? { kind: 'all', of: carried.rest } : condition, asOf)]
  const fromParent = [
    `MATCH ${printPattern(carried ? '' : parent, statement, node, traversal, asOf)}`,
    ...printFound(printing, node, traversal.targets, asOf, onStatement, onNode),
  ]
  const keys = [...sortKeys(printing, order, node, statement, condition), idKey(node), idKey(statement)]
  const clauses = carried
    ? fromParent
    : printFromEither(printing, source, { parent, statement, node, onStatement, clauses: fromParent })
  return { clauses, keys, variables: [statement, node], node, statement }
}

function printRelationshipRows(
  printing: Printing,
  source: Extract<RowSource, { kind: 'relationships' }>,
  page: Page,
  purpose: Purpose,
  parent: string,
): Rows {
  const { types, ofNode, from, to, condition, ranks, asOf } = source
  if (ofNode || from !== undefined || to !== undefined) return printEndRows(printing, source, page, purpose, parent)
  const statement = printing.variable('r')
  const keys: SortKey[] = [
    { expression: printType(statement, asOf), type: 'String', descending: false, nullable: false },
    idKey(statement),
  ]
  const rows = { keys, variables: [statement], statement }
  const conditions = [printing.holds(statement, asOf, ranks), printCondition(printing, statement, condition, asOf)]
  const names = types.map(({ name }) => name)
  return { ...rows, clauses: [printScan(printing, names, statement, conditions, source, page, purpose)] }
}

/** All relationships of these types in the order of type and id: each type is read from its index, from the cursor on. */
function printScan(
  printing: Printing,
  names: readonly string[],
  statement: string,
  conditions: readonly string[],
  { asOf }: RowSource,
  page: Page,
  purpose: Purpose,
): string {
  const limit = purpose.kind === 'page' ? ` LIMIT ${purpose.limit}` : ''
  const branches = [...names].sort().flatMap(type => {
    const start = printTypeStart(printing, type, page, 2)
    const where = printWhere([`${statement}.id > ${start}`, ...conditions])
    return printTypes([type], asOf)
      .split('|')
      .map(stored => [`MATCH ()-[${statement}:${stored}]->()`, where, `RETURN ${statement} ORDER BY ${statement}.id${limit}`])
  })
  return printCall([], [joinBranches(branches)])
}
