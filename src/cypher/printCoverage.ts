import { mostGroups } from '../plan/cost.ts'
import type { AsOf, CoverageCountField, CoverageFieldPlan, Gap, RootPlan } from '../plan/plan.ts'
import { enter, isPast, printAllStates, printFound, withState } from './knownAt.ts'
import { printCondition, printPattern } from './printCondition.ts'
import { type Entry, literal, type Printing, printObject, printSubquery, typenameEntry } from './printing.ts'
import { printNode } from './printNode.ts'
import { printNodeCount } from './printRows.ts'

type Coverage = Extract<RootPlan, { kind: 'coverage' }>
type Group = Extract<CoverageFieldPlan, { kind: 'group' }>

/** How many commitments there are and how many have each kind of gap, in all and by what they belong to. */
export function printCoverage(printing: Printing, { asOf, gaps, fields }: Coverage): string {
  const commitment = printing.variable('c')
  const groups = fields.filter((field): field is Group => field.kind === 'group')
  const totals = fields.filter((field): field is CoverageCountField => field.kind !== 'group')
  const count = counts(printing, totals, gaps)
  const rest = groups.map(({ key }, index) => ({ key, value: `group${index}` }))
  const entries = fields.map((field): Entry => {
    if (field.kind === 'group') return rest[groups.indexOf(field)]!
    return printCount(printing, field, count)
  })
  return `head(${printSubquery('COLLECT', [
    ...(totals.length > 0 ? printTotals(printing, commitment, count, asOf) : []),
    ...(groups.length > 0
      ? [
          `WITH ${[...(totals.length > 0 ? [count.all, ...count.each] : []), ...groups.map((group, index) => `${printGroup(printing, group, { asOf, gaps })} AS group${index}`)].join(', ')}`,
        ]
      : []),
    `RETURN ${printObject(printing, entries)}`,
  ])})`
}

interface Counts {
  /** The variable that holds how many there are. */
  readonly all: string
  /** The variables that hold how many have each kind of gap. */
  readonly each: readonly string[]
  readonly gaps: readonly Gap[]
}

/** Gaps are looked for only where they are asked for. */
function counts(printing: Printing, fields: readonly { readonly kind: string }[], all: readonly Gap[]): Counts {
  const gaps = fields.some(({ kind }) => kind === 'gaps') ? all : []
  return { all: printing.variable('all'), each: gaps.map(() => printing.variable('gaps')), gaps }
}

/** The counts of all. Now each kind of gap is counted by itself, since most are found without looking at every commitment. */
function printTotals(printing: Printing, commitment: string, count: Counts, asOf: AsOf): string[] {
  const all = printAll(printing, commitment, asOf)
  if (isPast(asOf)) return [all, `WITH ${printCounts(printing, commitment, count, asOf)}`]
  const type = printing.ontology.nodeTypes.get('Commitment')!
  const each = count.gaps.map(
    ({ condition }, index) => `${printNodeCount(printing, { kind: 'nodes', type, condition, asOf })} AS ${count.each[index]}`,
  )
  return [
    all,
    `WITH count(${commitment}) AS ${count.all}`,
    ...(each.length > 0 ? [`WITH ${[count.all, ...each].join(', ')}`] : []),
  ]
}

function printCounts(printing: Printing, commitment: string, { all, each, gaps }: Counts, asOf: AsOf): string {
  const sums = gaps.map(
    ({ condition }, index) =>
      `sum(CASE WHEN ${printCondition(printing, commitment, condition, asOf)} THEN 1 ELSE 0 END) AS ${each[index]}`,
  )
  return [`count(${commitment}) AS ${all}`, ...sums].join(', ')
}

function printCount(printing: Printing, field: CoverageCountField, { all, each, gaps }: Counts): Entry {
  const { key } = field
  if (field.kind === 'typename') return typenameEntry(field)
  if (field.kind === 'commitments') return { key, value: all }
  const rows = gaps.map(({ kind }, index) =>
    printObject(
      printing,
      field.fields.map(part =>
        part.kind === 'typename'
          ? typenameEntry(part)
          : { key: part.key, value: part.kind === 'kind' ? literal(kind) : each[index]! },
      ),
    ),
  )
  return { key, value: `[${rows.join(', ')}]` }
}

function printAll(printing: Printing, commitment: string, asOf: AsOf): string {
  enter(printing, commitment, asOf)
  if (!isPast(asOf)) return `MATCH (${commitment}:Commitment)`
  return printAllStates(printing, commitment, 'Commitment', asOf, () => [])
}

/** The groups in the order of their ids, each commitment counted once in each. It is asked for its gaps once, in however many it is. */
function printGroup(printing: Printing, { steps, fields }: Group, { asOf, gaps }: Pick<Coverage, 'asOf' | 'gaps'>): string {
  const [commitment, node, met] = [printing.variable('c'), printing.variable('n'), printing.variable('met')]
  const count = counts(printing, fields, gaps)
  // The gaps that it has as one number, a power of two for each: cheaper to tell apart than a list.
  const sum = count.gaps.map(
    ({ condition }, index) => `CASE WHEN ${printCondition(printing, commitment, condition, asOf)} THEN ${2 ** index} ELSE 0 END`,
  )
  const each = count.each.map((variable, index) => `sum(${met} / ${2 ** index} % 2) AS ${variable}`)
  const entries = fields.map((field): Entry => {
    if (field.kind === 'node') return { key: field.key, value: printNode(printing, node, field.node) }
    return printCount(printing, field, count)
  })
  return printSubquery('COLLECT', [
    printAll(printing, commitment, asOf),
    `WITH ${withState(printing, commitment)}, ${sum.join(' + ') || '0'} AS ${met}`,
    ...printSteps(printing, steps, commitment, node, asOf),
    `WITH DISTINCT ${withState(printing, node)}, ${commitment}, ${met}`,
    `WITH ${withState(printing, node)}, ${[`count(${commitment}) AS ${count.all}`, ...each].join(', ')}`,
    `ORDER BY ${node}.id LIMIT ${mostGroups}`,
    `RETURN ${printObject(printing, entries)}`,
  ])
}

/** The clauses that lead from a commitment to what it is grouped by. */
function printSteps(printing: Printing, steps: Group['steps'], commitment: string, node: string, asOf: AsOf): string[] {
  const ends = steps.map((_, index) => (index === steps.length - 1 ? node : printing.variable('n')))
  return steps.flatMap((step, index) => {
    const statement = printing.variable('r')
    const [start, end] = [ends[index - 1] ?? commitment, ends[index]!]
    enter(printing, end, asOf)
    return [
      `MATCH ${printPattern(start, statement, end, step, asOf)}`,
      ...printFound(printing, end, step.targets, asOf, [printing.holds(statement, asOf)], []),
    ]
  })
}
