import type { ContenderName } from './contenders.ts'
import type { Figures } from './measure.ts'
import type { Measured, ScaleReport } from './runScale.ts'

/** A row of the JSON that a run writes. */
export interface JsonRow {
  readonly scale: string
  readonly query: string
  readonly connections: number
  readonly contender: ContenderName
  readonly rps: number
  readonly p50: number
  readonly p99: number
}

/** All figures, flat. */
export function jsonRows(reports: readonly ScaleReport[]): JsonRow[] {
  return reports.flatMap(({ measured }) =>
    measured.flatMap(({ scale, query, connections, figures }) =>
      figures.map(({ contender, rps, p50, p99 }) => ({
        ...{ scale: scale.name, query: query.name, connections, contender },
        ...{ rps: round(rps, 1), p50: round(p50, 3), p99: round(p99, 3) },
      })),
    ),
  )
}

const heads = [
  'query',
  'contender',
  'requests/s',
  'p50 ms',
  'p99 ms',
  '× bare-http',
  '× neo4j-graphql',
  'CPU ms',
  'Neo4j CPU ms',
  'client CPU ms',
]

/** The tables of one size in Markdown, one for each number of connections. */
export function printTables({ scale, measured }: ScaleReport): string {
  const connections = [...new Set(measured.map(one => one.connections))]
  return connections
    .map(width => {
      const rows = measured.filter(one => one.connections === width).flatMap(printRows)
      return `### ${scale.name} nodes, ${width} connection${width > 1 ? 's' : ''}\n\n${printTable([heads, ...rows])}`
    })
    .join('\n')
}

function printRows({ query, figures }: Measured): string[][] {
  const rate = (name: ContenderName) => figures.find(({ contender }) => contender === name)?.rps
  return figures.map(({ contender, rps, p50, p99, cpu, cpuNeo4j, cpuClient }: Figures) => [
    query.name,
    contender,
    String(Math.round(rps)),
    ...[p50, p99].map(decimal),
    ratio(rps, rate('bare-http')),
    ratio(rps, rate('neo4j-graphql')),
    ...[cpu, cpuNeo4j, contender === 'raw' ? Number.NaN : cpuClient].map(decimal),
  ])
}

/** A Markdown table whose columns also line up as plain text. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  const lines = rows.map(
    row =>
      `| ${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return `${[lines[0], rule, ...lines.slice(1)].join('\n')}\n`
}

function ratio(rps: number, other: number | undefined): string {
  return other ? (rps / other).toFixed(2) : '–'
}

function decimal(value: number): string {
  if (Number.isNaN(value)) return '–'
  return value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
