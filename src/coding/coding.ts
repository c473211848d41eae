import { createProposals, decideProposals, listProposals } from '../cypher/proposals.ts'
import type { Database, Run } from '../database/connect.ts'
import { draftEdit } from '../edit/draftEdit.ts'
import type { Editor, EditRequest, EditResult } from '../edit/editor.ts'
import type { Operation } from '../edit/operation.ts'
import { refuseProblems } from '../edit/refuse.ts'
import { InputError } from '../plan/inputError.ts'
import type { Ontology } from '../schema/ontology.ts'
import { type CodedUnit, findUnits } from './codedUnits.ts'
import { type Alpha, krippendorffAlpha } from './krippendorffAlpha.ts'
import type { Proposal } from './proposal.ts'
import { readProposals } from './readProposals.ts'

/** Which proposals are wanted; all when nothing is said. */
export interface ProposalFilter {
  readonly status?: Proposal['status']
  readonly coder?: string
  readonly about?: string
  readonly document?: string
}

/** How far coders agree on one field. */
export interface Agreement extends Alpha {
  readonly field: string
  readonly coders: readonly string[]
}

/** The most proposals that agreement is computed from. */
const mostProposals = 50_000

/** Keeps what several coders propose apart from the graph, until it is accepted. */
export class Coding {
  constructor(
    readonly ontology: Ontology,
    readonly database: Database,
    readonly editor: Editor,
  ) {}

  /** Keeps proposals of a coder that could be accepted as they are. */
  async propose(operations: readonly Operation[], coder: string, caller: string): Promise<Proposal[]> {
    const { draft } = await draftEdit(statement => this.database.read(statement), this.ontology, operations)
    refuseProblems(draft.problems, operations)
    const rows = readProposals(this.ontology, operations, coder, caller)
    await this.database.write(run => run({ text: createProposals, parameters: { rows } }))
    return this.list({}, { ids: rows.map(({ id }) => id) })
  }

  /** Proposals in the order of their ids. */
  async list(
    filter: ProposalFilter,
    page: { ids?: readonly string[]; after?: string; limit?: number } = {},
  ): Promise<Proposal[]> {
    return readPage(statement => this.database.read(statement), filter, page)
  }

  /** Makes one edit of open proposals; what two coders propose alike is done once. */
  async accept(ids: readonly string[], request: Omit<EditRequest, 'operations'>): Promise<EditResult> {
    // A repeated request finds them accepted; whether it is one is known to the editor.
    const accepted = request.idempotencyKey === undefined ? [] : (['ACCEPTED'] as const)
    const proposals = await this.#find(ids, ['OPEN', ...accepted])
    const distinct = [...new Map(proposals.map(proposal => [proposal.input, proposal])).values()]
    const operations = distinct.map(
      ({ id, kind, input }): Operation => ({ kind, at: `ids[${ids.indexOf(id)}]`, value: JSON.parse(input) }),
    )
    const coders = [...new Set(proposals.map(({ coder }) => coder))].sort().join(', ')
    const note = [`Proposed by ${coders}.`, request.note].filter(Boolean).join(' ')
    return this.editor.edit({ ...request, operations, note }, async (run, revision) =>
      decide(run, ids, { status: 'ACCEPTED', by: request.author ?? request.caller, note: request.note ?? null, revision }),
    )
  }

  /** Sets open proposals aside, for the reason given. */
  async reject(ids: readonly string[], by: string, note: string): Promise<Proposal[]> {
    await this.#find(ids)
    await this.database.write(run => decide(run, ids, { status: 'REJECTED', by, note, revision: null }))
    return this.list({}, { ids })
  }

  /** Krippendorff's alpha of each field that coders coded, open proposals and decided ones. */
  async agreement(filter: ProposalFilter): Promise<Agreement[]> {
    const units = findUnits(await this.list(filter, { limit: mostProposals }))
    const fields = [...new Set(units.map(({ field }) => field))].sort()
    return fields.map(field => {
      const of = units.filter(unit => unit.field === field)
      const coders = [...new Set(of.flatMap(({ codings }) => codings.map(({ coder }) => coder)))].sort()
      return { field, coders, ...krippendorffAlpha(of.map(({ codings }) => codings.map(({ value }) => value))) }
    })
  }

  /** The units of which coders say different things, as long as one of their proposals is open. */
  async disagreements(filter: ProposalFilter): Promise<CodedUnit[]> {
    const units = findUnits(await this.list(filter, { limit: mostProposals }))
    return units.filter(({ codings }) => {
      const open = codings.some(({ proposals }) => proposals.some(({ status }) => status === 'OPEN'))
      return open && new Set(codings.map(({ value }) => value)).size > 1
    })
  }

  async #find(ids: readonly string[], allowed: readonly Proposal['status'][] = ['OPEN']): Promise<Proposal[]> {
    const found = new Map((await this.list({}, { ids, limit: ids.length })).map(proposal => [proposal.id, proposal]))
    const problems = ids.flatMap((id, index) => {
      const { status } = found.get(id) ?? {}
      if (status && allowed.includes(status)) return []
      const message = status ? `${id} is ${status.toLowerCase()} already.` : `There is no ${JSON.stringify(id)}.`
      return { argument: `ids[${index}]`, message, got: id }
    })
    const [first, ...others] = problems
    if (first) throw new InputError([first, ...others])
    return ids.map(id => found.get(id)!)
  }
}

async function readPage(
  run: Run,
  { status, coder, about, document }: ProposalFilter,
  { ids, after = '', limit = 1000 }: { ids?: readonly string[]; after?: string; limit?: number },
): Promise<Proposal[]> {
  const given = { status: status ?? null, coder: coder ?? null, about: about ?? null, document: document ?? null }
  const rows = await run({ text: listProposals, parameters: { ...given, ids: ids ?? null, after, limit } })
  return rows.map(({ proposal }) => proposal as Proposal)
}

interface Decision {
  readonly status: Proposal['status']
  readonly by: string
  readonly note: string | null
  readonly revision: number | null
}

async function decide(run: Run, ids: readonly string[], decision: Decision): Promise<void> {
  const [row] = await run({ text: decideProposals, parameters: { ids, ...decision } })
  if (row?.['decided'] !== new Set(ids).size)
    throw new InputError([
      { argument: 'ids', message: 'Some of these were decided by someone else in between; nothing was done.', got: ids },
    ])
}
