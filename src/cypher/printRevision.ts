import type { RootPlan } from '../plan/plan.ts'
import { isPast } from './knownAt.ts'
import { type Printing, printObject, printSubquery, typenameEntry } from './printing.ts'

type RevisionPlan = Extract<RootPlan, { kind: 'revision' }>

/** The last revision: the ledger knows that of the present, the revisions themselves that of an instant. */
export function printRevision(printing: Printing, { fields, asOf }: RevisionPlan): string {
  const node = printing.variable('n')
  if (!isPast(asOf)) {
    const match = `OPTIONAL MATCH (${node}:Ledger { id: 'ledger' })`
    const ledger = printFields(printing, fields, `coalesce(${node}.revision, 0)`, `toString(${node}.at)`)
    return `head(${printSubquery('COLLECT', [match, `RETURN ${ledger}`])})`
  }
  const made = `MATCH (${node}:Revision) WHERE ${node}.at <= ${printing.instant(asOf)}`
  const last = `WITH ${node} ORDER BY ${node}.at DESC LIMIT 1`
  const found = printSubquery('COLLECT', [
    made,
    last,
    `RETURN ${printFields(printing, fields, `${node}.number`, `toString(${node}.at)`)}`,
  ])
  return `coalesce(head(${found}), ${printFields(printing, fields, '0', 'null')})`
}

function printFields(printing: Printing, fields: RevisionPlan['fields'], number: string, at: string): string {
  const values = { number, at }
  return printObject(
    printing,
    fields.map(field => (field.kind === 'typename' ? typenameEntry(field) : { key: field.key, value: values[field.kind] })),
  )
}
