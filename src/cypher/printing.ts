import type { AsOf, Ranks } from '../plan/plan.ts'
import type { Leaf } from '../plan/slot.ts'
import type { Ontology } from '../schema/ontology.ts'
import { Parameters } from './parameters.ts'

/**
 * How an answer comes back: as maps under the response keys, or as bare lists of values in the order of the selection.
 * Lists are smaller and keep the order, which maps in Cypher do not; who reads them must know the plan.
 */
export type AnswerForm = 'maps' | 'lists'

/** What the printing of one statement shares: its parameters and the variables it has used. */
export class Printing {
  readonly parameters = new Parameters()
  /** The states of nodes that were read at an instant, by the variable of the node. */
  readonly states = new Map<string, NodeState>()
  /** Subqueries that stand before the answer, for what cannot stand within an expression. */
  readonly subqueries: string[] = []
  #variables = 0

  constructor(
    readonly ontology: Ontology,
    readonly form: AnswerForm,
  ) {}

  /** A variable that this statement does not use yet. */
  variable(prefix: string): string {
    return `${prefix}${this.#variables++}`
  }

  /** Puts a subquery before the answer, which the value it returns is then known to by the variable given back. */
  before(imported: readonly string[], clauses: readonly string[]): string {
    const value = this.variable('found')
    this.subqueries.push(printCall(imported, [...clauses.slice(0, -1), `${clauses.at(-1)} AS ${value}`]))
    return value
  }

  /** Puts a subquery before the answer, all of whose variables are known from then on. */
  beforeAll(clauses: readonly string[]): void {
    this.subqueries.push(printCall([], clauses))
  }

  /** The day that an answer holds for. */
  day({ validAt, dayOf }: AsOf): string {
    if (validAt === undefined && dayOf !== undefined) return this.parameters.add(dayOf, { kind: 'dayOf' })
    return this.parameters.add(validAt, { kind: 'day' })
  }

  /** The instant whose knowledge an answer gives. */
  instant({ knownAt }: AsOf): string {
    return this.parameters.add(knownAt, { kind: 'value', type: 'DateTime' })
  }

  /** The variable that holds the properties of a node: its state at an instant where one was asked for, else the node itself. */
  state(node: string): string {
    return this.states.get(node)?.variable ?? node
  }

  /** That a statement is among those shown and held on the day asked for. */
  holds(statement: string, asOf: AsOf, ranks: Ranks = 'BEST'): string {
    if (ranks === 'ALL') return this.held(statement, asOf)
    const shown = this.#unlessAny([`${statement}.rank = 'DEPRECATED'`, ...this.#outOfForce(statement, asOf)])
    return joined(this.stood(statement, asOf), `coalesce(${statement}.unbounded, ${shown})`)
  }

  /** That a statement held on the day asked for, whatever its rank. */
  held(statement: string, asOf: AsOf): string {
    return joined(this.stood(statement, asOf), this.#unlessAny(this.#outOfForce(statement, asOf)))
  }

  /** That the graph said so at the instant asked for; empty for the present, where superseded statements are not met. */
  stood(statement: string, asOf: AsOf): string {
    if (asOf.knownAt === undefined) return ''
    const instant = this.instant(asOf)
    const { recordedAt, supersededAt } = { recordedAt: `${statement}.recordedAt`, supersededAt: `${statement}.supersededAt` }
    return `${recordedAt} <= ${instant} AND (${supersededAt} IS NULL OR ${supersededAt} > ${instant})`
  }

  /** What keeps a statement from holding on the day asked for. Where it does not say from when or until when, neither does. */
  #outOfForce(statement: string, asOf: AsOf): string[] {
    const day = this.day(asOf)
    return [`${statement}.validFrom > ${day}`, `${statement}.validTo <= ${day}`]
  }

  /**
   * That none of these is true; what is unknown is not. Written as a case, since Neo4j would multiply out alternatives that
   * stand beside conjunctions, each time it plans a statement, which took a fifth of the time of planning a traversal.
   */
  #unlessAny(conditions: readonly string[]): string {
    return `CASE WHEN ${conditions.join(' OR ')} THEN false ELSE true END`
  }
}

/** The variable that holds what a node was at an instant. */
export interface NodeState {
  readonly variable: string
  readonly knownAt: Leaf
}

function joined(first: string, second: string): string {
  return first ? `${first} AND ${second}` : second
}

/** One value of an answer under its response key; constants, such as the name of a type, need not come from the database. */
export interface Entry {
  readonly key: string
  readonly value: string
  readonly constant?: boolean
}

/** Some values of one object of the answer, in the form wanted; of a node or statement when a variable is given. */
export function printObject({ form }: Printing, entries: readonly Entry[], variable = ''): string {
  if (form === 'lists')
    return enclose(
      '[',
      entries.filter(({ constant }) => !constant).map(({ value }) => value),
      ']',
    )
  const printed = entries.map(({ key, value }) =>
    variable && value === `${variable}.${key}` ? `.${key}` : `${name(key)}: ${value}`,
  )
  return enclose(variable ? `${variable} {` : '{', printed, '}')
}

function enclose(open: string, parts: readonly string[], close: string): string {
  const line = parts.join(', ')
  if (line.includes('\n') || line.length > 100) return `${open}\n${indent(parts.join(',\n'))}\n${close}`
  return close === ']' ? `${open}${line}${close}` : `${open} ${line} ${close}`
}

/** The name of a GraphQL type under a response key. */
export function typenameEntry({ key, name: type }: { readonly key: string; readonly name: string }): Entry {
  return { key, value: literal(type), constant: true }
}

/** A response key as Cypher takes it: GraphQL names hold only letters, digits and _, yet some are Cypher keywords. */
function name(key: string): string {
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

/** A subquery that adds its rows to those before it; it knows of them only the variables imported, and all parameters. */
export function printCall(imported: readonly string[], clauses: readonly string[]): string {
  return `CALL (${imported.join(', ')}) {\n${indent(clauses.filter(Boolean).join('\n'))}\n}`
}

/** The pattern of what a node has at one of its ends. */
export function printFrom(node: string, near: 'from' | 'to', step: string, other = '()'): string {
  return near === 'from' ? `${node}-${step}->${other}` : `${node}<-${step}-${other}`
}

/** Clauses that each give some of the rows, as one text. */
export function joinBranches(branches: readonly (readonly string[])[]): string {
  return branches.map(clauses => clauses.filter(Boolean).join('\n')).join('\nUNION ALL\n')
}

/** A `WHERE` of conditions that all must hold, or nothing. */
export function printWhere(conditions: readonly string[]): string {
  const given = conditions.filter(Boolean)
  return given.length === 0 ? '' : `WHERE ${given.join('\n  AND ')}`
}

/**
 * A condition that is looked at only where the first ones hold. Written as a case, since Neo4j would take a conjunction apart
 * and check the parts of it in an order of its own, each for every row.
 */
export function printAfterAll(first: readonly string[], then: string): string {
  const given = first.filter(Boolean)
  return given.length === 0 ? then : `CASE WHEN ${given.join(' AND ')} THEN ${then} ELSE false END`
}
