import type { FieldNode, GraphQLResolveInfo } from 'graphql'
import { bind, type StatementTemplate } from '../cypher/bind.ts'
import { printRoot } from '../cypher/printRoot.ts'
import type { Database } from '../database/connect.ts'
import type { RootPlan } from '../plan/plan.ts'
import { planRoot } from '../plan/planRoot.ts'
import { shapeOf } from '../plan/slot.ts'
import type { Ontology } from '../schema/ontology.ts'
import { answerCoding, type CodingWork } from './answerCoding.ts'
import { answerEdit, type Edits } from './answerEdit.ts'
import { answerReconciliation, type ReconciliationWork } from './answerReconciliation.ts'
import type { Caller, Spend } from './caller.ts'
import { answerChanges } from './changes/answerChanges.ts'
import { answerRevisions } from './changes/answerRevisions.ts'
import { answerCite } from './cite/answerCite.ts'
import { CompiledShapes } from './compiledShapes.ts'
import { toGraphQLError } from './errors.ts'
import type { Answering } from './graphql/root.ts'
import { tracePlan } from './observe/tracing.ts'
import { checkCost } from './prepare.ts'

/** A root field made ready once for all requests of one shape. */
interface Compiled {
  readonly plan: RootPlan
  readonly template: StatementTemplate
}

/** How many nodes the root fields of one request have asked for so far. */
interface Budget {
  spent: number
}

function spendRows(budget: Budget, rows: number): void {
  budget.spent = checkCost([], {}, budget.spent + rows)
}

/** Answers root fields whole: plan, print, bind, run. */
export class Answerer {
  // Documents are parsed once and kept by Apollo, so their nodes identify them; what is forgotten there is forgotten here.
  readonly #compiled = new WeakMap<FieldNode, CompiledShapes<Compiled>>()

  constructor(
    readonly ontology: Ontology,
    readonly database: Database,
    readonly timeoutSeconds: number,
    readonly edits: Edits,
    readonly coding: CodingWork,
    readonly reconciliation: ReconciliationWork,
  ) {}

  /** What answers the root fields of one request of this caller, which share its budget. */
  forRequest(caller: Caller, spend: Spend = async () => {}, origin = ''): Answering {
    const budget: Budget = { spent: 0 }
    const again = () => this.forRequest(caller, spend, origin)
    return {
      ...{ caller, spend, origin, again },
      answer: info => this.answer(info, budget),
      edit: info => answerEdit(this.ontology, this.edits, caller, info),
      code: info => answerCoding(this.ontology, this.coding, caller, info),
      reconcile: info => answerReconciliation(this.ontology, this.reconciliation, caller, info, rows => spendRows(budget, rows)),
      cite: info => answerCite(this.ontology, again(), info),
    }
  }

  /** The value of one root field, in the shape of the response. */
  async answer(info: GraphQLResolveInfo, budget: Budget = { spent: 0 }): Promise<unknown> {
    try {
      if (info.fieldName === 'changes')
        return await answerChanges(this.database, this.ontology, info, rows => spendRows(budget, rows))
      if (info.fieldName === 'revisions')
        return await answerRevisions(this.database, this.ontology, info, rows => spendRows(budget, rows))
      const { plan, template } = this.#compile(info)
      budget.spent = checkCost([plan], info.variableValues, budget.spent)
      const statement = bind(template, info.variableValues, new Date())
      const [row] = await this.database.read(statement, this.timeoutSeconds)
      return row?.['value'] ?? null
    } catch (error) {
      throw toGraphQLError(error)
    }
  }

  #compile(info: GraphQLResolveInfo): Compiled {
    const [node] = info.fieldNodes as [FieldNode]
    const { key, variables } = shapeOf(info.schema, info.operation, info.variableValues)
    let shapes = this.#compiled.get(node)
    if (!shapes) this.#compiled.set(node, (shapes = new CompiledShapes(this.ontology)))
    return shapes.get(key, info.variableValues, () => {
      const { schema, fragments } = info
      return tracePlan(() => {
        const plan = planRoot({ schema, fragments, ontology: this.ontology, variables }, String(info.path.key), info.fieldNodes)
        return { plan, template: printRoot(this.ontology, plan) }
      })
    })
  }
}
