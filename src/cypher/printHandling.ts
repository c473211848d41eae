import type { AsOf, HandlingFieldPlan, NodePlan } from '../plan/plan.ts'
import { enter, printFound, printNodePattern, printType, printTypes, withState } from './knownAt.ts'
import { printRelationship } from './printConnection.ts'
import { type Entry, type Printing, printObject, printSubquery, printWhere, typenameEntry } from './printing.ts'
import { printNode, printPropertyField } from './printNode.ts'
import type { Rows } from './printRows.ts'

const most = 25

/** One answer to "who handles what": the statement with its body, commitment, law, words and rivals. */
export function printHandling(printing: Printing, rows: Rows, asOf: AsOf, fields: readonly HandlingFieldPlan[]): string {
  const statement = rows.statement!
  const { institution, commitment } = rows.handling!
  const entries = fields.map((field): Entry => {
    const { key } = field
    switch (field.kind) {
      case 'typename':
        return typenameEntry(field)
      case 'property':
        return printPropertyField(printing, statement, field)
      case 'institution':
        return { key, value: printNode(printing, institution, field.node) }
      case 'commitment':
        return { key, value: printNode(printing, commitment, field.node) }
      case 'passage':
        return { key, value: `head(${printPassages(printing, statement, commitment, asOf, field, 1)})` }
      case 'passages':
        return { key, value: printPassages(printing, statement, commitment, asOf, field, most) }
      case 'legalBasis':
        return { key, value: printLegalBasis(printing, institution, commitment, asOf, field) }
      case 'rivals':
        return { key, value: printRivals(printing, rows, asOf, field) }
    }
  })
  return printObject(printing, entries, statement)
}

type NodeField = { readonly node: NodePlan }

/** The passage that the statement itself quotes comes first. */
function printPassages(
  printing: Printing,
  statement: string,
  commitment: string,
  asOf: AsOf,
  field: NodeField,
  limit: number,
): string {
  const link = printing.variable('r')
  const passage = printing.variable('n')
  enter(printing, passage, asOf)
  const types = ['Passage']
  return printSubquery('COLLECT', [
    `MATCH (${commitment})-[${link}:${printTypes(['STATED_IN'], asOf)}]->${printNodePattern(passage, types, asOf)}`,
    ...printFound(printing, passage, types, asOf, [printing.holds(link, asOf)], []),
    `WITH ${withState(printing, passage)} ORDER BY ${passage}.id <> ${statement}.source, ${passage}.id LIMIT ${limit}`,
    `RETURN ${printNode(printing, passage, field.node)}`,
  ])
}

/** The law behind the commitment, and the mandate of the body, on the date asked for. */
function printLegalBasis(printing: Printing, institution: string, commitment: string, asOf: AsOf, field: NodeField): string {
  const link = printing.variable('r')
  const act = printing.variable('n')
  const end = printing.variable('n')
  enter(printing, act, asOf)
  const types = ['LegalInstrument']
  const wanted = [`(${printType(link, asOf)} = 'GOVERNS' OR ${link}.aspect = 'LEGAL_BASIS')`, printing.holds(link, asOf)]
  return printSubquery('COLLECT', [
    `UNWIND [${commitment}, ${institution}] AS ${end}`,
    `MATCH (${end})-[${link}:${printTypes(['CONCERNS', 'GOVERNS'], asOf)}]-${printNodePattern(act, types, asOf)}`,
    ...printFound(printing, act, types, asOf, wanted, []),
    `WITH DISTINCT ${withState(printing, act)} ORDER BY ${act}.id LIMIT ${most}`,
    `RETURN ${printNode(printing, act, field.node)}`,
  ])
}

/** Other statements on the same body and the same commitment, set-aside ones too. */
function printRivals(printing: Printing, rows: Rows, asOf: AsOf, field: Extract<HandlingFieldPlan, { kind: 'rivals' }>): string {
  const rival = printing.variable('r')
  const { institution, commitment } = rows.handling!
  return printSubquery('COLLECT', [
    `MATCH (${institution})-[${rival}:${printTypes(['HANDLES'], asOf)}]->(${commitment})`,
    printWhere([`${rival}.id <> ${rows.statement}.id`, printing.stood(rival, asOf)]),
    `WITH ${rival} ORDER BY ${rival}.id LIMIT ${most}`,
    `RETURN ${printRelationship(printing, rival, field.fields, asOf)}`,
  ])
}
