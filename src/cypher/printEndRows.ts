import type { AsOf, Page, Ranks, RowSource } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import type { RelationshipType } from '../schema/ontology.ts'
import { endProperties } from './constraints.ts'
import { isPast, printStart, printType, printTypes } from './knownAt.ts'
import { printCondition } from './printCondition.ts'
import { isAlways, printHeldCount } from './printCrowdedRows.ts'
import { literal, type Printing, printCall, printSubquery, printWhere } from './printing.ts'
import { printAfter, printTypeStart } from './printOrderedScan.ts'
import { idKey, type Purpose, type Rows, type SortKey } from './printRows.ts'

type Relationships = Extract<RowSource, { kind: 'relationships' }>

type End = keyof typeof endProperties

/** At which end of its relationships the node stands whose rows are read, and how Cypher names it and its id there. */
interface Start {
  readonly near: End
  readonly pattern: string
  readonly id: () => string
}

/**
 * The relationships of a node, from one, to one, or between two, in the order of type, of the id of the other end, and of id.
 * Where very many may meet at the node, those of a type are read from the index of its statements, as far as the page needs.
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
  const end = (leaf: Leaf) => (leaf === undefined ? '()' : printStart(printing, '', 'Entity', leaf, asOf))
  const start = (near: End, leaf: Leaf): Start => ({
    near,
    pattern: end(leaf),
    id: () => printing.parameters.add(leaf, { kind: 'value', type: 'ID' }),
  })
  const own = (near: End): Start => ({ near, pattern: `(${parent})`, id: () => `${parent}.id` })
  const starts = ofNode ? [own('from'), own('to')] : [to === undefined ? start('from', from) : start('to', to)]
  const other = ofNode || to === undefined ? '()' : end(from)
  const indexed = ({ near }: Start) =>
    purpose.kind === 'page' && !isPast(asOf) && other === '()' ? types.filter(type => type.crowded.includes(near)) : []
  const limit = purpose.kind === 'page' ? ` LIMIT ${purpose.limit}` : ''
  const branches = starts.flatMap((start, index) => {
    const { near, pattern, id } = start
    // What leads from a node to itself is met at both of its ends.
    const once = (is: string) => (index > 0 ? [is] : [])
    const crowded = indexed(start)
    const read = crowded.map(({ name }) => {
      const ends = endProperties[near]
      const key = `${statement}.${ends.far}`
      const ordered = keys.map(({ expression, ...rest }, part) => ({
        ...rest,
        expression: [literal(name), key, expression][part]!,
      }))
      const bound = `${key} >= ${printTypeStart(printing, name, page, keys.length)}`
      const where = [`${statement}.${ends.near} = ${id()}`, bound, printAfter(printing, page, ordered), ...conditions]
      return [
        `MATCH ()-[${statement}:${name}]->()`,
        printWhere([...where, ...once(`${statement}.fromId <> ${statement}.toId`)]),
        `RETURN ${statement}, ${key} AS ${far} ORDER BY ${statement}.${ends.near}, ${key}, ${statement}.id${limit}`,
      ]
    })
    const others = types.filter(type => !crowded.includes(type)).map(({ name }) => name)
    if (others.length === 0) return read
    const step = `[${statement}:${printTypes(others, asOf)}]`
    const [match, beyond] =
      near === 'from'
        ? [`MATCH ${pattern}-${step}->${other}`, `endNode(${statement})`]
        : [`MATCH ${other}-${step}->${pattern}`, `startNode(${statement})`]
    const where = printWhere([...once(`${beyond} <> ${parent}`), ...conditions])
    return [...read, [match, where, `RETURN ${statement}, ${beyond}.id AS ${far}`]]
  })
  const text = branches.map(clauses => clauses.filter(Boolean).join('\n')).join('\nUNION ALL\n')
  return { ...rows, clauses: [printCall(ofNode ? [parent] : [], [text])] }
}

/**
 * How many relationships a node has, or starts, or ends, without reading those of types of which very many may meet at it.
 * Undefined when something else decides as well, and all must be read.
 */
export function printEndCount(printing: Printing, source: Relationships, parent: string): string | undefined {
  const { types, ofNode, from, to, condition, ranks, asOf } = source
  const one = ofNode || (from === undefined) !== (to === undefined)
  if (!one || isPast(asOf) || !isAlways(condition)) return undefined
  const node = ofNode ? parent : printing.variable('n')
  const ends: readonly End[] = ofNode ? ['from', 'to'] : [to === undefined ? 'from' : 'to']
  const counts = ends.flatMap((near, index) => {
    const crowded = types.filter(type => type.crowded.includes(near))
    const held = crowded.map(({ name }) => printHeldCount(printing, name, near, node, asOf, ranks))
    const others = types.filter(type => !crowded.includes(type)).map(({ name }) => name)
    // What leads from a node to itself is met at both of its ends.
    const twice = index > 0 ? crowded.filter(isReflexive).map(({ name }) => printOfItself(printing, name, node, asOf, ranks)) : []
    const rest = others.length > 0 ? [printOtherCount(printing, source, others, near, node, index > 0)] : []
    return [...[...held, ...rest].map(count => `+ ${count}`), ...twice.map(count => `- ${count}`)]
  })
  const sum = counts.join(' ').replace(/^\+ /, '')
  if (ofNode) return `(${sum})`
  const found = printSubquery('COLLECT', [`MATCH ${printStart(printing, node, 'Entity', from ?? to, asOf)}`, `RETURN ${sum}`])
  return `coalesce(head(${found}), 0)`
}

function printOtherCount(
  printing: Printing,
  { asOf, ranks }: Relationships,
  types: readonly string[],
  near: End,
  node: string,
  once: boolean,
): string {
  const statement = printing.variable('r')
  const step = `[${statement}:${printTypes(types, asOf)}]`
  const other = once ? [`startNode(${statement}) <> ${node}`] : []
  return printSubquery('COUNT', [
    near === 'from' ? `MATCH (${node})-${step}->()` : `MATCH (${node})<-${step}-()`,
    printWhere([...other, printing.holds(statement, asOf, ranks)]),
  ])
}

/** Whether what such a statement leads from and to may be the same. */
function isReflexive({ ends }: RelationshipType): boolean {
  return ends.some(({ from, to }) => from === to)
}

function printOfItself(printing: Printing, type: string, node: string, asOf: AsOf, ranks: Ranks): string {
  const statement = printing.variable('r')
  return printSubquery('COUNT', [
    `MATCH ()-[${statement}:${type}]->()`,
    printWhere([`${statement}.fromId = ${node}.id`, `${statement}.toId = ${node}.id`, printing.holds(statement, asOf, ranks)]),
  ])
}
