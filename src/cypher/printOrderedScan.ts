import type { OrderKey, Page } from '../plan/plan.ts'
import { withState } from './knownAt.ts'
import { literal, type Printing, printCall, printSubquery, printWhere } from './printing.ts'
import type { Rows, SortKey } from './printRows.ts'

interface Scan {
  readonly node: string
  readonly type: string
  readonly where: readonly string[]
  readonly order: readonly OrderKey[]
  readonly keys: readonly SortKey[]
}

/**
 * The nodes of a type in the order asked for, read from the index of the first key as far as the page needs. Nodes without
 * a value are in no index and come last, so they are read by id beside the others, again as far as the page needs.
 */
export function printOrderedScan(printing: Printing, scan: Scan, page: Page, limit: string): string[] {
  const { node, type, where, order, keys } = scan
  const [first] = keys as [SortKey]
  const indexed = order.length === 0 || isSortLabel(order[0]!) || (order[0]!.property.indexed && !order[0]!.property.translated)
  const unique = order[0]?.property.name === 'id'
  if (!indexed && !unique) return [`MATCH (${node}:${type})`, printWhere(where)]
  if (!first.nullable) return [`MATCH (${node}:${type})`, printWhere([printBound(first, page), ...where])]
  const present = { ...first, nullable: false }
  const given = [
    `MATCH (${node}:${type})`,
    printWhere([printBound(present, page), printAfter(printing, page, [present, ...keys.slice(1)]), ...where]),
    `RETURN ${node} ORDER BY ${first.expression}${first.descending ? ' DESC' : ''}, ${node}.id LIMIT ${limit}`,
  ]
  const missing = [
    `MATCH (${node}:${type})`,
    printWhere([printMissingBound(printing, node, page, keys), `${first.expression} IS NULL`, ...where]),
    `RETURN ${node} ORDER BY ${node}.id LIMIT ${limit}`,
  ]
  return printFirstThen(printing, node, [], given, missing, limit)
}

/** These keys as an order; rows without a value come last. */
export function printOrder(keys: readonly SortKey[]): string[] {
  return keys.flatMap(({ expression, descending, nullable }) =>
    descending ? [...(nullable ? [`${expression} IS NULL`] : []), `${expression} DESC`] : [expression],
  )
}

/** What keeps of the rows that were found those of a page, in their order. */
export function printFirstRows(
  printing: Printing,
  page: Page,
  { variables, keys, within }: Pick<Rows, 'variables' | 'keys' | 'within'>,
  limit: string,
): string[] {
  const after = printAfter(printing, page, keys)
  const kept = variables.map(variable => withState(printing, variable)).join(', ')
  const order = [...(within ? [within] : []), ...printOrder(keys)]
  return [
    `WITH ${kept}${after && ` WHERE ${after}`}`,
    ...(after ? [`WITH ${kept}`] : []),
    `ORDER BY ${order.join(', ')} LIMIT ${limit}`,
  ]
}

/** Whether rows are in the order of labels, which nodes hold as `sortProperty` too. */
export function isSortLabel({ property, of }: OrderKey): boolean {
  return of === 'node' && property.name === 'label' && property.translated
}

/** Those that the first clauses give as this variable, and those that the other clauses give only where the first are fewer than wanted. */
export function printFirstThen(
  printing: Printing,
  variable: string,
  imported: readonly string[],
  first: readonly string[],
  then: readonly string[],
  limit: string,
): string[] {
  const found = printing.variable('found')
  const wanted = `CASE WHEN size(${found}) < ${limit} THEN ${found} + ${printSubquery('COLLECT', then)} ELSE ${found} END`
  return [
    printCall(imported, [
      `WITH ${[...imported, `${printSubquery('COLLECT', first)} AS ${found}`].join(', ')}`,
      `UNWIND ${wanted} AS ${variable}`,
      `RETURN ${variable}`,
    ]),
  ]
}

/** What an index of the first key needs to be read from: a condition on it. A cursor brings one, see {@link printAfter}. */
export function printBound({ expression, type }: Pick<SortKey, 'expression' | 'type'>, page: Pick<Page, 'after'>): string {
  if (page.after !== undefined) return ''
  return type === 'ID' || type === 'String' ? `${expression} >= ''` : `${expression} IS NOT NULL`
}

/** Among nodes without a value the cursor tells by its id. */
function printMissingBound(printing: Printing, node: string, page: Page, keys: readonly SortKey[]): string {
  if (page.after === undefined) return `${node}.id >= ''`
  return `${node}.id > ${printMissingStart(printing, page, keys, keys.length - 1)}`
}

/** Where rows without a value go on by the id that this part of the cursor says; after a row that has one, they all come. */
export function printMissingStart(printing: Printing, page: Page, keys: readonly SortKey[], id: number): string {
  return `CASE WHEN ${printPart(printing, page, keys, 0)} IS NULL THEN ${printPart(printing, page, keys, id)} ELSE '' END`
}

/**
 * That a row stands after the cursor: keyset paging, so a deep page costs no more than the first. It is written as a bound on
 * the first key and what it leaves out, not as alternatives, which Neo4j would look up one by one and sort.
 */
export function printAfter(printing: Printing, page: Page, keys: readonly SortKey[]): string {
  if (page.after === undefined) return ''
  return keys.reduceRight((rest, key, index) => {
    const value = printPart(printing, page, keys, index)
    const { expression, descending, nullable } = key
    const beyond = `${expression} ${descending ? '<' : '>'} ${value}`
    const from = `${expression} ${descending ? '<=' : '>='} ${value}`
    if (!nullable) return rest ? `${from} AND (${expression} <> ${value} OR (${rest}))` : beyond
    const tie = rest ? ` OR (${expression} = ${value} AND (${rest}))` : ''
    const missing = rest ? `(${value} IS NULL AND ${expression} IS NULL AND (${rest}))` : 'false'
    return `(${beyond}${tie} OR (${value} IS NOT NULL AND ${expression} IS NULL) OR ${missing})`
  }, '')
}

/** What the cursor says of one of the keys. */
export function printPart(
  printing: Printing,
  { after, field }: Pick<Page, 'after' | 'field'>,
  keys: readonly SortKey[],
  index: number,
): string {
  return printing.parameters.add(after, { kind: 'cursorPart', field, part: index, parts: keys.length, type: keys[index]!.type })
}

/**
 * Where the index of a relationship type is read from when rows of several types are in the order of type and a second key:
 * types before that of the cursor are done, types after it not begun. The cursor has this many parts.
 */
export function printTypeStart(printing: Printing, type: string, { after, field }: Page, parts: number): string {
  if (after === undefined) return `''`
  const part = (index: number) =>
    printing.parameters.add(after, { kind: 'cursorPart', field, part: index, parts, type: 'String' })
  return `CASE WHEN ${literal(type)} = ${part(0)} THEN ${part(1)} WHEN ${literal(type)} > ${part(0)} THEN '' ELSE '~' END`
}
