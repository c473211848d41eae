import type { AsOf, Page, RowSource } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import { endProperties } from './constraints.ts'
import { enter, isPast, printFound, printNodePattern, printStart, printTypes } from './knownAt.ts'
import { printLabel } from './printCondition.ts'
import { printDegree, printFewest } from './printFewest.ts'
import { printHeldCount, printHeldCountOfAll } from './printHeldCount.ts'
import { literal, type Printing, printSubquery, printWhere } from './printing.ts'
import { printBound, printFirstRows, printPart } from './printOrderedScan.ts'
import { idKey, type Purpose, type Rows, type SortKey } from './printRows.ts'

type Handlings = Extract<RowSource, { kind: 'handlings' }>

/** What is sought, with the variables of a row. */
interface Sought {
  readonly source: Handlings
  readonly page: Page
  readonly institution: string
  readonly statement: string
  readonly commitment: string
}

/** One that is named, and the statements that lead from it to commitments: very many of them may meet there. */
interface Way {
  readonly leaf: Leaf
  readonly label: string
  readonly type: string
  readonly near: 'from' | 'to'
}

/** Who handles what, by commitment and body. */
export function printHandlingRows(printing: Printing, source: Handlings, page: Page, purpose: Purpose): Rows {
  const [statement, institution, commitment] = [printing.variable('r'), printing.variable('i'), printing.variable('c')]
  enter(printing, institution, source.asOf)
  enter(printing, commitment, source.asOf)
  const sought = { source, page, institution, statement, commitment }
  const rows = { variables: [institution, statement, commitment], statement, handling: { institution, commitment } }
  const keys = [idKey(commitment), idKey(institution), idKey(statement)]
  const paged = purpose.kind === 'page' && !isPast(source.asOf) && source.commitment === undefined
  if (!paged) return { ...rows, keys, clauses: printAnyOrder(printing, sought) }
  const ways = waysOf(source)
  const [only, ...others] = ways
  if (!only) {
    // Without an end to start from, commitments are read in their order, from the cursor on.
    return { ...rows, keys, clauses: printHandled(printing, sought, [printBound(keys[0]!, page)]) }
  }
  if (others.length > 0) return { ...rows, keys, clauses: printFromFewest(printing, sought, ways, purpose.limit) }
  const { kept = [], ...inOrder } = printInOrder(printing, sought, only, [])
  return { ...rows, ...inOrder, variables: [...rows.variables, ...kept] }
}

function waysOf({ institution, instrument, theme }: Handlings): Way[] {
  const ways: Way[] = [
    { leaf: instrument, label: 'LegalInstrument', type: 'CONCERNS', near: 'to' },
    { leaf: theme, label: 'Theme', type: 'ABOUT', near: 'to' },
    { leaf: institution, label: 'Institution', type: 'HANDLES', near: 'from' },
  ]
  return ways.filter(({ leaf }) => leaf !== undefined)
}

/** All of them, as they come. */
function printAnyOrder(printing: Printing, sought: Sought): string[] {
  const { source, commitment } = sought
  const through = waysOf(source).filter(({ near }) => near === 'to')
  return [...through.flatMap(way => printWay(printing, way, commitment, source.asOf)), ...printHandled(printing, sought, [])]
}

/** The commitments that this way leads to, each once. */
function printWay(printing: Printing, { leaf, type, label }: Way, commitment: string, asOf: AsOf): string[] {
  const link = printing.variable('r')
  const named = isPast(asOf) ? printing.variable('n') : ''
  const start = printStart(printing, named, label, leaf, asOf)
  return [
    `MATCH ${start}<-[${link}:${printTypes([type], asOf)}]-${printNodePattern(commitment, ['Commitment'], asOf)}`,
    printWhere([named && `(${named}:${label} OR ${named}.removedType = ${literal(label)})`, printing.holds(link, asOf)]),
    `WITH DISTINCT ${commitment}`,
  ]
}

/** Who handles the commitments. */
function printHandled(
  printing: Printing,
  { source, institution, statement, commitment }: Sought,
  conditions: readonly string[],
): string[] {
  const { asOf, ranks } = source
  const end = (node: string, type: string, id: Leaf) =>
    id === undefined ? printNodePattern(node, [type], asOf) : printStart(printing, node, type, id, asOf)
  const step = `[${statement}:${printTypes(['HANDLES'], asOf)}]`
  return [
    `MATCH ${end(institution, 'Institution', source.institution)}-${step}->${end(commitment, 'Commitment', source.commitment)}`,
    ...printFound(printing, institution, [], asOf, [...conditions, printing.holds(statement, asOf, ranks)], []),
    ...(isPast(asOf) ? printFound(printing, commitment, [], asOf, [], []) : []),
  ]
}

