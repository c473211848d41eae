import type { Page, RowSource } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { endProperties } from './constraints.ts'
import { isPast, printStart, printStep, printType } from './knownAt.ts'
import { printCondition } from './printCondition.ts'
import { isAlways, printHeldCount } from './printCrowdedRows.ts'
import { literal, type Printing, printCall, printSubquery, printWhere } from './printing.ts'
import { printAfter, printTypeStart } from './printOrderedScan.ts'
import { idKey, type Purpose, type Rows, type SortKey } from './printRows.ts'

type Relationships = Extract<RowSource, { kind: 'relationships' }>

/**
 * The relationships of a node, from one, to one, or between two, in the order of type, of the id of the other end, and of id.
 * Where very many may meet at the node named, those of a type are read from the index of its statements, as far as the page needs.
 */
export function printEndRows(printing: Printing, source: Relationships, page: Page, purpose: Purpose, parent: string): Rows {
  const { types, ofNode, from, to, condition, ranks, asOf } = source
  const statement = printing.variable('r')
  const far = printing.variable('far')
  const keys: SortKey[] = [
    { expression: printType(statement, asOf), type: 'String', descending: false, nullable: false },
    { expression: far, type: 'ID', descending: false, nullable: false },
    idKey(statement),
  ]
  const rows = { keys, variables: [statement, far], statement }
  const conditions = [printing.holds(statement, asOf, ranks), printCondition(printing, statement, condition, asOf)]
  const step = (wanted: readonly RelationshipType[]) => printStep(statement, wanted, asOf)
  // Both ends of all types, each from its index, would make a statement that takes Neo4j many seconds to plan.
  if (ofNode) {
    const other = `CASE WHEN startNode(${statement}) = ${parent} THEN endNode(${statement}) ELSE startNode(${statement}) END`
    const match = `MATCH (${parent})-${step(types)}-()`
    return { ...rows, clauses: [match, printWhere(conditions), `WITH ${statement}, ${other}.id AS ${far}`] }
  }
  const end = (leaf: Leaf) => (leaf === undefined ? '()' : printStart(printing, '', 'Entity', leaf, asOf))
  const near = to === undefined ? 'from' : 'to'
  const expand = (wanted: readonly RelationshipType[]) => ({
    match: `MATCH ${end(from)}-${step(wanted)}->${end(to)}`,
    other: `${near === 'from' ? 'endNode' : 'startNode'}(${statement}).id AS ${far}`,
  })
  const one = from === undefined || to === undefined
  const crowded = one && purpose.kind === 'page' && !isPast(asOf) ? types.filter(type => type.crowded.includes(near)) : []
  if (crowded.length === 0) {
    const { match, other } = expand(types)
    return { ...rows, clauses: [match, printWhere(conditions), `WITH ${statement}, ${other}`] }
  }
  const limit = purpose.kind === 'page' ? ` LIMIT ${purpose.limit}` : ''
  const ends = endProperties[near]
  const named = printing.parameters.add(near === 'from' ? from : to, { kind: 'value', type: 'ID' })
  const branches = crowded.map(({ name }) => {
    const key = `${statement}.${ends.far}`
    const own = keys.map(({ expression, ...rest }, index) => ({ ...rest, expression: [literal(name), key, expression][index]! }))
    const start = printTypeStart(printing, name, page, keys.length)
    return [
      `MATCH ()-[${statement}:${name}]->()`,
      printWhere([`${statement}.${ends.near} = ${named}`, `${key} >= ${start}`, printAfter(printing, page, own), ...conditions]),
      `RETURN ${statement}, ${key} AS ${far} ORDER BY ${statement}.${ends.near}, ${key}, ${statement}.id${limit}`,
    ]
  })
  const others = types.filter(type => !crowded.includes(type))
  if (others.length > 0) {
    const { match, other } = expand(others)
    branches.push([match, printWhere(conditions), `RETURN ${statement}, ${other}`])
  }
  const text = branches.map(clauses => clauses.filter(Boolean).join('\n')).join('\nUNION ALL\n')
  return { ...rows, clauses: [printCall([], [text])] }
}

/**
 * How many relationships start or end at a node, without reading those of types of which very many may meet there. Undefined when
 * something else decides as well, and all must be read.
 */
export function printEndCount(printing: Printing, source: Relationships): string | undefined {
  const { types, ofNode, from, to, condition, ranks, asOf } = source
  const one = !ofNode && (from === undefined) !== (to === undefined)
  if (!one || isPast(asOf) || !isAlways(condition)) return undefined
  const node = printing.variable('n')
  const near = to === undefined ? 'from' : 'to'
  const crowded = types.filter(type => type.crowded.includes(near))
  const counts = crowded.map(({ name }) => printHeldCount(printing, name, near, node, asOf, ranks))
  const others = types.filter(type => !crowded.includes(type))
  if (others.length > 0) {
    const statement = printing.variable('r')
    const step = printStep(statement, others, asOf)
    const match = near === 'from' ? `MATCH (${node})-${step}->()` : `MATCH (${node})<-${step}-()`
    counts.push(printSubquery('COUNT', [match, printWhere([printing.holds(statement, asOf, ranks)])]))
  }
  const found = printSubquery('COLLECT', [
    `MATCH ${printStart(printing, node, 'Entity', from ?? to, asOf)}`,
    `RETURN ${counts.join(' + ')}`,
  ])
  return `coalesce(head(${found}), 0)`
}
