import type { AsOf, ConnectionPlan, EdgeFieldPlan, PageInfoField, RelationshipFieldPlan } from '../plan/plan.ts'
import { cursorSeparator } from './bind.ts'
import { gather } from './gather.ts'
import { printOf, printType } from './knownAt.ts'
import { isCrowded, printCrowdedCount } from './printCrowdedRows.ts'
import { printDispute } from './printDispute.ts'
import { printRelationshipCount } from './printEndRows.ts'
import { printHandling } from './printHandling.ts'
import { printHandlingCount } from './printHandlingRows.ts'
import { type Entry, indent, literal, type Printing, printObject, printSubquery, typenameEntry } from './printing.ts'
import { printNode, printPropertyField } from './printNode.ts'
import { printFirstRows } from './printOrderedScan.ts'
import { printNumber, printRows, type Rows, type SortKey } from './printRows.ts'

/** A page of rows with its edges, page information and count, as one expression; `parent` holds the node that it hangs on. */
export function printConnection(printing: Printing, plan: ConnectionPlan, parent: string): string {
  const counted = plan.fields.some(field => field.kind === 'pageInfo')
  const edges = plan.fields.filter(field => field.kind === 'edges')
  const onlyEdges = !counted && edges.length <= 1
  const rows = printRows(printing, plan, parent, { kind: 'page', limit: pageSize(printing, plan, onlyEdges ? 0 : 1) })
  return onlyEdges ? printEdgesAlone(printing, plan, rows, parent) : printWholePage(printing, plan, rows, parent)
}

function printEdgesAlone(printing: Printing, plan: ConnectionPlan, rows: Rows, parent: string): string {
  const gathered = gather(printing, plan, rows)
  const read = gathered?.rows ?? rows
  const answer = printObject(
    printing,
    plan.fields.map((field): Entry => {
      const { key } = field
      if (field.kind === 'typename') return typenameEntry(field)
      if (field.kind !== 'edges') return { key, value: gathered?.count ?? printCount(printing, plan, parent) }
      const found = [...printPage(printing, plan, read, 0), `RETURN ${printEdge(printing, plan, read, field.fields)}`]
      return { key, value: printSubquery('COLLECT', found) }
    }),
  )
  return gathered ? gathered.around(answer) : answer
}

/** The rows are collected once, with one more than the page holds, to know whether there is a next one. */
function printWholePage(printing: Printing, plan: ConnectionPlan, rows: Rows, parent: string): string {
  const collected = printing.variable('rows')
  const first = pageSize(printing, plan, 0)
  // Finding hits and disputes aggregates, which Cypher takes neither within an expression over a list nor beside other values.
  const aggregates = plan.source.kind === 'search' || plan.source.kind === 'disputes'
  const gathered = gather(printing, plan, rows)
  const read = gathered?.rows ?? rows
  const counts: string[] = []
  const countBefore = (): string => {
    const counted = printing.variable('count')
    counts.push(`${printCount(printing, plan, parent)} AS ${counted}`)
    return counted
  }
  const edges = plan.fields.filter(field => field.kind === 'edges')
  const parts = edges.map((field, index) => `edge${index}: ${printEdge(printing, plan, rows, field.fields)}`)
  const row = `{\n${indent([`cursor: ${printCursor(rows.keys)}`, ...parts].join(',\n'))}\n}`
  const entries = plan.fields.map((field): Entry => {
    const { key } = field
    switch (field.kind) {
      case 'typename':
        return typenameEntry(field)
      case 'totalCount':
        return { key, value: gathered?.count ?? (aggregates ? countBefore() : printCount(printing, plan, parent)) }
      case 'pageInfo':
        return { key, value: printPageInfo(printing, field.fields, collected, first, plan.page.after !== undefined) }
      case 'edges':
        return { key, value: `[row IN ${collected}[..${first}] | row.edge${edges.indexOf(field)}]` }
    }
  })
  const page = printSubquery('COLLECT', [...printPage(printing, plan, read, 1), `RETURN ${row}`])
  const answer = printObject(printing, entries)
  if (gathered) return gathered.around(`head([${collected} IN [${page}] | ${answer}])`)
  if (aggregates)
    return `head(${printSubquery('COLLECT', [`WITH ${[`${page} AS ${collected}`, ...counts].join(', ')}`, `RETURN ${answer}`])})`
  return `head([${collected} IN [${page}] | ${answer}])`
}

