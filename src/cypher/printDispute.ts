import type { DisputedClaimFieldPlan, DisputeFieldPlan, RowSource } from '../plan/plan.ts'
import { isEnum, type Ontology } from '../schema/ontology.ts'
import { type Entry, literal, type Printing, printObject, printSubquery, printWhere, typenameEntry } from './printing.ts'
import { printNode, printPropertyField } from './printNode.ts'
import type { Rows } from './printRows.ts'

/** The properties of entities of which the claims that hold say different things; claims set aside count as well. */
export function printDisputeRows(printing: Printing, { dispute, entity, asOf }: Extract<RowSource, { kind: 'disputes' }>): Rows {
  const [subject, claim, statement] = [printing.variable('n'), printing.variable('claim'), printing.variable('r')]
  const [property, claims] = [printing.variable('property'), printing.variable('claims')]
  const id = entity === undefined ? '' : ` { id: ${printing.parameters.add(entity, { kind: 'value', type: 'ID' })} }`
  const kind = printKind(printing.ontology, property)
  return {
    clauses: [
      `MATCH (${subject}:Entity${id})<-[${statement}:CLAIMS]-(${claim}:Claim)`,
      printWhere([printing.held(statement, asOf)]),
      `WITH ${subject}, ${claim}.property AS ${property}, ${claim}, ${statement} ORDER BY ${claim}.id`,
      `WITH ${subject}, ${property}, collect({ claim: ${claim}, statement: ${statement} }) AS ${claims}, count(DISTINCT ${claim}.value) AS values`,
      `WITH ${subject}, ${property}, ${claims}, values`,
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
export function printDispute(printing: Printing, rows: Rows, fields: readonly DisputeFieldPlan[]): string {
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
        return { key, value: printClaims(printing, claims, field.fields) }
    }
  })
  return printObject(printing, entries)
}

function printClaims(printing: Printing, claims: string, fields: readonly DisputedClaimFieldPlan[]): string {
  const [row, claim, statement] = [printing.variable('row'), printing.variable('claim'), printing.variable('r')]
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
        return { key, value: `${claim}.${field.kind}` }
    }
  })
  return printSubquery('COLLECT', [
    `UNWIND ${claims} AS ${row}`,
    `WITH ${row}.claim AS ${claim}, ${row}.statement AS ${statement}`,
    `ORDER BY CASE ${statement}.rank WHEN 'PREFERRED' THEN 0 WHEN 'NORMAL' THEN 1 ELSE 2 END, ${claim}.id`,
    `RETURN ${printObject(printing, entries)}`,
  ])
}