/** Those of one that is named, in the order of an index; `kept` are variables that the order needs. */
type InOrder = Required<Pick<Rows, 'clauses' | 'keys' | 'within'>> & { readonly kept?: readonly string[] }

/** Those that this way leads to, as far as the page needs: of one theme or body there may be tens of thousands. */
function printInOrder(printing: Printing, sought: Sought, way: Way, conditions: readonly string[]): InOrder {
  const { source, page, institution, statement, commitment } = sought
  const { asOf, ranks } = source
  const { near, far } = endProperties[way.near]
  const id = printing.parameters.add(way.leaf, { kind: 'value', type: 'ID' })
  if (way.near === 'from') {
    const key: SortKey = { expression: `${statement}.${far}`, type: 'ID', descending: false, nullable: false }
    const keys = [key, { ...key, expression: `${statement}.${near}` }, idKey(statement)]
    const clauses = [
      `MATCH (${institution})-[${statement}:${way.type}]->(${commitment})`,
      printWhere([`${statement}.${near} = ${id}`, printBound(key, page), printing.holds(statement, asOf, ranks), ...conditions]),
    ]
    return { clauses, keys, within: `${statement}.${near}` }
  }
  const [link, within, name] = [printing.variable('r'), printing.variable('near'), printing.variable('far')]
  const key: SortKey = { expression: name, type: 'ID', descending: false, nullable: false }
  const keys = [key, idKey(institution), idKey(statement)]
  const start = page.after === undefined ? `''` : printPart(printing, page, keys, 0)
  const clauses = [
    `MATCH (:${way.label})<-[${link}:${way.type}]-${printNodePattern(commitment, ['Commitment'], asOf)}`,
    printWhere([`${link}.${near} = ${id}`, `${link}.${far} >= ${start}`, printing.holds(link, asOf), ...conditions]),
    `WITH DISTINCT ${link}.${near} AS ${within}, ${link}.${far} AS ${name}, ${commitment}`,
    ...printHandled(printing, sought, []),
  ]
  return { clauses, keys, within, kept: [within, name] }
}

/** Those that all these ways lead to, sought from the one with the fewest statements and held against the others. */
function printFromFewest(printing: Printing, sought: Sought, ways: readonly Way[], limit: string): string[] {
  const { source, page, institution, statement, commitment } = sought
  const row = [institution, statement, commitment]
  const searches = ways.map(way => {
    // Whose handlings these are is said where handlers are read, if not by the way itself.
    const others = ways.filter(other => other !== way && other.near === 'to')
    const conditions = others.map(other => printLeadsTo(printing, other, commitment, source.asOf))
    const { kept = [], ...inOrder } = printInOrder(printing, sought, way, conditions)
    const first = printFirstRows(printing, page, { ...inOrder, variables: [...row, ...kept] }, limit)
    const found = printSubquery('COLLECT', [...inOrder.clauses, ...first, `RETURN [${row.join(', ')}]`])
    const id = printing.parameters.add(way.leaf, { kind: 'value', type: 'ID' })
    return { found, degree: printDegree(printing, printLabel([way.label]), `= ${id}`, way.near, way.type) }
  })
  const found = printing.variable('row')
  return [
    ...printFewest(printing, searches, found),
    `WITH ${row.map((variable, index) => `${found}[${index}] AS ${variable}`).join(', ')}`,
  ]
}

/** Whether a commitment is among those that a way leads to. */
function printLeadsTo(printing: Printing, { leaf, label, type }: Way, commitment: string, asOf: AsOf): string {
  const link = printing.variable('r')
  const match = `(${commitment})-[${link}:${type}]->${printStart(printing, '', label, leaf, asOf)}`
  return `EXISTS { MATCH ${match} WHERE ${printing.holds(link, asOf)} }`
}

/** How much is handled in all, or by one body, without reading it. Undefined when something else is asked for, and all must be read. */
export function printHandlingCount(printing: Printing, source: Handlings): string | undefined {
  const { institution, commitment, instrument, theme, ranks, asOf } = source
  if ([commitment, instrument, theme].some(leaf => leaf !== undefined) || isPast(asOf)) return undefined
  if (institution === undefined)
    return printHeldCountOfAll(printing, [printing.ontology.relationshipTypes.get('HANDLES')!], asOf, ranks)
  const node = printing.variable('i')
  const found = printSubquery('COLLECT', [
    `MATCH ${printStart(printing, node, 'Institution', institution, asOf)}`,
    `RETURN ${printHeldCount(printing, 'HANDLES', 'from', node, asOf, ranks)}`,
  ])
  return `coalesce(head(${found}), 0)`
}
