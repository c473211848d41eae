import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, ID, Info, Mutation, Resolver } from 'type-graphql'
import { declareEnum } from '../../schema/enums.ts'
import type { Ontology } from '../../schema/ontology.ts'
import type { CodingDeclaration } from './coding.ts'
import {
  type ArgumentDeclaration,
  declareArguments,
  declareInput,
  declareObject,
  type InputDeclaration,
  makeClass,
  type TypeClass,
} from './declare.ts'
import { editArguments } from './editArguments.ts'
import { declareEditInputs, type EditInputs } from './editInputs.ts'
import type { ReconciliationDeclaration } from './reconciliation.ts'
import type { RelationshipDeclaration } from './relationships.ts'
import { Revision } from './special.ts'

/** What a resolver of a mutation needs: something that does it whole. */
export interface Editing {
  edit(info: GraphQLResolveInfo): Promise<unknown>
  code(info: GraphQLResolveInfo): Promise<unknown>
  reconcile(info: GraphQLResolveInfo): Promise<unknown>
}

/** For each mutation, its argument and the kind of operation that each item of it is. */
export const editMutations = {
  addEntities: { argument: 'input', kind: 'addEntity' },
  correctEntities: { argument: 'input', kind: 'correctEntity' },
  removeEntities: { argument: 'ids', kind: 'removeEntity' },
  assertStatements: { argument: 'input', kind: 'assertStatement' },
  supersedeStatements: { argument: 'input', kind: 'supersedeStatement' },
  retractStatements: { argument: 'ids', kind: 'retractStatement' },
  rankStatements: { argument: 'input', kind: 'rankStatement' },
  recordProgress: { argument: 'input', kind: 'recordProgress' },
} as const

type MutationName = keyof typeof editMutations

const meanings: Record<MutationName, string> = {
  addEntities: 'Adds entities, with what is said of them.',
  correctEntities: 'Corrects properties and texts of entities: what is left out stays, null clears.',
  removeEntities: 'Takes entities out of the graph, with what is said of them; their past stays known.',
  assertStatements: 'Asserts statements between entities.',
  supersedeStatements: 'Says something else in place of statements, which stay known as past.',
  retractStatements: 'Says no longer what statements say; they stay known as past.',
  rankStatements: 'Ranks statements among their rivals, each with the reason.',
  recordProgress: 'Records what became of commitments, from a dated source.',
}

const shared: Record<string, ArgumentDeclaration> = {
  ...editArguments,
  idempotencyKey: {
    type: () => String,
    description: 'A key of the caller for this request: when it comes again, the first result is given and nothing is done.',
  },
}

/** Declares every mutation: one for each kind of operation, and one for all kinds together. */
export function declareMutations(
  ontology: Ontology,
  relationships: RelationshipDeclaration,
  { proposal }: CodingDeclaration,
  { mutations }: ReconciliationDeclaration,
): TypeClass {
  const inputs = declareEditInputs(ontology, relationships)
  const items: Record<MutationName, ArgumentDeclaration['type']> = {
    addEntities: () => [inputs.entity],
    correctEntities: () => [inputs.correction],
    removeEntities: () => [ID],
    assertStatements: () => [inputs.statement],
    supersedeStatements: () => [inputs.supersession],
    retractStatements: () => [ID],
    rankStatements: () => [inputs.ranking],
    recordProgress: () => [inputs.progress],
  }
  const result = declareResult()
  const root = makeClass('Edits')
  const operations: Record<string, InputDeclaration> = {}
  for (const [name, { argument, kind }] of Object.entries(editMutations) as [
    MutationName,
    { argument: string; kind: string },
  ][]) {
    const given = { type: items[name], description: 'What to do, all of it or nothing.', required: true }
    declareMutation(root, name, meanings[name], () => result, { [argument]: given, ...shared })
    operations[kind] = { type: () => (items[name]() as [never])[0], description: meanings[name] }
  }
  const operation = declareInput(makeClass('EditOperation'), 'One part of an edit: exactly one of these.', operations)
  declareMutation(root, 'edit', 'Does operations of any kinds together, as one revision: all of them or none.', () => result, {
    operations: { type: () => [operation], description: 'What to do; what one adds, another can refer to.', required: true },
    ...shared,
  })
  declareProposing(root, inputs, proposal, result)
  for (const [name, { description, type, arguments: given = {} }] of Object.entries(mutations))
    declareMutation(root, name, description, type as () => TypeClass, given, 'reconcile')
  Resolver()(root)
  return root
}

