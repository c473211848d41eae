import type { AsOf, DisputedClaimFieldPlan, DisputeFieldPlan, RowSource } from '../plan/plan.ts'
import { isEnum, type Ontology } from '../schema/ontology.ts'
import { enter, isPast, printFound, printNodePattern, printStart, printTypes, withState } from './knownAt.ts'
import { type Entry, literal, type Printing, printObject, printSubquery, printWhere, typenameEntry } from './printing.ts'
import { printNode, printPropertyField } from './printNode.ts'
import type { Rows } from './printRows.ts'

/** The properties of entities of which the claims that hold say different things; claims set aside count as well. */
export function printDisputeRows(printing: Printing, { dispute, entity, asOf }: Extract<RowSource, { kind: 'disputes' }>): Rows {
  const [subject, claim, statement] = [printing.variable('n'), printing.variable('claim'), printing.variable('r')]
  const [property, claims] = [printing.variable('property'), printing.variable('claims')]
  const start =
    entity === undefined ? printNodePattern(subject, ['Entity'], asOf) : printStart(printing, subject, 'Entity', entity, asOf)
  const kind = printKind(printing.ontology, property)
  enter(printing, subject, asOf)
  enter(printing, claim, asOf)
  const [known, of] = [printing.state(claim), withState(printing, subject)]
  const parts = isPast(asOf) ? `claim: ${known}, node: ${claim}` : `claim: ${claim}`
  return {
    clauses: [
      `MATCH ${start}<-[${statement}:${printTypes(['CLAIMS'], asOf)}]-${printNodePattern(claim, ['Claim'], asOf)}`,
      ...printFound(printing, claim, [], asOf, [printing.held(statement, asOf)], []),
      ...(isPast(asOf) ? printFound(printing, subject, [], asOf, [], []) : []),
      `WITH ${of}, ${known}.property AS ${property}, ${withState(printing, claim)}, ${statement} ORDER BY ${claim}.id`,
      `WITH ${of}, ${property}, collect({ ${parts}, statement: ${statement} }) AS ${claims}, count(DISTINCT ${known}.value) AS values`,
      `WITH ${of}, ${property}, ${claims}, values`,
      printWhere(['values > 1', dispute ? `${kind} = ${literal(dispute)}` : '']),
    ],
    keys: [
      { expression: `${subject}.id`, type: 'ID', descending: false, nullable: false },
      { expression: property, type: 'String', descending: false, nullable: false },
    ],
    variables: [subject, property, claims],
    dispute: { subject, property, claims },
  }
}

function printKind({ nodeTypes }: Ontology, property: string): string {
  const dates = new Set(
    [...nodeTypes.values()].flatMap(({ properties }) =>
      [...properties.values()].filter(({ type }) => !isEnum(type) && type === 'Date').map(({ name }) => name),
    ),
  )
  return `CASE WHEN ${property} IN [${[...dates].sort().map(literal).join(', ')}] THEN 'DATE_MISMATCH' ELSE 'VALUE_MISMATCH' END`
}

/** One property in dispute, with what each source says of it, the best-ranked first. */
export function printDispute(printing: Printing, rows: Rows, fields: readonly DisputeFieldPlan[], asOf: AsOf): string {
  const { subject, property, claims } = rows.dispute!
  const entries = fields.map((field): Entry => {
    const { key } = field
    switch (field.kind) {
      case 'typename':
        return typenameEntry(field)
      case 'id':
        return { key, value: `'dispute/' + ${subject}.id + '/' + ${property}` }
      case 'kind':
        return { key, value: printKind(printing.ontology, property) }
      case 'property':
        return { key, value: property }
      case 'value':
        return { key, value: `head([row IN ${claims} WHERE row.statement.rank = 'PREFERRED' | row.claim.value])` }
      case 'entity':
        return { key, value: printNode(printing, subject, field.node) }
      case 'claims':
        return { key, value: printClaims(printing, claims, field.fields, asOf) }
    }
  })
  return printObject(printing, entries)
}

function printClaims(printing: Printing, claims: string, fields: readonly DisputedClaimFieldPlan[], asOf: AsOf): string {
  const [row, claim, statement] = [printing.variable('row'), printing.variable('claim'), printing.variable('r')]
  enter(printing, claim, asOf)
  const entries = fields.map((field): Entry => {
    const { key } = field
    switch (field.kind) {
      case 'typename':
        return typenameEntry(field)
      case 'property':
        return printPropertyField(printing, statement, field)
      case 'claim':
        return { key, value: printNode(printing, claim, field.node) }
      default:
        return { key, value: `${printing.state(claim)}.${field.kind}` }
    }
  })
  return printSubquery('COLLECT', [
    `UNWIND ${claims} AS ${row}`,
    `WITH ${isPast(asOf) ? `${row}.node AS ${claim}, ` : ''}${row}.claim AS ${printing.state(claim)}, ${row}.statement AS ${statement}`,
    `ORDER BY CASE ${statement}.rank WHEN 'PREFERRED' THEN 0 WHEN 'NORMAL' THEN 1 ELSE 2 END, ${claim}.id`,
    `RETURN ${printObject(printing, entries)}`,
  ])
}
