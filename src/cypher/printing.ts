import type { AsOf } from '../plan/plan.ts'
import type { Ontology } from '../schema/ontology.ts'
import { Parameters } from './parameters.ts'

/** What the printing of one statement shares: its parameters and the variables it has used. */
export class Printing {
  readonly parameters = new Parameters()
  #variables = 0

  constructor(readonly ontology: Ontology) {}

  /** A variable that this statement does not use yet. */
  variable(prefix: string): string {
    return `${prefix}${this.#variables++}`
  }

  /** The day that an answer holds for. */
  day(asOf: AsOf): string {
    return this.parameters.add(asOf.validAt, { kind: 'day' })
  }

  /** That a statement is among those shown and held on the day asked for. */
  holds(statement: string, asOf: AsOf): string {
    const day = this.day(asOf)
    const from = `(${statement}.validFrom IS NULL OR ${statement}.validFrom <= ${day})`
    const to = `(${statement}.validTo IS NULL OR ${statement}.validTo > ${day})`
    return `${statement}.rank <> 'DEPRECATED' AND ${from} AND ${to}`
  }
}

/** A response key as Cypher takes it: GraphQL names hold only letters, digits and _, yet some are Cypher keywords. */
export function name(key: string): string {
  return `\`${key}\``
}

/** A string literal of an ontology name. */
export function literal(text: string): string {
  return `'${text}'`
}

/** The lines of a text moved right. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

/** A subquery such as `COLLECT { … }` with its clauses on lines of their own. */
export function printSubquery(kind: 'COLLECT' | 'COUNT' | 'EXISTS', clauses: readonly string[]): string {
  return `${kind} {\n${indent(clauses.filter(Boolean).join('\n'))}\n}`
}

/** A `WHERE` of conditions that all must hold, or nothing. */
export function printWhere(conditions: readonly string[]): string {
  const given = conditions.filter(Boolean)
  return given.length === 0 ? '' : `WHERE ${given.join('\n  AND ')}`
}
