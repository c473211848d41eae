import type { ConnectionPlan, EdgeFieldPlan, PageInfoField, RelationshipFieldPlan } from '../plan/plan.ts'
import { cursorSeparator } from './bind.ts'
import { printHandling } from './printHandling.ts'
import { indent, literal, name, type Printing, printSubquery } from './printing.ts'
import { printNode, printProjection, printPropertyField } from './printNode.ts'
import { printRows, type Rows, type SortKey } from './printRows.ts'

/** A page of rows with its edges, page information and count, as one expression; `parent` holds the node that it hangs on. */
export function printConnection(printing: Printing, plan: ConnectionPlan, parent: string): string {
  const rows = printRows(printing, plan, parent)
  const counted = plan.fields.some(field => field.kind === 'pageInfo')
  const edges = plan.fields.filter(field => field.kind === 'edges')
  const onlyEdges = !counted && edges.length <= 1
  return onlyEdges ? printEdgesAlone(printing, plan, rows, parent) : printWholePage(printing, plan, rows, parent)
}

function printEdgesAlone(printing: Printing, plan: ConnectionPlan, rows: Rows, parent: string): string {
  return printEntries(
    plan.fields.map(field => {
      const key = name(field.key)
      if (field.kind === 'typename') return `${key}: ${literal(field.name)}`
      if (field.kind !== 'edges') return `${key}: ${printCount(printing, plan, parent)}`
      const found = [...printPage(printing, plan, rows, 0), `RETURN ${printEdge(printing, plan, rows, field.fields)}`]
      return `${key}: ${printSubquery('COLLECT', found)}`
    }),
  )
}

/** The rows are collected once, with one more than the page holds, to know whether there is a next one. */
function printWholePage(printing: Printing, plan: ConnectionPlan, rows: Rows, parent: string): string {
  const collected = printing.variable('rows')
  const first = pageSize(printing, plan, 0)
  const edges = plan.fields.filter(field => field.kind === 'edges')
  const parts = edges.map((field, index) => `edge${index}: ${printEdge(printing, plan, rows, field.fields)}`)
  const row = `{\n${indent([`cursor: ${printCursor(rows.keys)}`, ...parts].join(',\n'))}\n}`
  const entries = plan.fields.map(field => {
    const key = name(field.key)
    switch (field.kind) {
      case 'typename':
        return `${key}: ${literal(field.name)}`
      case 'totalCount':
        return `${key}: ${printCount(printing, plan, parent)}`
      case 'pageInfo':
        return `${key}: ${printPageInfo(field.fields, collected, first, plan.page.after !== undefined)}`
      case 'edges':
        return `${key}: [row IN ${collected}[..${first}] | row.edge${edges.indexOf(field)}]`
    }
  })
  const page = printSubquery('COLLECT', [...printPage(printing, plan, rows, 1), `RETURN ${row}`])
  return `head([${collected} IN [${page}] | ${printEntries(entries)}])`
}

function printPageInfo(fields: readonly PageInfoField[], rows: string, first: string, after: boolean): string {
  const values = {
    hasNextPage: `size(${rows}) > ${first}`,
    hasPreviousPage: String(after),
    startCursor: `${rows}[..${first}][0].cursor`,
    endCursor: `${rows}[..${first}][-1].cursor`,
  }
  const entries = fields.map(
    field => `${name(field.key)}: ${field.kind === 'typename' ? literal(field.name) : values[field.kind]}`,
  )
  return `{ ${entries.join(', ')} }`
}

function printEntries(entries: readonly string[]): string {
  return `{\n${indent(entries.join(',\n'))}\n}`
}

function printCount(printing: Printing, plan: ConnectionPlan, parent: string): string {
  const { after: _, ...page } = plan.page
  const rows = printRows(printing, { ...plan, page }, parent)
  return printSubquery('COUNT', [...rows.clauses, `RETURN ${rows.variables[0]}`])
}

function pageSize(printing: Printing, { page }: ConnectionPlan, extra: number): string {
  return printing.parameters.add(page.first, { kind: 'pageSize', extra })
}