function printPageInfo(
  printing: Printing,
  fields: readonly PageInfoField[],
  rows: string,
  first: string,
  after: boolean,
): string {
  const values = {
    hasNextPage: `size(${rows}) > ${first}`,
    hasPreviousPage: String(after),
    startCursor: `${rows}[..${first}][0].cursor`,
    endCursor: `${rows}[..${first}][-1].cursor`,
  }
  return printObject(
    printing,
    fields.map(field => (field.kind === 'typename' ? typenameEntry(field) : { key: field.key, value: values[field.kind] })),
  )
}

function printCount(printing: Printing, plan: ConnectionPlan, parent: string): string {
  const counted = printKnownCount(printing, plan, parent)
  if (counted) return counted
  const { after: _, ...page } = plan.page
  return printNumber(printRows(printing, { ...plan, page }, parent, { kind: 'count' }))
}

/** How many rows there are, where that is known without reading them. */
function printKnownCount(printing: Printing, plan: ConnectionPlan, parent: string): string | undefined {
  const { source } = plan
  const unordered = { ...plan, order: [] }
  if (isCrowded(unordered)) return printCrowdedCount(printing, unordered.source, parent)
  if (source.kind === 'relationships') return printRelationshipCount(printing, source, parent)
  if (source.kind === 'handlings') return printHandlingCount(printing, source)
  return undefined
}

function pageSize(printing: Printing, { page }: ConnectionPlan, extra: number): string {
  return printing.parameters.add(page.first, { kind: 'pageSize', extra })
}

/** The clauses that give the rows of one page in order. */
function printPage(printing: Printing, plan: ConnectionPlan, rows: Rows, extra: number): string[] {
  return [...rows.clauses, ...printFirstRows(printing, plan.page, rows, pageSize(printing, plan, extra))]
}

/** The cursor of a row: its sort value and its ids. */
function printCursor(keys: readonly SortKey[]): string {
  const parts = keys.map(({ expression, nullable }) =>
    nullable ? `coalesce(toString(${expression}), '')` : `toString(${expression})`,
  )
  return parts.join(` + ${literal(cursorSeparator)} + `)
}

function printEdge(printing: Printing, plan: ConnectionPlan, rows: Rows, fields: readonly EdgeFieldPlan[]): string {
  return printObject(
    printing,
    fields.map(field => printEdgeField(printing, plan, rows, field)),
  )
}

function printEdgeField(printing: Printing, { source }: ConnectionPlan, rows: Rows, field: EdgeFieldPlan): Entry {
  const { key } = field
  switch (field.kind) {
    case 'typename':
      return typenameEntry(field)
    case 'cursor':
      return { key, value: printCursor(rows.keys) }
    case 'score':
      return { key, value: rows.score! }
    case 'property':
      return printPropertyField(printing, rows.statement!, field)
    case 'node':
      return { key, value: printNode(printing, rows.node!, field.node) }
    case 'relationship':
      return { key, value: printRelationship(printing, rows.statement!, field.fields, source.asOf) }
    case 'handling':
      return { key, value: printHandling(printing, rows, source.asOf, field.fields) }
    case 'dispute':
      return { key, value: printDispute(printing, rows, field.fields, source.asOf) }
  }
}

/** A relationship given flat, with both its ends. */
export function printRelationship(
  printing: Printing,
  variable: string,
  fields: readonly RelationshipFieldPlan[],
  asOf: AsOf,
): string {
  const entries = fields.map((field): Entry => {
    const { key } = field
    switch (field.kind) {
      case 'typename':
        return typenameEntry(field)
      case 'type':
        return { key, value: printType(variable, asOf) }
      case 'property':
        return printPropertyField(printing, variable, field)
      case 'from':
      case 'to': {
        const end = printing.variable('n')
        const bound = `${field.kind === 'from' ? 'startNode' : 'endNode'}(${variable})`
        return { key, value: printOf(printing, end, bound, asOf, () => printNode(printing, end, field.node)) }
      }
    }
  })
  return printObject(printing, entries, variable)
}
