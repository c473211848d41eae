import type { AsOf, Page, RowSource } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import { enter, isPast, printFound, printNodePattern, printStart, printTypes } from './knownAt.ts'
import { printHeldCount, printHeldCountOfAll } from './printHeldCount.ts'
import { literal, type Printing, printSubquery, printWhere } from './printing.ts'
import { printBound, printPart } from './printOrderedScan.ts'
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
  const rows = { variables: [institution, statement, commitment], statement, handling: { institution, commitment } }
  const paged = purpose.kind === 'page' && !isPast(asOf) && source.commitment === undefined
  const through = waysTo(source)
  const alone = paged && through.length === 0
  if (alone && source.institution !== undefined) {
    const far: SortKey = { expression: `${statement}.toId`, type: 'ID', descending: false, nullable: false }
    const keys = [far, { ...far, expression: `${statement}.fromId` }, idKey(statement)]
    const only = printing.parameters.add(source.institution, { kind: 'value', type: 'ID' })
    const clauses = [
      `MATCH (${institution})-[${statement}:HANDLES]->(${commitment})`,
      printWhere([`${statement}.fromId = ${only}`, printBound(far, page), printing.holds(statement, asOf, ranks)]),
    ]
    return { ...rows, clauses, keys, within: `${statement}.fromId` }
  }
  const inOrder = paged && through.length === 1 ? printInOrder(printing, through[0]!, commitment, page, asOf) : undefined
  const first = inOrder?.key ?? idKey(commitment)
  const end = (node: string, type: string, id: Leaf) =>
    id === undefined ? printNodePattern(node, [type], asOf) : printStart(printing, node, type, id, asOf)
  const step = `[${statement}:${printTypes(['HANDLES'], asOf)}]`
  // Without an end to start from, commitments are read in their order, from the cursor on.
  const bound = alone ? printBound(first, page) : ''
  const clauses = [
    ...(inOrder?.clauses ?? through.flatMap(way => printWay(printing, way, commitment, asOf))),
    // In their order, the handlers of no more of them are read than the page needs.
    ...(paged && through.length > 1 ? [`ORDER BY ${commitment}.id`] : []),
    `MATCH ${end(institution, 'Institution', source.institution)}-${step}->${end(commitment, 'Commitment', source.commitment)}`,
    ...printFound(printing, institution, [], asOf, [bound, printing.holds(statement, asOf, ranks)], []),
    ...(isPast(asOf) ? printFound(printing, commitment, [], asOf, [], []) : []),
  ]
  const keys = [first, idKey(institution), idKey(statement)]
  if (!inOrder) return { ...rows, clauses, keys }
  const { within } = inOrder
  return { ...rows, variables: [...rows.variables, within, first.expression], clauses, keys, within }
}

/** What commitments are looked for by: the one that the statements of a type lead to. */
interface Way {
  readonly leaf: Leaf
  readonly type: string
  readonly label: string
}

function waysTo({ instrument, theme }: Handlings): Way[] {
  return [
    { leaf: instrument, type: 'CONCERNS', label: 'LegalInstrument' },
    { leaf: theme, type: 'ABOUT', label: 'Theme' },
  ].filter(({ leaf }) => leaf !== undefined)
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

/**
 * The same in the order of their ids, read from the index of the statements as far as the page needs: of one theme there may be
 * tens of thousands.
 */
function printInOrder(printing: Printing, { leaf, type, label }: Way, commitment: string, page: Page, asOf: AsOf) {
  const [link, near, far] = [printing.variable('r'), printing.variable('near'), printing.variable('far')]
  const key: SortKey = { expression: far, type: 'ID', descending: false, nullable: false }
  const id = printing.parameters.add(leaf, { kind: 'value', type: 'ID' })
  const bound = page.after === undefined ? `''` : printPart(printing, page, [key, key, key], 0)
  const clauses = [
    `MATCH (:${label})<-[${link}:${type}]-${printNodePattern(commitment, ['Commitment'], asOf)}`,
    printWhere([`${link}.toId = ${id}`, `${link}.fromId >= ${bound}`, printing.holds(link, asOf)]),
    `WITH DISTINCT ${link}.toId AS ${near}, ${link}.fromId AS ${far}, ${commitment}`,
  ]
  return { key, clauses, within: near }
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
