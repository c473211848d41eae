import type { Page, RowSource } from '../plan/plan.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { endProperties } from './constraints.ts'
import { isPast, printStart, printType, printTypes } from './knownAt.ts'
import { printCondition } from './printCondition.ts'
import { indent, literal, type Printing, printWhere } from './printing.ts'
import { printAfter, printTypeStart } from './printOrderedScan.ts'
import { idKey, type Purpose, type Rows, type SortKey } from './printRows.ts'

type Relationships = Extract<RowSource, { kind: 'relationships' }>

/**
 * The relationships from a node, to one, or between two, in the order of type, of the id of the other end, and of id. Where
 * very many may meet at the node named, those of a type are read from the index of its statements, as far as the page needs.
 */
export function printEndRows(printing: Printing, source: Relationships, page: Page, purpose: Purpose): Rows {
  const { types, from, to, condition, ranks, asOf } = source
  const statement = printing.variable('r')
  const far = printing.variable('far')
  const near = to === undefined ? 'from' : 'to'
  const keys: SortKey[] = [
    { expression: printType(statement, asOf), type: 'String', descending: false, nullable: false },
    { expression: far, type: 'ID', descending: false, nullable: false },
    idKey(statement),
  ]
  const conditions = [printing.holds(statement, asOf, ranks), printCondition(printing, statement, condition, asOf)]
  const expand = (wanted: readonly RelationshipType[]) => {
    const start = from === undefined ? '()' : printStart(printing, '', 'Entity', from, asOf)
    const end = to === undefined ? '()' : printStart(printing, '', 'Entity', to, asOf)
    const names = wanted.map(({ name }) => name)
    const other = `${near === 'from' ? 'endNode' : 'startNode'}(${statement}).id AS ${far}`
    return { match: `MATCH ${start}-[${statement}:${printTypes(names, asOf)}]->${end}`, other }
  }
  const rows = { keys, variables: [statement, far], statement }
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
  return { ...rows, clauses: [`CALL {\n${indent(text)}\n}`] }
}