/** The clauses that give the rows of one page in order. */
function printPage(printing: Printing, plan: ConnectionPlan, rows: Rows, extra: number): string[] {
  const after = plan.page.after === undefined ? '' : printAfter(printing, plan, rows.keys)
  const order = rows.keys.flatMap(({ expression, descending, nullable }) =>
    descending ? [...(nullable ? [`${expression} IS NULL`] : []), `${expression} DESC`] : [expression],
  )
  return [
    ...rows.clauses,
    `WITH ${rows.variables.join(', ')}${after && ` WHERE ${after}`}`,
    ...(after ? [`WITH ${rows.variables.join(', ')}`] : []),
    `ORDER BY ${order.join(', ')} LIMIT ${pageSize(printing, plan, extra)}`,
  ]
}

/** That a row stands after the cursor: keyset paging, so a deep page costs no more than the first. */
function printAfter(printing: Printing, { page }: ConnectionPlan, keys: readonly SortKey[]): string {
  const parts = keys.length
  const parameter = (part: number, { type }: SortKey) =>
    printing.parameters.add(page.after, { kind: 'cursorPart', field: page.field, part, parts, type })
  return keys.reduceRight((rest, key, index) => {
    const value = parameter(index, key)
    const { expression, descending, nullable } = key
    const beyond = `${expression} ${descending ? '<' : '>'} ${value}`
    const tie = rest ? ` OR (${expression} = ${value} AND ${rest})` : ''
    if (!nullable) return `(${beyond}${tie})`
    const missing = rest ? `(${value} IS NULL AND ${expression} IS NULL AND ${rest})` : 'false'
    return `(${beyond}${tie} OR (${value} IS NOT NULL AND ${expression} IS NULL) OR ${missing})`
  }, '')
}

/** The cursor of a row: its sort value and its ids. */
function printCursor(keys: readonly SortKey[]): string {
  const parts = keys.map(({ expression, nullable }) =>
    nullable ? `coalesce(toString(${expression}), '')` : `toString(${expression})`,
  )
  return parts.join(` + ${literal(cursorSeparator)} + `)
}

function printEdge(printing: Printing, plan: ConnectionPlan, rows: Rows, fields: readonly EdgeFieldPlan[]): string {
  return printEntries(fields.map(field => printEdgeField(printing, plan, rows, field)))
}

function printEdgeField(printing: Printing, { source }: ConnectionPlan, rows: Rows, field: EdgeFieldPlan): string {
  const key = name(field.key)
  switch (field.kind) {
    case 'typename':
      return `${key}: ${literal(field.name)}`
    case 'cursor':
      return `${key}: ${printCursor(rows.keys)}`
    case 'score':
      return `${key}: ${rows.score}`
    case 'property':
      return printPropertyField(printing, rows.statement!, field).replace(/^\.(\w+)$/, `${key}: ${rows.statement}.$1`)
    case 'node':
      return `${key}: ${printNode(printing, rows.node!, field.node)}`
    case 'relationship':
      return `${key}: ${printRelationship(printing, rows.statement!, field.fields)}`
    case 'handling':
      return `${key}: ${printHandling(printing, rows, source.asOf, field.fields)}`
  }
}

/** A relationship given flat, with both its ends. */
export function printRelationship(printing: Printing, variable: string, fields: readonly RelationshipFieldPlan[]): string {
  const entries = fields.map(field => {
    const key = name(field.key)
    switch (field.kind) {
      case 'typename':
        return `${key}: ${literal(field.name)}`
      case 'type':
        return `${key}: type(${variable})`
      case 'property':
        return printPropertyField(printing, variable, field)
      case 'from':
      case 'to': {
        const end = printing.variable('n')
        const bound = `${end} IN [${field.kind === 'from' ? 'startNode' : 'endNode'}(${variable})]`
        return `${key}: head([${bound} | ${printNode(printing, end, field.node)}])`
      }
    }
  })
  return printProjection(variable, entries)
}