/** What several coders code, kept apart until it is accepted. */
function declareProposing(root: TypeClass, inputs: EditInputs, proposal: TypeClass, result: TypeClass): void {
  const coder: ArgumentDeclaration = { type: () => String, description: 'Who coded it; the name of the caller when left out.' }
  const ids: ArgumentDeclaration = { type: () => [ID], description: 'Open proposals, all of them or none.', required: true }
  const note: ArgumentDeclaration = { type: () => String, description: 'Why they are set aside.', required: true }
  const input = (type: TypeClass): ArgumentDeclaration => ({
    type: () => [type],
    description: 'What is proposed.',
    required: true,
  })
  const proposals = () => [proposal] as [TypeClass]
  const propose = 'for others to accept; readers do not see it until then.'
  declareMutation(
    root,
    'proposeStatements',
    `Proposes statements, ${propose}`,
    proposals,
    { input: input(inputs.statement), coder },
    'code',
  )
  declareMutation(
    root,
    'proposeCorrections',
    `Proposes values of properties, ${propose}`,
    proposals,
    { input: input(inputs.correction), coder },
    'code',
  )
  declareMutation(root, 'acceptProposals', 'Does what is proposed, as one revision.', () => result, { ids, ...shared }, 'code')
  declareMutation(root, 'rejectProposals', 'Sets proposals aside.', proposals, { ids, note }, 'code')
}

function declareResult(): TypeClass {
  const kinds = declareEnum('EditKind', 'What an edit did to a record.', {
    ADDED: 'It was added or asserted.',
    CHANGED: 'It says something else now.',
    REMOVED: 'It was removed or retracted.',
  })
  const change = declareObject(makeClass('EditChange'), 'What an edit did to one entity or statement.', {
    kind: { type: () => kinds, description: 'What was done.' },
    id: { type: () => ID, description: 'The id of the entity, or of the version of the statement.' },
    previous: { type: () => ID, description: 'The id of the version of the statement that it supersedes.', nullable: true },
  })
  const broken = declareObject(makeClass('BrokenQuote'), 'Words said to be verbatim that a corrected text no longer has.', {
    id: { type: () => ID, description: 'The statement that quotes, or the passage or commitment whose words they are.' },
    source: { type: () => ID, description: 'The entity whose text was corrected.' },
    words: { type: () => String, description: 'The words.' },
    nearest: { type: () => String, description: 'What the text has in their place, when it is much alike.', nullable: true },
  })
  return declareObject(makeClass('EditResult'), 'What an edit did, as one revision.', {
    revision: { type: () => Revision, description: 'The revision that it made; the present one when nothing had to change.' },
    changes: { type: () => [change], description: 'What it did, record by record.' },
    ids: { type: () => [ID], description: 'The ids of all that it added or changed.' },
    brokenQuotes: { type: () => [broken], description: 'What quoted the texts that it corrected and does so no longer.' },
    unchanged: { type: () => Boolean, description: 'Whether all was so before, so that no revision was made.' },
    repeated: { type: () => Boolean, description: 'Whether this is the result of an earlier request with the same key.' },
  })
}

function declareMutation(
  root: TypeClass,
  name: string,
  description: string,
  result: () => TypeClass | [TypeClass],
  args: Readonly<Record<string, ArgumentDeclaration>>,
  by: keyof Editing = 'edit',
): void {
  const resolve = (info: GraphQLResolveInfo, context: Editing) => context[by](info)
  Object.defineProperty(root.prototype, name, { value: resolve })
  Mutation(result as never, { description })(root.prototype, name, {})
  Info()(root.prototype, name, 0)
  Ctx()(root.prototype, name, 1)
  declareArguments(root, name, args, 2)
}
