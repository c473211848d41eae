import type { Page, RowSource } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import { enter, isPast, printFound, printNodePattern, printStart, printTypes } from './knownAt.ts'
import { printHeldCount, printHeldCountOfAll } from './printHeldCount.ts'
import { literal, type Printing, printSubquery, printWhere } from './printing.ts'
import { printBound } from './printOrderedScan.ts'
import { idKey, type Purpose, type Rows, type SortKey } from './printRows.ts'

type Handlings = Extract<RowSource, { kind: 'handlings' }>

/** Who handles what, by commitment and body. */
export function printHandlingRows(printing: Printing, source: Handlings, page: Page, purpose: Purpose): Rows {
  const statement = printing.variable('r')
  const institution = printing.variable('i')
  const commitment = printing.variable('c')
  const { asOf, ranks } = source
  enter(printing, institution, asOf)
  enter(printing, commitment, asOf)
  const clauses: string[] = []
  const through = [
    { leaf: source.instrument, type: 'CONCERNS', label: 'LegalInstrument' },
    { leaf: source.theme, type: 'ABOUT', label: 'Theme' },
  ].filter(({ leaf }) => leaf !== undefined)
  for (const [index, { leaf, type, label }] of through.entries()) {
    const link = printing.variable('r')
    const named = isPast(asOf) ? printing.variable('n') : ''
    const start = printStart(printing, named, label, leaf, asOf)
    const step = `[${link}:${printTypes([type], asOf)}]`
    clauses.push(
      `MATCH ${start}<-${step}-${printNodePattern(commitment, ['Commitment'], asOf)}`,
      printWhere([named && `(${named}:${label} OR ${named}.removedType = ${literal(label)})`, printing.holds(link, asOf)]),
      `WITH DISTINCT ${commitment}`,
    )
    // In their order, the handlers of no more of them are read than the page needs.
    if (index === through.length - 1 && purpose.kind === 'page' && !isPast(asOf)) clauses.push(`ORDER BY ${commitment}.id`)
  }
  const alone = purpose.kind === 'page' && !isPast(asOf) && through.length === 0 && source.commitment === undefined
  if (alone && source.institution !== undefined) {
    const far: SortKey = { expression: `${statement}.toId`, type: 'ID', descending: false, nullable: false }
    const keys = [far, { ...far, expression: `${statement}.fromId` }, idKey(statement)]
    const only = printing.parameters.add(source.institution, { kind: 'value', type: 'ID' })
    clauses.push(
      `MATCH (${institution})-[${statement}:HANDLES]->(${commitment})`,
      printWhere([`${statement}.fromId = ${only}`, printBound(far, page), printing.holds(statement, asOf, ranks)]),
    )
    return { ...rows(), clauses, keys, within: `${statement}.fromId` }
  }
  const end = (node: string, type: string, id: Leaf) =>
    id === undefined ? printNodePattern(node, [type], asOf) : printStart(printing, node, type, id, asOf)
  const step = `[${statement}:${printTypes(['HANDLES'], asOf)}]`
  const keys = [idKey(commitment), idKey(institution), idKey(statement)]
  // Without an end to start from, commitments are read in their order, from the cursor on.
  const bound = alone ? printBound(keys[0]!, page) : ''
  clauses.push(
    `MATCH ${end(institution, 'Institution', source.institution)}-${step}->${end(commitment, 'Commitment', source.commitment)}`,
    ...printFound(printing, institution, [], asOf, [bound, printing.holds(statement, asOf, ranks)], []),
    ...(isPast(asOf) ? printFound(printing, commitment, [], asOf, [], []) : []),
  )
  return { ...rows(), clauses, keys }

  function rows(): Pick<Rows, 'variables' | 'statement' | 'handling'> {
    return {
      variables: [institution, statement, commitment],
      statement,
      handling: { institution, commitment },
    }
  }
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
