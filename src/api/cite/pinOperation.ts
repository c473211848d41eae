import {
  type ArgumentNode,
  astFromValue,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { ArgumentError } from '../../plan/argumentError.ts'
import { directiveName } from '../graphql/citeDirective.ts'

/** The two times that a root field is answered for. */
export interface Times {
  readonly validAt: string
  readonly knownAt: string
}
/** An operation that asks for the same answer whenever it is asked. */
export interface PinnedOperation {
  readonly query: string
  readonly document: DocumentNode
  readonly variables: Readonly<Record<string, unknown>>
  /** The times of its root fields, one after the other. */
  readonly times: readonly Times[]
}

/**
 * Writes into each root field the times that it is answered for: those that it asks for, else the present of `now`. The document
 * holds one operation with the fragments that it uses.
 */
export function pinOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  now: Times,
): PinnedOperation {
  const times: Times[] = []
  const types = new TypeInfo(schema)
  const pinned = visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const field = types.getFieldDef()
        if (types.getParentType() !== schema.getQueryType() || node.name.value.startsWith('__')) return undefined
        const declared = field?.args.find(({ name }) => name === 'asOf')
        if (!declared || !isInputType(declared.type))
          throw new ArgumentError(
            'cite.query',
            node.name.value,
            'root fields that take asOf, so that their answer can be had again',
          )
        const given = node.arguments?.find(({ name }) => name.value === 'asOf')
        const asked = (given ? valueFromAST(given.value, declared.type, variables) : undefined) as Partial<Times> | undefined
        const found = timesOf(asked ?? {}, now)
        times.push(found)
        // Changes that are asked for without a day are those of all days.
        const pinnedTimes = node.name.value === 'changes' && !asked?.validAt ? { knownAt: found.knownAt } : found
        return withAsOf(node, {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'asOf' },
          value: astFromValue(pinnedTimes, declared.type)!,
        })
      },
      Directive: node => (node.name.value === directiveName ? null : undefined),
    }),
  )
  const used = new Set<string>()
  const unused = visit(pinned, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  })
  const clean = visit(unused, { VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null) })
  const kept = Object.entries(variables).filter(([name]) => used.has(name))
  return { query: stripIgnoredCharacters(print(clean)), document: clean, variables: Object.fromEntries(kept), times }
}

/** Without a day of its own, an answer is for the day of the instant that it asks for. */
function timesOf({ validAt, knownAt }: Partial<Times>, now: Times): Times {
  const day = knownAt ? new Date(knownAt).toISOString().slice(0, 10) : now.validAt
  return { validAt: validAt ?? day, knownAt: knownAt ?? now.knownAt }
}

function withAsOf(node: FieldNode, asOf: ArgumentNode): FieldNode {
  return { ...node, arguments: [...(node.arguments ?? []).filter(({ name }) => name.value !== 'asOf'), asOf] }
}

/** The name of an operation, or of the root fields that it asks for. */
export function nameOperation(document: DocumentNode): string {
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
  if (operation?.name) return operation.name.value
  const fields = operation?.selectionSet.selections.flatMap(node => (node.kind === Kind.FIELD ? node.name.value : []))
  return fields?.join(', ') || 'query'
}
