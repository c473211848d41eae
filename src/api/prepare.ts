import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql'
import { collectFields } from 'graphql/execution/collectFields.js'
import { bind, type StatementTemplate } from '../cypher/bind.ts'
import { printOperation } from '../cypher/printRoot.ts'
import type { CypherStatement } from '../cypher/statement.ts'
import { ArgumentError } from '../plan/argumentError.ts'
import { costOf, largestCost } from '../plan/cost.ts'
import type { RootPlan } from '../plan/plan.ts'
import { planRoot } from '../plan/planRoot.ts'
import type { Selection } from '../plan/selection.ts'
import { shapeOf } from '../plan/slot.ts'
import type { Ontology } from '../schema/ontology.ts'
import { hasMark } from './cite/findMarked.ts'
import { CompiledShapes } from './compiledShapes.ts'
import { compileWriter, type Write } from './compileWriter.ts'
import { tracePlan } from './observe/tracing.ts'

/** Root fields that are not answered from a plan. */
export const unplanned: ReadonlySet<string> = new Set([
  ...['cite', 'changes', 'revisions'],
  ...['proposals', 'agreement', 'disagreements', 'mergedInto', 'merges', 'duplicates'],
])

/** A validated operation of which everything that does not depend on values is done once. */
export interface Prepared {
  /** The statement that answers it with these variables and the writer of its answer; undefined when the variables do not fit. */
  bind(variables: Readonly<Record<string, unknown>> | undefined, now: Date): Bound | undefined
}

/** A prepared operation with the values of one request. */
export interface Bound {
  readonly template: StatementTemplate
  readonly statement: CypherStatement
  /** How many nodes it asks for. */
  readonly cost: number
  /** The whole response body, from the values that the statement gave. */
  write(values: readonly unknown[]): string
}

/** Stands for an operation that asks for what is not in the graph. */
const unanswered = Symbol('unanswered')

interface Compiled {
  readonly template: StatementTemplate
  readonly plans: readonly RootPlan[]
  readonly write: (values: readonly unknown[]) => string
}

/** Prepares an operation that was found valid; undefined when it asks for what is not in the graph, such as the schema itself. */
export function prepare(
  schema: GraphQLSchema,
  ontology: Ontology,
  document: DocumentNode,
  operationName?: string,
): Prepared | undefined {
  const operation = getOperationAST(document, operationName)
  if (operation?.operation !== 'query' || hasMark(document)) return undefined
  const fragments = Object.fromEntries(
    document.definitions.flatMap(definition =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  )
  const compiled = new CompiledShapes<Compiled | typeof unanswered>(ontology)
  return {
    bind(given, now) {
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {})
      if (!coerced) return undefined
      const { key, variables } = shapeOf(schema, operation, coerced)
      const found = compiled.get(key, coerced, typeOf =>
        tracePlan(() => compile({ schema, ontology, fragments, variables, typeOf }, operation) ?? unanswered),
      )
      if (found === unanswered) return undefined
      const { plans, template, write } = found
      const cost = checkCost(plans, coerced)
      return { cost, template, statement: bind(template, coerced, now), write }
    },
  }
}

/** What the root fields cost with what was spent before; refused when it is more nodes than one answer may hold. */
export function checkCost(plans: readonly RootPlan[], variables: Readonly<Record<string, unknown>>, spent = 0): number {
  const cost = plans.reduce((total, plan) => total + costOf(plan, variables), spent)
  if (cost > largestCost)
    throw new ArgumentError(
      'first',
      cost,
      `page sizes whose product, level by level, is at most ${largestCost} nodes in one answer`,
    )
  return cost
}

function compile(selection: Selection, operation: OperationDefinitionNode): Compiled | undefined {
  const { schema, ontology, fragments, variables } = selection
  const type = schema.getQueryType()!
  const plans: RootPlan[] = []
  const parts: (string | Write)[] = []
  for (const [key, nodes] of collectFields(schema, fragments, variables, type, operation.selectionSet)) {
    const name = nodes[0]!.name.value
    const head = `${parts.length === 0 ? '' : ','}${JSON.stringify(key)}:`
    if (name === '__typename') {
      parts.push(`${head}${JSON.stringify(type.name)}`)
      continue
    }
    if (name.startsWith('__') || unplanned.has(name)) return undefined
    const plan = planRoot(selection, key, nodes)
    const required = isNonNullType(type.getFields()[name]!.type)
    plans.push(plan)
    parts.push(head, required ? compileWriter(plan) : nullable(compileWriter(plan)))
  }
  const write = (values: readonly unknown[]): string => {
    let text = '{"data":{'
    let next = 0
    for (const part of parts) text += typeof part === 'string' ? part : part(values[next++])
    return `${text}}}\n`
  }
  return { plans, write, template: printOperation(ontology, plans) }
}

function nullable(write: Write): Write {
  return value => (value === null || value === undefined ? 'null' : write(value))
}
